"""What an SOP is: the typed model of a procedure file, and the way from its text to it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Field as Key
from pydantic import PrivateAttr, ValidationError

from core.action import Action, Effect, Standing
from core.contest import Contest
from core.duration import Duration
from core.entry import Entry
from core.fault import FaultyText, ProcedureError
from core.field import Field, PersonField, SlotField
from core.grammar import Id, Listed, Option, Part, Spoken, Text, Ticket
from core.incident import SameEvent
from core.performer import ABOVE, ROLES, Kind, Performer, Role
from core.proof import check
from core.rehearsal import Rehearsal
from core.rows import Row, in_order
from core.source import Source
from core.step import Hours, Step
from core.storm import StormRule
from core.vocabulary import Vocabulary
from core.walk import walk

Lane = Literal["alarm", "dispatch", "reply", "nag", "broadcast"]
Unprompted = Mapping[str, tuple[Action, ...]]
"""Actions that a message alone is enough for, by the kind of question that it answers."""


class Procedure(Spoken):
    """A procedure, as its file says it. Made by `parse`, which also proves that it holds together."""

    speaks = "title"

    id: Id
    number: str | None = None
    sop: Id | None = None
    """The SOP that this file is a part of, when that is spread over several files."""
    title: Text
    ticket: Ticket
    lane: Lane = "dispatch"
    hours: Hours = "office"
    roles: dict[Id, Role] = Key(default_factory=dict)
    above: dict[Id, str] = Key(default_factory=dict)
    outcomes: dict[Id, Text] = Key(default_factory=dict)
    lists: dict[Id, tuple[Option, ...]] = Key(default_factory=dict)
    """Named lists for checklists."""
    undo: Duration | None = None
    """For so long an action that moves the case on may be taken back, unless it says otherwise itself."""
    rehearses: Rehearsal | None = None
    open: Entry
    written_rows: tuple[Row, ...] = Key(default=(), alias="rows")
    steps: Annotated[tuple[Step, ...], Key(min_length=1)]
    standing: tuple[Standing, ...] = ()
    contest: Annotated[tuple[Contest, ...], Listed] = ()
    same_event: SameEvent | None = None
    storm: StormRule | None = None

    _source: str = PrivateAttr(default="")
    _file: str = PrivateAttr(default="")

    @property
    def source(self) -> str:
        """The text it was made from; a case keeps the version it was opened with."""
        return self._source

    @property
    def file(self) -> str:
        """The name its faults go by."""
        return self._file

    @cached_property
    def version(self) -> str:
        """Names the text: the first 12 hexadecimal digits of its SHA-256."""
        return sha256(self._source.encode()).hexdigest()[:12]

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Every question that the form, the steps or a standing action may ask."""
        actions = [*(action for step in self.steps for action in step.actions), *self.standing]
        recorded = (field for step in self.steps if step.on_behalf is not None for field in step.on_behalf.asks)
        return (*self.open.asks, *(field for action in actions for field in action.asks), *recorded)

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """Every effect, wherever in the file it stands."""
        return tuple(part for _, part in walk(self) if isinstance(part, Effect))

    @cached_property
    def slots(self) -> tuple[SlotField, ...]:
        """The questions that are answered with a slot."""
        return tuple(field for field in self.fields if isinstance(field, SlotField))

    @cached_property
    def books(self) -> bool:
        """Whether its cases take places, or need somebody at a moment."""
        engages = (isinstance(field, PersonField) and field.free_at is not None for field in self.fields)
        return bool(self.slots) or any(engages)

    @cached_property
    def in_days(self) -> bool:
        """Whether it is a matter of days rather than of hours."""
        return any(step.within is not None and step.within.in_days for step in self.steps)

    @property
    def entry(self) -> Step:
        """The step that a case begins with."""
        return self.steps[0]

    @cached_property
    def _steps(self) -> dict[str, Step]:
        return {step.id: step for step in self.steps}

    def step(self, step_id: str) -> Step:
        """The step of that id. Raises KeyError."""
        return self._steps[step_id]

    def action(self, step_id: str, action_id: str) -> Action | None:
        """The action of that step, or the standing one where the step is not named."""
        among = self._steps[step_id].actions if step_id in self._steps else self.standing
        return next((action for action in among if action.id == action_id), None)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the table in order: those written out, and those that the form and the steps word themselves."""
        return in_order(self)

    @cached_property
    def known_roles(self) -> frozenset[str]:
        """The roles of the house and those that the file names."""
        return frozenset(ROLES) | frozenset(self.roles)

    def role_title(self, role: str) -> Text:
        """What the role is called."""
        return self.roles[role].title if role in self.roles else ROLES[role]

    def performer_title(self, performer: Performer | None) -> str:
        """The performer as the column PELAKSANA prints it."""
        if performer is None:
            return ""
        titles = []
        for one in performer.each():
            role = self.role_of(one)
            titles.append("Pemohon" if one.kind is Kind.REQUESTER else self.role_title(role).id if role else "")
        return ", ".join(dict.fromkeys(title for title in titles if title))

    def role_of(self, performer: Performer) -> str | None:
        """The role that a performer holds; of somebody chosen earlier, the role they were chosen by."""
        if performer.role is not None or performer.kind is not Kind.PERSON:
            return performer.role or next((role for one in performer.of if (role := self.role_of(one))), None)
        return self._chosen_roles.get(performer.name or "")

    def above_role(self, role: str) -> str | None:
        """The role above a role: as the file says, else as the house has it."""
        named = self.roles.get(role)
        return self.above.get(role) or (named.above if named is not None else None) or ABOVE.get(role)

    def above_of(self, step: Step) -> str | None:
        """The role that is told when the step is late."""
        if step.above is not None or step.performer is None:
            return step.above
        role = self.role_of(step.performer)
        return self.above_role(role) if role is not None else None

    def contests(self, outcome: str | None) -> tuple[Contest, ...]:
        """What the requester may say after that end."""
        ended = self.contest if outcome is not None else ()
        return tuple(one for one in ended if not one.outcomes or outcome in one.outcomes)

    @cached_property
    def unprompted(self) -> Mapping[str, tuple[Unprompted, Unprompted]]:
        """By step, what a message sent to it unasked may mean: an action of its own, or a standing one."""
        return {step.id: (_unprompted(step.actions), _unprompted(self.standing_at(step))) for step in self.steps}

    def standing_at(self, step: Step) -> tuple[Standing, ...]:
        """The standing actions that the step has not replaced by its own."""
        return self._standing[step.id]

    @cached_property
    def _standing(self) -> dict[str, tuple[Standing, ...]]:
        def at(step: Step) -> Iterator[Standing]:
            own = {action.id for action in step.actions}
            here = (action for action in self.standing if not action.during or step.id in action.during)
            return (action for action in here if action.id not in own)

        return {step.id: tuple(at(step)) for step in self.steps}

    @cached_property
    def _chosen_roles(self) -> dict[str, str]:
        chosen: dict[str, str] = {}
        asked = [*self.open.asks, *(field for action in self.standing for field in action.asks)]
        for step in self.steps:
            asked += [field for action in step.actions for field in action.asks]
            role = next(iter(step.performer.roles), None) if step.performer is not None else None
            if step.set is not None and role is not None:
                chosen.setdefault(step.set, role)
        for field in asked:
            if field.type == "person":
                chosen |= {name: field.role for name in field.names if name not in chosen}
        return chosen


def _unprompted(actions: Iterable[Action]) -> Unprompted:
    found: dict[str, list[Action]] = {}
    for action in actions:
        if action.unprompted and len(action.asks) == 1:
            found.setdefault(action.asks[0].type, []).append(action)
    return {kind: tuple(fitting) for kind, fitting in found.items()}


def parse(text: str, file: str, vocabulary: Vocabulary | None = None) -> Procedure:
    """The procedure that `text` says. Raises ProcedureError with every fault that was found; `file` names it there."""
    try:
        source = Source(text, file)
    except FaultyText as error:
        raise ProcedureError(error.faults) from error
    parts: dict[int, type[Part]] = {}
    try:
        procedure = Procedure.model_validate(source.data, context=parts)
    except ValidationError as error:
        raise ProcedureError(source.faults(error, parts)) from error
    procedure._source, procedure._file = text, file
    faults = [source.fault(*finding) for finding in check(procedure, vocabulary or Vocabulary())]
    if faults:
        raise ProcedureError(faults)
    return procedure
