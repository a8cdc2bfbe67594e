"""What a message means without a press of a button: a position, words or a photo sent to an open case."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from core.access import entitled, may_act
from core.action import Action
from core.case import Case
from core.commands import Act
from core.field import TextField
from core.judgement import holds
from core.parts import seen
from core.people import Person
from core.procedure import Procedure

ACCEPTED = {
    "location": ("location",),
    "text": ("text",),
    "voice": ("voice", "text"),
    "photo": ("photos",),
    "video": ("video",),
    "video_note": ("video",),
    "document": ("document",),
    "contact": ("phone", "text"),
}
"""Which questions a kind of message answers, the best fitting first."""


def action_for(case: Case, procedure: Procedure, person: Person, content: str) -> tuple[int, Action] | None:
    """The unprompted action that a message of that kind means: its step's entry (0: a standing one) and the action.

    What a step waits for stands before what may be added at any time.
    """
    kinds = ACCEPTED.get(content, ())
    for waiting in case.steps:
        if may_act(person, case, waiting, procedure):
            own = _fitting(kinds, content, procedure.step(waiting.id).actions)
            found = next((action for action in own if holds(action.when, seen(case, waiting.part), waiting)), None)
            if found is not None:
                return waiting.entry, found
    for waiting in case.steps:
        standing = procedure.standing_at(procedure.step(waiting.id))
        mine = [action for action in standing if entitled(person, case, action.performer, action.during)]
        added = next((action for action in _fitting(kinds, content, mine) if holds(action.when, case)), None)
        if added is not None:
            return 0, added
    return None


def meant(case: Case, procedure: Procedure, person: Person, content: str, answer: Any) -> tuple[Action, Act] | None:
    """The unprompted action that a message means, and the command that does it with what the message brings."""
    found = action_for(case, procedure, person, content)
    if found is None:
        return None
    entry, action = found
    return action, Act(by=person.id, entry=entry, action=action.id, answers={action.asks[0].id: answer})


def _fitting(kinds: Iterable[str], content: str, actions: Sequence[Action]) -> Iterator[Action]:
    """The actions that such a message is enough for, the best fitting first."""
    for kind in kinds:
        for action in actions:
            if action.unprompted and len(action.asks) == 1 and action.asks[0].type == kind:
                asked = action.asks[0]
                if content != "voice" or not isinstance(asked, TextField) or asked.voice:
                    yield action
