"""What a message means without a press of a button: a position, words or a photo sent to an open case."""

from collections.abc import Iterator
from typing import Any

from core.access import entitled, may_act
from core.action import Action, Standing
from core.case import Case
from core.commands import Act
from core.field import TextField
from core.judgement import holds
from core.parts import seen
from core.people import Person
from core.procedure import Procedure, Unprompted

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
    for waiting in case.steps:
        own, _ = procedure.unprompted[waiting.id]
        for action in _fitting(content, own):
            if holds(action.when, seen(case, waiting.part), waiting) and may_act(person, case, waiting, procedure):
                return waiting.entry, action
    for waiting in case.steps:
        _, standing = procedure.unprompted[waiting.id]
        for action in _fitting(content, standing):
            assert isinstance(action, Standing)
            if entitled(person, case, action.performer, action.during) and holds(action.when, case):
                return 0, action
    return None


def meant(case: Case, procedure: Procedure, person: Person, content: str, answer: Any) -> tuple[Action, Act] | None:
    """The unprompted action that a message means, and the command that does it with what the message brings."""
    found = action_for(case, procedure, person, content)
    if found is None:
        return None
    entry, action = found
    return action, Act(by=person.id, entry=entry, action=action.id, answers={action.asks[0].id: answer})


def _fitting(content: str, actions: Unprompted) -> Iterator[Action]:
    """The actions that such a message is enough for, the best fitting first."""
    for kind in ACCEPTED.get(content, ()):
        for action in actions.get(kind, ()):
            asked = action.asks[0]
            if content != "voice" or not isinstance(asked, TextField) or asked.voice:
                yield action
