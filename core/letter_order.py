"""What the effect `letter` asks for."""

from collections.abc import Collection
from dataclasses import dataclass

from core.action import Effect

REQUESTER = "requester"


@dataclass(frozen=True, slots=True)
class Order:
    """What `{letter: {template: …}}` asks for.

    `to` are those whom the letter addresses, `copies` those who get it too, `by` whose letter it is: each `requester`,
    a `$name` or a role. `words` are the template's own, with the case's values in braces or as `$name`.
    """

    template: str
    to: tuple[str, ...] = ()
    by: str | None = None
    copies: tuple[str, ...] = ()
    code: str | None = None
    after: str | None = None
    words: tuple[tuple[str, str], ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody whom it names."""
        return (*self.to, *self.copies, *((self.by,) if self.by is not None else ()))


def order(effect: Effect) -> Order:
    """The order that an effect is; the template alone may stand for it."""
    given = {name: str(value) for name, value in effect.arguments.items()}
    return Order(
        template=given.pop("template", effect.subject or ""),
        to=_listed(given.pop("to", "")),
        by=given.pop("by", None),
        copies=_listed(given.pop("copy", "")),
        code=given.pop("code", None),
        after=given.pop("after", None),
        words=tuple(given.items()),
    )


def faults(effect: Effect, roles: Collection[str]) -> list[str]:
    """What is wrong with a letter's arguments."""
    asked = order(effect)
    strange = [one for one in asked.people if one != REQUESTER and not one.startswith("$") and one not in roles]
    found = [f"letter for {one}, which is no role and no $name" for one in strange]
    return found if asked.template else ["letter without template:", *found]


def _listed(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())
