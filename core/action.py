"""What people can do at a step, and what follows from it."""

import re
from string import Formatter
from typing import Annotated, Any, Literal

from pydantic import Field as Key

from core.condition import Condition
from core.duration import Duration
from core.field import DurationField, Field, PhraseField
from core.field_names import certain_names
from core.grammar import Checked, Id, Ids, Listed, MessageId, Name, OwnId, Part, Spoken, Text
from core.opening import Opening
from core.performer import Performer

BACK = "back"
"""As a target: wherever the case came from, with the time that was left there."""


class Notice(Checked, Spoken):
    """Somebody is told something: `text` names a message of the locales, `say` is the file's own wording."""

    speaks = "say"

    who: Performer
    text: MessageId | None = None
    say: Text | None = None
    relay: Id | None = None
    """The answer that goes along: words in the text's own place for them, files as they are."""
    offers: Annotated[tuple[Id, ...], Listed] = ()
    """Standing actions that whoever is told may take at once: buttons under the message."""
    where: Name | None = None
    """The person whose newest position goes along, as a map."""

    def expected(self) -> str | None:
        if (self.text is None) == (self.say is None):
            return "either text: or say:"
        try:
            return None if all(self.spoken) else "a name in each pair of braces, such as {ticket}"
        except ValueError:
            return "braces in pairs around a name, such as {ticket}"

    @property
    def spoken(self) -> tuple[str, ...]:
        """The names in braces in `say`."""
        texts = (self.say.id, self.say.en or "") if self.say is not None else ()
        return tuple(name for text in texts for _, name, *_ in Formatter().parse(text) if name is not None)


class Effect(Part):
    """A named effect: `register`, `{register: guest_book}` or `{letter: {template: duty, to: $guide}}`."""

    name: Id
    subject: str | None = None
    """Its one argument, when it has only one."""
    arguments: dict[str, str | int | bool] = Key(default_factory=dict)

    @classmethod
    def written(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {"name": data}
        if isinstance(data, dict) and len(data) == 1:
            ((name, argument),) = data.items()
            return {"name": name, "arguments" if isinstance(argument, dict) else "subject": argument}
        raise ValueError("an effect such as register, {register: guest_book} or {letter: {template: duty}}")

    @property
    def called(self) -> tuple[str, ...]:
        """What a condition calls it: `register guest_book`, or `register` alone."""
        named = self.subject or self.arguments.get("name")
        return (self.name,) if named is None else (self.name, f"{self.name} {named}")

    @property
    def names(self) -> tuple[str, ...]:
        """The values that it needs, without the dollar sign."""
        return tuple(name for value in self._words for name in re.findall(r"\$([a-z][a-z0-9_]*)", value))

    @property
    def spoken(self) -> tuple[str, ...]:
        """The names in braces in its arguments."""
        return tuple(name for value in self._words for name in re.findall(r"\{([a-z][a-z0-9_]*)\}", value))

    @property
    def _words(self) -> tuple[str, ...]:
        return tuple(value for value in (self.subject, *self.arguments.values()) if isinstance(value, str))


class Branch(Checked):
    """Where the case goes, or how it ends, when `when` holds."""

    when: Condition
    to: Ids = ()
    end: Id | None = None

    def expected(self) -> str | None:
        return "either to: or end:" if bool(self.to) == (self.end is not None) else None


class Consequence(Part):
    """What follows: the first branch that holds decides where to, else `to` (several run together) or `end`."""

    to: Ids = ()
    end: Id | None = None
    branch: tuple[Branch, ...] = ()
    effects: Annotated[tuple[Effect, ...], Listed] = ()
    tell: Annotated[tuple[Notice, ...], Listed] = ()
    opens: Annotated[tuple[Opening, ...], Listed] = ()
    closes: Ids = ()
    """Steps open beside it that nobody needs to do any more."""
    write: dict[Id, Name] = Key(default_factory=dict)
    """Values that are rewritten from others; a slot that is rewritten is free again."""
    clear: Ids = ()
    """Values that are taken away; a slot that is taken away is free again."""

    @property
    def leaves(self) -> bool:
        """Whether the step is left."""
        return bool(self.to or self.end or self.branch)

    @property
    def targets(self) -> tuple[str, ...]:
        """Every step that may come next, `back` among them."""
        return (*self.to, *(target for branch in self.branch for target in branch.to))

    @property
    def ends(self) -> tuple[str, ...]:
        """Every outcome it may end with."""
        ends = (self.end, *(branch.end for branch in self.branch))
        return tuple(end for end in ends if end is not None)


class Action(Consequence, Checked, Spoken):
    """A button: asks `asks`, then its consequence. With `stay` the step stays open."""

    id: OwnId
    label: Text
    style: Literal["danger", "success", "primary"] | None = None
    confirm: bool = False
    """Asked twice."""
    asks: tuple[Field, ...] = Key(default=(), alias="ask")
    stay: bool = False
    extends: Id | None = None
    """The question whose answer is the time that the step has from now on; nobody is reminded before it is up."""
    when: Condition | None = None
    """Offered only when this holds."""
    beside: Ids = ()
    """Steps that open beside those that are open."""
    set: Id | None = None
    """The name under which whoever does it is known from then on."""
    returns: Id | None = None
    """The question whose answer is the note with which work is sent back to an earlier step, for another round."""
    guard: Condition | None = None
    """Refused, with what is missing, until this holds."""
    not_before: Duration | None = None
    """Refused before this moment, such as `2 hours before $date`."""
    undo: Duration | None = None
    """May be taken back for so long, by whoever did it and while nobody has moved the case on since."""
    unprompted: bool = False
    """A message of the kind it asks for is enough, without a press of its button."""

    def expected(self) -> str | None:
        if self.to and self.end:
            return "either to: or end:"
        if self.not_before is not None and self.not_before.name is None:
            return "not_before: a moment counted from a date, such as 2 hours before $date"
        if self.leaves and self.stay:
            return "either stay: true or a way on (to:, end:, branch:)"
        if not self.leaves and not self.stay and not self.closes and not self.beside:
            return "one of to:, end:, branch:, closes:, beside: and stay: true"
        if self.branch and not (self.to or self.end):
            return "to: or end: for when no branch holds"
        lengths = {field.name for field in self.asks if isinstance(field, DurationField)}
        if self.extends is not None and (self.leaves or self.extends not in lengths):
            return "extends: a question of type duration that it asks, beside stay: true"
        if self.returns is not None and (not self.to or self.returns not in {field.name for field in self.asks}):
            return "returns: a question that it asks, beside to: an earlier step"
        if not {notice.relay for notice in self.tell} <= {None, *(field.name for field in self.asks)}:
            return "relay: the name of a question that it asks"
        return None

    @property
    def proposed(self) -> tuple[str, Text] | None:
        """The question and the phrase that one press answers, where it is the only one."""
        only = self.asks[0] if len(self.asks) == 1 else None
        if not isinstance(only, PhraseField) or only.proposed is None:
            return None
        return only.id, next(phrase for phrase in only.phrases if phrase.id == only.proposed)

    @property
    def moves(self) -> bool:
        """Whether the case stands elsewhere once it has been done."""
        return bool(self.leaves or self.closes or self.beside)

    @property
    def sets(self) -> frozenset[str]:
        """The values that are there for sure once it has been done."""
        return certain_names(self.asks) | frozenset(self.write) | ({self.set} if self.set is not None else frozenset())


class Standing(Action):
    """An action that is there at any step, for whoever is entitled; it stays unless it leads somewhere.

    A step's own action of the same id stands before it.
    """

    performer: Performer = Key(alias="by")
    during: Ids = ()
    """Only at these steps, when given."""

    @classmethod
    def written(cls, data: Any) -> Any:
        data = super().written(data)
        if isinstance(data, dict) and not {"to", "end", "branch", "stay"} & data.keys():
            return data | {"stay": True}
        return data

    def expected(self) -> str | None:
        if self.extends is not None:
            return "extends: in a step's own action, whose time it is"
        return "closes: in a step's own action, for a case must go on" if self.closes else super().expected()
