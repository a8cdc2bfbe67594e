"""A form as far as it is filled in: what it is for, where it stands, and its answers so far."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot import in_words
from bot.facts import clipped, labelled
from bot.flows import moments
from bot.flows.questions import Asking
from bot.flows.sheets import SHEETS, Sheet
from bot.visit import Visit
from core.answers import asked_of
from core.case import Case
from core.choice import chosen
from core.commands import Attachment
from core.field import ChecklistField, Field, PersonField, SlotField
from core.parts import seen
from core.procedure import Procedure
from core.refusal import StepOver
from core.slots import held, wanted

SUMMARY_MOST = 150


@dataclass(frozen=True, slots=True)
class Answers:
    """Read from the conversation at each turn; nothing else remembers it."""

    visit: Visit
    procedure: Procedure | None
    case: Case | None
    entry: int
    action: str
    at: int
    why: bool
    answers: dict[str, Any]
    on_behalf: bool = False
    recorded_for: int | None = None
    sheet: Sheet | None = None
    others: tuple[list[int], ...] = ()
    """Further cases, each with the entry of its step, in which the same is done."""

    @classmethod
    async def of(cls, visit: Visit) -> "Answers":
        """The form that the conversation holds. Raises `StepOver` when its case is not there any more."""
        state, shelf = visit.conversation.data, visit.desk.house.shelf
        case = await visit.desk.unit.case(state["case"]) if "case" in state else None
        sheet = SHEETS.get(state.get("sheet", ""))
        if sheet is None and case is None and state.get("procedure") not in shelf.in_force:
            visit.end()
            raise StepOver()
        procedure = shelf.of(case) if case is not None else shelf.in_force.get(state.get("procedure", ""))
        return cls(
            visit,
            procedure,
            case,
            state.get("entry", 0),
            state.get("action", ""),
            state["at"],
            state.get("why", False),
            state["answers"],
            state.get("on_behalf", False),
            state.get("recorded_for"),
            sheet,
            tuple(state.get("others", ())),
        )

    @property
    def opens(self) -> bool:
        """Whether the form is sent as a whole, after a summary; else it is an action's."""
        return self.case is None

    @property
    def fields(self) -> tuple[Field, ...]:
        """The questions."""
        if self.sheet is not None:
            return self.sheet.fields(self.visit)
        assert self.procedure is not None
        if self.case is None and self.on_behalf:
            return self.procedure.open.on_behalf.form if self.procedure.open.on_behalf is not None else ()
        if self.case is None:
            return self.procedure.open.form
        waiting = self.case.entry(self.entry)
        step = self.procedure.step(waiting.id) if waiting is not None else None
        own = step.action(self.action) if step is not None else None
        if step is not None and own is not None:
            return asked_of(step, own, recorded=self.recorded_for is not None)
        standing = next((one for one in self.procedure.standing if one.id == self.action), None)
        if standing is None or self.entry != 0:
            self.visit.end()
            raise StepOver()
        return standing.asks

    @property
    def field(self) -> Field | None:
        """The question that waits for an answer."""
        return self.fields[self.at] if self.at < len(self.fields) else None

    @property
    def case_so_far(self) -> Case:
        """The case as the answers would make it, for conditions on them."""
        of = (self.procedure.id, self.procedure.version) if self.procedure is not None else ("", "")
        waiting = self.case.entry(self.entry) if self.case is not None else None
        known = self.case or Case(0, "", *of, 0, self.visit.desk.now)
        base = seen(known, waiting.part if waiting is not None else 0)
        names = {field.id: field.name for field in self.fields}
        given = {names.get(key, key): value for key, value in self.answers.items()}
        for field in self.fields:
            if isinstance(field, PersonField) and field.id in self.answers:
                given |= chosen(field, self.answers[field.id])
        return replace(base, values={**base.values, **given})

    async def asking(self) -> Asking:
        """What asking a question needs to know."""
        desk, around = self.visit.desk, self.visit.conversation.data.get("around")
        return Asking(
            desk.house,
            self.visit.person,
            await desk.office(),
            self.case,
            desk.now,
            taken=await self._taken(),
            values=self.case_so_far.values,
            around=date.fromisoformat(around) if around else None,
            procedure=self.procedure,
            own=held(self.case, self.procedure) if self.case is not None and self.procedure is not None else (),
        )

    async def _taken(self) -> Mapping[datetime, int]:
        """The places of slots that other cases hold, where the form asks for a slot."""
        if self.procedure is None or not any(isinstance(field, SlotField) for field in self.fields):
            return {}
        case_id = self.case.id if self.case is not None else 0
        return await self.visit.desk.unit.bookings.taken(self.procedure.id, case_id)

    async def gone(self) -> SlotField | None:
        """The question for a slot whose answer cannot be had any more."""
        asking = await self.asking()
        for field in self.fields:
            if isinstance(field, SlotField) and (answer := self.answers.get(field.id)) is not None:
                free = {slot.at.isoformat() for slot in moments.free_slots(asking, field)}
                chosen_slots = answer if isinstance(answer, list) else [answer]
                if not free.issuperset(chosen_slots) or len(chosen_slots) < wanted(field, asking.values):
                    return field
        return None

    def files(self, name: str) -> list[dict[str, str]]:
        """The files that answer a field so far."""
        found = self.answers.get(name)
        return found if isinstance(found, list) else []

    def ticked(self, name: str) -> list[Any]:
        """The ready answers ticked so far, in the order of ticking."""
        found = self.answers.get(name)
        return found if isinstance(found, list) else []

    @staticmethod
    def plain(answer: Any) -> Any:
        """An answer as the conversation keeps it."""
        if isinstance(answer, Attachment):
            return [
                {"kind": answer.kind, "file_id": answer.file_id, "unique_id": answer.unique_id, "name": answer.name}
            ]
        return answer

    def values(self) -> dict[str, Any]:
        """The answers as a command takes them."""
        return {name: self._value(answer) for name, answer in self.answers.items()}

    def lines(self) -> list[str]:
        """The answers for the summary, a line each."""
        language = self.visit.person.language
        found = []
        for field in self.fields:
            answer = self.answers.get(field.id)
            if answer is None and field.unless is not None:
                answer = self.answers.get(field.unless.id)
            if answer is not None:
                asked = field.heading(language)
                mark = "" if asked.endswith("?") else ":"
                found.append(f"• {asked}{mark} {clipped(self._said(field, answer), SUMMARY_MOST)}")
        return found

    def _said(self, field: Field, answer: Any) -> str:
        """An answer in words."""
        if isinstance(answer, list) and answer and isinstance(answer[0], dict) and "file_id" in answer[0]:
            return f"📎 {len(answer)}"
        if isinstance(answer, dict):
            return "📍"
        if isinstance(field, ChecklistField) and self.procedure is not None:
            return in_words.checked(self.visit.desk.house, self.visit.person, self.procedure, field, answer)
        words = in_words.answer(self.visit.desk.house, self.visit.person, field, answer)
        if words is None and isinstance(answer, list):
            return f"📎 {len(answer)}"
        return words or labelled(field, str(answer), self.visit.person.language)

    @staticmethod
    def _value(answer: Any) -> Any:
        if isinstance(answer, list) and answer and isinstance(answer[0], dict) and "file_id" in answer[0]:
            return tuple(Attachment(**one) for one in answer)
        return answer
