"""The audit trail: whatever is changed behind its back shows."""

from collections.abc import Awaitable, Callable
from itertools import pairwise
from pathlib import Path

import pytest
from alarms import CITIZEN, NOON, alarm
from alembic import command
from alembic.script import ScriptDirectory
from behind import Behind
from sqlalchemy import Connection, make_url, text
from sqlalchemy.exc import IntegrityError

from core.events import CaseOpened, Personal, StepOpened, ValueGiven
from storage import cases, chain
from storage.chain import Broken
from storage.database import Database
from storage.migrations import configuration

FORGERIES = [
    ("UPDATE events SET kind = 'Rang' WHERE seq = 5", Broken(5, "changed")),
    ("UPDATE events SET by = 1 WHERE seq = 1", Broken(1, "changed")),
    ("UPDATE events SET at = 'yesterday' WHERE seq = 2", Broken(2, "changed")),
    ("UPDATE events SET data = 'no JSON' WHERE seq = 3", Broken(3, "changed")),
    ("UPDATE events SET hash = previous WHERE seq = 9", Broken(9, "changed")),
    ("UPDATE events SET previous = hash WHERE seq = 4", Broken(4, "changed")),
    ("UPDATE events SET case_id = NULL WHERE seq = 3; DELETE FROM events WHERE seq = 7", Broken(3, "changed")),
    ("DELETE FROM events WHERE seq = 1", Broken(1, "missing")),
    ("DELETE FROM events WHERE seq = 5", Broken(5, "missing")),
    ("DELETE FROM events WHERE seq >= 8", Broken(8, "missing")),
    ("DELETE FROM events", Broken(1, "missing")),
    ("DELETE FROM events WHERE seq = 4; UPDATE events SET seq = seq - 1 WHERE seq > 4", Broken(4, "changed")),
    (
        "INSERT INTO events SELECT 10, null, null, kind, at, by, data, hash, hash FROM events WHERE seq = 9",
        Broken(10, "changed"),
    ),
    (
        "INSERT INTO events SELECT 0, null, null, kind, at, by, data, hash, hash FROM events WHERE seq = 9",
        Broken(0, "added by hand"),
    ),
    ("UPDATE chain_head SET seq = 8", Broken(9, "added by hand")),
    ("UPDATE chain_head SET hash = 'x'", Broken(9, "changed")),
    ("DELETE FROM chain_head", Broken(1, "added by hand")),
    ("UPDATE personal_values SET value = '\"apa\"' WHERE seq = 6", Broken(6, "personal field value: changed")),
    ("UPDATE personal_values SET salt = 'x' WHERE seq = 6", Broken(6, "personal field value: changed")),
    ("DELETE FROM personal_values WHERE seq = 3", Broken(3, "personal field value: missing")),
    (
        "INSERT INTO personal_values VALUES (4, 'words', 2, 'x', '1')",
        Broken(4, "personal field words: added by hand"),
    ),
    (
        "UPDATE cases SET version = 4 WHERE id = 2",
        Broken(6, "the case's version is not its number of events", case_id=2),
    ),
]


@pytest.fixture
async def trail(db: Database, keep: Callable[..., Awaitable[None]], behind: Behind) -> Behind:
    """A chain of nine links, three for each of three cases, and somebody who is at it."""
    await keep(alarm(1), alarm(2), alarm(3))
    return behind


async def test_an_untouched_chain_holds(db: Database, trail: Behind) -> None:
    """Nine events form a chain without a fault."""
    assert await chain.verify(db) is None
    assert (await chain.head(db))[0] == 9


async def test_an_empty_chain_holds(db: Database) -> None:
    """Before the first event there is nothing to break."""
    assert await chain.verify(db) is None


@pytest.mark.parametrize(("forgery", "broken"), FORGERIES)
async def test_the_first_broken_link_is_named(db: Database, trail: Behind, forgery: str, broken: Broken) -> None:
    """A row that is changed, removed or added by hand is found, wherever it stands."""
    trail.does(forgery, unsealed=True)
    assert broken == await chain.verify(db)


async def test_a_long_chain_is_walked_in_chunks(db: Database, monkeypatch: pytest.MonkeyPatch, trail: Behind) -> None:
    """A fault behind the first chunk is found as well."""
    async with db.writing() as conn:
        drafts = [chain.Draft("DutyStarted", NOON, 1, {"n": n}) for n in range(2 * chain.CHUNK)]
        await chain.append(conn, drafts)
    assert await chain.verify(db) is None
    trail.does("UPDATE events SET by = 2 WHERE seq = (SELECT max(seq) FROM events)", unsealed=True)
    assert Broken(9 + 2 * chain.CHUNK, "changed") == await chain.verify(db)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET by = 2 WHERE seq = 1",
        "DELETE FROM events WHERE seq = 9",
        "UPDATE personal_values SET value = '1'",
        "UPDATE personal_values SET value = null, salt = 'x'",
        "DELETE FROM personal_values",
    ],
)
async def test_the_database_itself_refuses(trail: Behind, statement: str) -> None:
    """Changing or removing an event by mistake fails at once."""
    with pytest.raises(IntegrityError, match=r"is never|may be erased"):
        trail.does(statement)


@pytest.mark.parametrize(
    ("table", "key", "changed"), [("events", "seq", "by"), ("personal_values", "seq, name", "value")]
)
async def test_nothing_is_replaced_by_its_like(url: str, trail: Behind, table: str, key: str, changed: str) -> None:
    """A row that is put in the place of another fails as well, in each database's way of saying so."""
    again = f"INTO {table} SELECT * FROM {table}"  # noqa: S608 - one of the two names above
    instead = {
        "sqlite": f"INSERT OR REPLACE {again}",
        "postgresql": f"INSERT {again} ON CONFLICT ({key}) DO UPDATE SET {changed} = EXCLUDED.{changed}",
    }
    with pytest.raises(IntegrityError, match=r"is never|may be erased"):
        trail.does(instead[make_url(url).get_backend_name()])


def test_no_migration_takes_the_guards_away(url: str, behind: Behind, tmp_path: Path) -> None:
    """Step by step: whatever guards the trail after one of them still does after the next, and in the end all do."""
    (tmp_path / "kept").mkdir()
    with behind._engine.begin() as conn:
        steps = ScriptDirectory.from_config(configuration(conn)).walk_revisions()
        found = [_guards_after(conn, step.revision) for step in reversed([*steps])]
    before, *since = found
    assert before == set()
    assert all(ON_BOTH <= earlier <= later for earlier, later in pairwise(since))
    assert since[-1] == GUARDS[make_url(url).get_backend_name()]


ON_BOTH = {
    "events_are_not_changed",
    "events_are_not_removed",
    "personal_values_are_only_erased",
    "personal_values_are_not_removed",
}
GUARDS = {
    "sqlite": {*ON_BOTH, "events_are_not_replaced", "personal_values_are_not_replaced"},
    "postgresql": {*ON_BOTH, "events_are_not_emptied", "personal_values_stay"},
}
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'",
}


def _guards_after(connection: Connection, step: str) -> set[str]:
    command.upgrade(configuration(connection), step)
    return {name for (name,) in connection.execute(text(TRIGGERS[connection.dialect.name]))}


async def test_erasing_keeps_the_chain(db: Database, trail: Behind) -> None:
    """Erased personal values leave the case, the events say that they were there, and every link holds."""
    await cases.erase(db, 2, by=CITIZEN.id, at=NOON)
    assert await chain.verify(db) is None
    assert (ValueGiven(name="words", value=Personal(None)), NOON) == (await chain.replay(db, 2))[2]
    kept = trail.asks("SELECT case_id FROM personal_values WHERE value IS NOT NULL ORDER BY 1")
    assert kept == [(1,), (3,)]
    assert trail.asks("SELECT personal FROM cases WHERE id = 2") == [(None,)]


async def test_no_personal_value_stands_in_an_event(trail: Behind) -> None:
    """The words of the citizen are in no row of the chain."""
    assert trail.asks("SELECT seq FROM events WHERE data LIKE '%tolong%'") == []


async def test_equal_personal_values_have_different_digests(trail: Behind) -> None:
    """Whoever knows a value cannot look up who else gave it."""
    assert trail.asks("SELECT count(DISTINCT data) FROM events WHERE kind = 'ValueGiven'") == [(3,)]


async def test_a_history_is_given_back_as_it_was(db: Database, trail: Behind) -> None:
    """Events come back in order and equal, tuples and personal values included."""
    opened = CaseOpened(
        by=CITIZEN.id, ticket="PB-2026-000003", procedure="panic", procedure_version="panic@1", requester=CITIZEN.id
    )
    expected = [
        (opened, NOON),
        (StepOpened(step="verify", entry=1), NOON),
        (ValueGiven(name="words", value=Personal("tolong")), NOON),
    ]
    assert expected == await chain.replay(db, 3)


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, NOON])
def test_what_json_cannot_say_is_refused(value: object) -> None:
    """The canonical form has no guesses."""
    with pytest.raises((TypeError, ValueError)):
        chain.canonical(value)
