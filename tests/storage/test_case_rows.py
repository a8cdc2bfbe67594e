"""Cases as rows: nothing is lost on the way, and what is due is found."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from alarms import NOON, alarm
from hypothesis import given
from hypothesis import strategies as st

from core.case import Case, Evidence, OpenStep
from core.events import ValueGiven
from storage import cases
from storage.batch import Batch
from storage.database import Database

words = st.text(max_size=20)
numbers = st.integers(1, 2**52)
moments = st.datetimes(min_value=datetime(2000, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
maybe = st.none() | moments
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**52), 2**52) | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)
steps = st.builds(
    OpenStep,
    id=words,
    entry=numbers,
    opened_at=moments,
    holders=st.lists(numbers, max_size=3).map(tuple),
    claimed_by=st.none() | numbers,
    claimed_at=maybe,
    widened=st.lists(words, max_size=2).map(tuple),
    fired=st.lists(st.integers(0, 9), max_size=2).map(tuple),
    missed=st.booleans(),
    rung_at=maybe,
    back=st.none() | words,
)
kept = st.builds(Evidence, number=numbers, kind=words, by=st.none() | numbers, at=moments, sha256=st.none() | words)
some_cases = st.builds(
    Case,
    id=numbers,
    ticket=words,
    procedure=words,
    procedure_version=words,
    requester=numbers,
    opened_at=moments,
    version=numbers,
    entries=numbers,
    steps=st.lists(steps, max_size=3).map(tuple),
    values=st.dictionaries(words, values, max_size=3),
    personal=st.dictionaries(words, values, max_size=3),
    named=st.dictionaries(words, numbers, max_size=2),
    evidence=st.lists(kept, max_size=2).map(tuple),
    passed=st.lists(numbers, max_size=2).map(tuple),
    reached=st.dictionaries(words, moments, max_size=2),
    closed_at=maybe,
    outcome=st.none() | words,
)


@given(some_cases)
def test_a_case_comes_back_as_it_went(case: Case) -> None:
    """The row of a case, its JSON written out and read again, is the same case."""
    row = cases.to_row(case, None)
    on_disk = {
        **row,
        "state": json.loads(json.dumps(row["state"])),
        "personal": json.loads(json.dumps(row["personal"])),
    }
    assert case == cases.from_row(on_disk)


@given(some_cases)
def test_the_state_holds_nothing_personal(case: Case) -> None:
    """What is erasable stands in its own column only."""
    assert "personal" not in cases.to_row(case, None)["state"]


async def test_a_case_comes_back_from_the_disk(db: Database, keep: Callable[..., Awaitable[None]]) -> None:
    """A case with everything in it is read as it was written."""
    rich = replace(
        alarm(1),
        steps=(OpenStep("verify", 1, NOON, holders=(1, 2), claimed_by=2, claimed_at=NOON, widened=("management",)),),
        values={"kind": "medis", "list": [1, {"a": None}]},
        personal={"position": {"lat": 3.3, "lon": 117.6, "at": NOON.isoformat()}},
        named={"officer": 2},
        evidence=(Evidence(1, "photo", 2, NOON, "ab" * 32),),
    )
    await keep(rich)
    assert rich == await Batch(db).unit(NOON).case(1)


async def test_what_is_due_is_found_in_order(db: Database, keep: Callable[..., Awaitable[None]]) -> None:
    """Open cases whose moment has come are found, the longest overdue first; closed ones never."""
    await keep(alarm(1), alarm(2), alarm(3), alarm(4))
    batch = Batch(db)
    unit = batch.unit(NOON)
    event = ValueGiven(name="kind", value="medis")
    for number, minutes in ((1, 2), (2, 1), (3, 9)):
        next_at = NOON + timedelta(minutes=minutes)
        unit.record(replace(alarm(number), version=4), [event], at=NOON, next_at=next_at, open_steps=())
    closed = replace(alarm(4), version=4, closed_at=NOON)
    unit.record(closed, [event], at=NOON, next_at=None, open_steps=())
    batch.accept(unit)
    await batch.commit([], at=NOON)
    assert await cases.due(db, NOON + timedelta(minutes=2), 10) == [2, 1]
    assert await cases.due(db, NOON + timedelta(minutes=2), 1) == [2]
    assert NOON + timedelta(minutes=1) == await cases.next_at(db)
