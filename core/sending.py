"""What the effect `send` asks for: the newest files of an answer go to somebody."""

from core.action import Effect

REQUESTER = "requester"


def faults(effect: Effect) -> list[str]:
    """What is wrong with the effect's arguments."""
    what, to = effect.arguments.get("what", effect.subject), effect.arguments.get("to", REQUESTER)
    right = isinstance(what, str) and what.startswith("$")
    to_somebody = to == REQUESTER or (isinstance(to, str) and to.startswith("$"))
    return [] if right and to_somebody else ["send, except {what: $name, to: requester or $name}"]


def order(effect: Effect) -> tuple[str, str]:
    """The answer whose files go out, and who gets them: `requester`, or the name of somebody."""
    what, to = str(effect.arguments.get("what", effect.subject)), str(effect.arguments.get("to", REQUESTER))
    return what[1:], to.removeprefix("$")
