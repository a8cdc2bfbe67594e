"""What a message means without a press of a button: a position, words or a photo sent to an open case."""

from core.access import entitled, may_act
from core.action import Action
from core.case import Case
from core.people import Person
from core.procedure import Procedure

ACCEPTED = {
    "location": ("location",),
    "text": ("text",),
    "voice": ("voice", "text"),
    "photo": ("photos",),
    "video": ("video",),
    "document": ("document",),
}
"""Which questions a kind of message answers, the best fitting first."""


def action_for(case: Case, procedure: Procedure, person: Person, content: str) -> tuple[int, Action] | None:
    """The unprompted action that a message of that kind means: its step's entry (0: a standing one) and the action."""
    for wanted in ACCEPTED.get(content, ()):
        for waiting in case.steps:
            step = procedure.step(waiting.id)
            if may_act(person, case, waiting, procedure):
                for action in step.actions:
                    if _asks_for(action, wanted, content):
                        return waiting.entry, action
            for standing in procedure.standing_at(step):
                if _asks_for(standing, wanted, content) and entitled(person, case, standing.performer):
                    return 0, standing
    return None


def _asks_for(action: Action, wanted: str, content: str) -> bool:
    if not action.unprompted or len(action.asks) != 1 or action.asks[0].type != wanted:
        return False
    asked = action.asks[0]
    return content != "voice" or asked.type != "text" or asked.voice
