"""What the office does beside the running bot: staff, the audit trail, and the proof that it was not touched."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from city import KARANG_BALIK
from stricken import StrickenCity, read_by


async def test_somebody_added_by_the_office_is_called_at_once(city: StrickenCity) -> None:
    """`sigap staff add` counts while the bot runs, and `staff remove` too."""
    sari, citizen = city.citizen("Sari"), city.citizen()
    someone = ("--telegram-id", str(sari.id), "--role", "operator")
    code, printed = await city.sigap("staff", "add", *someone, "--name", "Sari Contoh")
    assert (0, f"Sari Contoh ({sari.id}): operator\n") == (code, printed)
    await sari.write("/piket")
    sari.expect("Anda piket")
    await sari.hear()
    await citizen.write("/panik")
    assert "Lokasi belum diketahui" in sari.card().text
    code, _ = await city.sigap("staff", "remove", *someone)
    assert 0 == code
    await citizen.share(*KARANG_BALIK)
    assert not [label for label in sari.person.visible_buttons() if "Tangani" in label]


async def test_the_day_ends_with_its_last_hash_in_the_heads_chat(city: StrickenCity) -> None:
    """Once, silently, whatever is killed or started meanwhile; and nothing after a day on which nothing happened."""
    head, citizen = await city.head(), city.citizen()
    await citizen.write("/panik")
    await citizen.write("/batal")
    ((digest,),) = city.rows("SELECT hash FROM events ORDER BY seq DESC LIMIT 1")
    head.skim()
    await city.forward(hours=10)
    await city.killed()
    await city.settle()
    message = head.expect("Jejak audit sampai", str(digest))
    assert message.silent
    await city.forward(days=1)
    head.expect_nothing()


@pytest.fixture(scope="session")
async def trail(stricken: StrickenCity) -> StrickenCity:
    """The city with an alarm in which somebody wrote something."""
    citizen = stricken.citizen()
    await citizen.write("/panik")
    await citizen.write("ada asap di lantai dua")
    return stricken


def _change(driver: sqlite3.Connection) -> str:
    driver.execute("UPDATE events SET by = 1 WHERE seq = 2")
    return "event 2: changed"


def _remove(driver: sqlite3.Connection) -> str:
    driver.execute("DELETE FROM personal_values WHERE seq = 3")
    driver.execute("DELETE FROM events WHERE seq = 3")
    return "event 3: missing"


def _cut(driver: sqlite3.Connection) -> str:
    ((last,),) = driver.execute("SELECT max(seq) FROM events")
    driver.execute("DELETE FROM personal_values WHERE seq = ?", (last,))
    driver.execute("DELETE FROM events WHERE seq = ?", (last,))
    return f"event {last}: missing"


def _add(driver: sqlite3.Connection) -> str:
    ((last,),) = driver.execute("SELECT max(seq) FROM events")
    driver.execute(
        "INSERT INTO events SELECT seq + 1, NULL, NULL, kind, at, by, data, hash, hash FROM events WHERE seq = ?",
        (last,),
    )
    return f"event {last + 1}: "


def _reword(driver: sqlite3.Connection) -> str:
    ((seq,),) = driver.execute("SELECT seq FROM personal_values WHERE value LIKE '%asap%' LIMIT 1")
    driver.execute("UPDATE personal_values SET value = '\"tenang\"' WHERE seq = ?", (seq,))
    return f"event {seq}: personal field value: changed"


@pytest.mark.parametrize("tamper", [_change, _remove, _cut, _add, _reword])
async def test_the_trail_names_its_first_broken_link(
    trail: StrickenCity, tmp_path: Path, tamper: Callable[[sqlite3.Connection], str]
) -> None:
    """A row changed, removed, cut off or added by hand, past the triggers, shows in `sigap audit verify`."""
    with closing(sqlite3.connect(trail.path)) as whole, closing(sqlite3.connect(tmp_path / "sigap.db")) as driver:
        whole.backup(driver)
        for (trigger,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            driver.execute(f"DROP TRIGGER {trigger}")
        expected = tamper(driver)
        driver.commit()
    code, printed = await trail.sigap("audit", "verify", folder=tmp_path)
    assert (1, f"broken: {expected}") == (code, printed[: len(f"broken: {expected}")])


async def test_an_untouched_trail_is_whole(trail: StrickenCity) -> None:
    """While the bot runs."""
    code, printed = await trail.sigap("audit", "verify")
    assert (0, "whole") == (code, printed.partition(":")[0])


async def test_a_file_that_was_touched_shows(city: StrickenCity) -> None:
    """A picture that was exchanged, or is gone, is named by the audit; put back, all is whole again."""
    citizen = city.citizen()
    await citizen.write("/panik")
    await citizen.photo()
    (picture,) = (city.bot.folder / "evidence" / citizen.ticket()).iterdir()
    content = picture.read_bytes()
    picture.write_bytes(b"x" + content)
    assert (1, f"broken: file 1 of {citizen.ticket()}: changed\n") == await city.sigap("audit", "verify")
    picture.unlink()
    assert (1, f"broken: file 1 of {citizen.ticket()}: missing\n") == await city.sigap("audit", "verify")
    picture.write_bytes(content)
    code, _ = await city.sigap("audit", "verify")
    assert 0 == code


async def test_the_triggers_refuse_what_is_not_meant_to_be(city: StrickenCity) -> None:
    """Nobody rewrites the trail by mistake."""
    await city.citizen().write("/panik")
    with closing(sqlite3.connect(city.path)) as driver:
        for statement in ("UPDATE events SET kind = 'Forged'", "DELETE FROM events"):
            with pytest.raises(sqlite3.IntegrityError):
                driver.execute(statement)


async def test_nothing_is_left_behind_by_a_long_night(city: StrickenCity) -> None:
    """Done updates are forgotten after two days, so that the inbox does not grow for ever; messages after a month."""
    citizen = city.citizen()
    await citizen.write("/bantuan")
    assert 0 == await city.bot.stop()
    city.telegram.clock.forward(seconds=timedelta(days=31).total_seconds())
    await city.bot.start()
    await city.settle()
    assert [(0,)] == city.rows("SELECT count(*) FROM inbox")
    assert [(0,)] == city.rows("SELECT count(*) FROM outbox")
    assert 1 == len(read_by(citizen))


async def test_a_database_that_cannot_be_opened_is_told_in_one_line(
    city: StrickenCity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback, but what is wrong and how it is mended."""
    monkeypatch.setenv("BOT_TOKEN", city.bot.token)
    (tmp_path / "sigap.db").write_bytes(b"no database" * 100)
    code, printed = await city.sigap("run", "--env-file", os.devnull, folder=tmp_path)
    assert 1 == code
    (line,) = printed.splitlines()
    assert "sigap.db cannot be opened" in line
    assert "; mend: " in line
