"""Satisfaction surveys as rows, and their answers by the code of what was asked."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.survey import Survey
from storage.database import Database
from storage.schema import cases, survey_answers, surveys
from storage.upsert import Upsert

_SAVE = Upsert(surveys, replacing=("next_at", "asked_at", "ended_at"))
_ANSWER = Upsert(survey_answers, replacing=("grade", "at"))
BY_ID = select(surveys).where(surveys.c.case_id == bindparam("case"))
ANSWERS = select(survey_answers.c.unsur, survey_answers.c.grade).where(survey_answers.c.case_id == bindparam("case"))
_of_month = (
    cases.c.procedure == bindparam("procedure"),
    cases.c.closed_at >= bindparam("since"),
    cases.c.closed_at < bindparam("until"),
)
TALLIES = (
    select(
        survey_answers.c.unsur,
        func.count().label("number"),
        func.sum(survey_answers.c.grade).label("total"),
    )
    .join(cases, cases.c.id == survey_answers.c.case_id)
    .where(*_of_month)
    .group_by(survey_answers.c.unsur)
)
RESPONDENTS = (
    select(func.count(survey_answers.c.case_id.distinct()).label("number"))
    .join(cases, cases.c.id == survey_answers.c.case_id)
    .where(*_of_month)
)
_DUE = (
    select(surveys.c.case_id)
    .where(surveys.c.next_at <= bindparam("now"))
    .order_by(surveys.c.next_at, surveys.c.case_id)
    .limit(bindparam("most"))
)


async def due(db: Database, now: datetime, most: int) -> list[int]:
    """The cases whose requesters are to be asked, the longest due first."""
    async with db.reading() as conn:
        return list((await conn.execute(_DUE, {"now": now, "most": most})).scalars())


async def save(conn: AsyncConnection, changed: Iterable[Survey]) -> None:
    """Write surveys as they are now, within the caller's writing transaction."""
    rows = [{name: getattr(one, name) for name in Survey.__slots__} for one in changed]
    await conn.execute(_SAVE.on(conn), rows)


async def answer(conn: AsyncConnection, given: Mapping[tuple[int, str], tuple[int, datetime]]) -> None:
    """Write answers, within the caller's writing transaction; a newer one replaces an earlier."""
    rows = [{"case_id": c, "unsur": u, "grade": grade, "at": at} for (c, u), (grade, at) in given.items()]
    await conn.execute(_ANSWER.on(conn), rows)
