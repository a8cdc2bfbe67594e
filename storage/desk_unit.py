"""What a unit of work knows of the office's desks: who stands in for whom, what surveys say, how a month went."""

from collections import ChainMap
from datetime import datetime

from core.report import Life, Trace
from core.stand_in import StandIn
from core.survey import Survey, Tally
from storage import months, surveys
from storage.changes import Changes
from storage.known import Known


class DeskUnit:
    """A part of `UnitOfWork`."""

    def __init__(self, known: Known, earlier: Changes, received_at: datetime) -> None:
        """`received_at` is the moment at which everything in it is decided."""
        self.received_at = received_at
        self.changes = Changes()
        self._known = known
        self._stand_ins = ChainMap(self.changes.stand_ins, earlier.stand_ins)
        self._surveys = ChainMap(self.changes.surveys, earlier.surveys)
        self._grades = ChainMap(self.changes.survey_answers, earlier.survey_answers)

    async def stand_ins(self) -> list[StandIn]:
        """Every stand-in that is not over, the one that begins first before the others."""
        found = {**await self._known.read_stand_ins(), **self._stand_ins}
        return sorted((one for one in found.values() if one.next_at), key=lambda one: (one.starts_at, one.id))

    def save_stand_in(self, stand_in: StandIn) -> None:
        """Keep a stand-in as it is now."""
        self.changes.stand_ins[stand_in.id] = stand_in

    async def survey(self, case_id: int) -> Survey | None:
        """The survey about a case."""
        if case_id in self._surveys:
            return self._surveys[case_id]
        rows = await self._known.read(surveys.BY_ID, case=case_id)
        return Survey(**rows[0]._mapping) if rows else None

    async def survey_answers(self, case_id: int) -> dict[str, int]:
        """The grades that were given about a case, by the code of what was asked."""
        found = {row.unsur: row.grade for row in await self._known.read(surveys.ANSWERS, case=case_id)}
        return found | {code: grade for (of, code), (grade, _) in self._grades.items() if of == case_id}

    async def tallies(self, procedure: str, since: datetime, until: datetime) -> tuple[int, dict[str, Tally]]:
        """Of the cases on disk that ended in that time: how many were rated at all, and the answers by their code."""
        period = {"procedure": procedure, "since": since, "until": until}
        rows = await self._known.read(surveys.TALLIES, **period)
        (respondents,) = await self._known.read(surveys.RESPONDENTS, **period)
        return int(respondents.number), {row.unsur: Tally(int(row.number), int(row.total)) for row in rows}

    async def month(self, procedure: str, since: datetime, until: datetime) -> tuple[list[Life], list[Trace]]:
        """The cases on disk that were there in that time, and the times of their steps."""
        period = {"procedure": procedure, "since": since, "until": until}
        lives = months.lives(await self._known.read(months.LIVES, **period))
        return lives, months.trail(await self._known.read(months.TRAIL, **period))

    def save_survey(self, survey: Survey) -> None:
        """Keep a survey as it is now."""
        self.changes.surveys[survey.case_id] = survey

    def save_survey_answer(self, case_id: int, unsur: str, grade: int) -> None:
        """Keep a grade; it replaces an earlier one for the same."""
        self.changes.survey_answers[case_id, unsur] = (grade, self.received_at)

    def go_round(self, name: str, next_at: datetime) -> None:
        """When something that the house does again and again comes round next."""
        self.changes.rounds[name] = next_at

    def departed(self, person_id: int) -> None:
        """What waited for somebody who gave up a role has gone to others."""
        self.changes.departed[person_id] = None
