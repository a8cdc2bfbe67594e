"""The machine fails: its clock, its disk, its database, its file handles. Sigap says so, loses nothing, and goes on."""

import asyncio
import os
import resource
import shutil
import sys
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from city import KARANG_BALIK
from databases import POSTGRESQL, NewDatabase
from stricken import ROOT, StrickenCity, read_by

RECEIVED = "SUDAH MASUK"
LOOKS_THAT_OUTLAST_THE_LEASE = 6
LIKE_ANYBODY = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
"""Even root may then not write what nobody may."""


@pytest.mark.parametrize("hours", [5, -5])
async def test_a_clock_that_jumps_keeps_nobody_waiting(city: StrickenCity, hours: int) -> None:
    """Set ahead or back by hours: an alarm is answered at once, and time goes on from there."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/bantuan")
    city.telegram.clock.jump(hours=hours)
    await city.noticed()
    now = city.telegram.clock.now()
    citizen.person.write("/panik")
    citizen.person.share_location(*KARANG_BALIK)
    await city.telegram.until(lambda: [text for text in read_by(operator) if "Posisi diterima" in text], 10)
    assert now == city.telegram.clock.now()
    assert 1 == sum(RECEIVED in text for text in read_by(citizen))
    await city.forward(seconds=70)
    assert [text for text in read_by(citizen) if "sudah 1 menit" in text]


async def test_what_fell_due_early_falls_due_once(city: StrickenCity) -> None:
    """The clock runs ahead over every reminder and is put back: none of them comes a second time."""
    _, citizen = await city.operator(), city.citizen()
    await citizen.write("/panik")
    await citizen.share(*KARANG_BALIK)
    city.telegram.clock.jump(hours=1)
    await city.settle()
    city.telegram.clock.jump(hours=-1)
    await city.settle()
    for _ in range(5):
        await city.forward(minutes=1)
    assert 1 == sum("sudah 1 menit" in text for text in read_by(citizen))


async def test_a_clock_put_back_during_an_outage_does_not_prolong_it(city: StrickenCity) -> None:
    """The next look whether Telegram is there was due in seconds, a slowed chat's turn in a minute: not in hours."""
    slowed, citizens = city.citizen(), [city.citizen() for _ in range(3)]
    limit = city.faults.add("429", methods=["sendMessage"], chat_id=slowed.id, times=1, retry_after=60)
    slowed.person.write("/bantuan")
    await city.until(lambda: limit.struck)
    away = city.faults.add("500", methods=["sendMessage", "getMe"])
    for citizen in citizens:
        citizen.person.write("/panik")
    await city.until(lambda: away.struck >= len(citizens))
    city.telegram.clock.jump(hours=-5)
    await city.noticed()
    city.faults.clear()
    now = city.telegram.clock.now()
    await city.settle()
    assert city.telegram.clock.now() - now < timedelta(minutes=2)
    assert [1, 1, 1] == [sum(RECEIVED in text for text in read_by(citizen)) for citizen in citizens]
    assert 1 == len(read_by(slowed))


async def test_without_file_handles_it_goes_on_when_there_are_some(city: StrickenCity) -> None:
    """No file can be opened and no connection made: the press is no bad press, and is answered afterwards."""
    assert city.bot.process is not None
    citizen, pid, before = city.citizen(), city.bot.process.pid, len(city.bot.log)
    _, most = resource.prlimit(pid, resource.RLIMIT_NOFILE)
    usual, _ = resource.prlimit(pid, resource.RLIMIT_NOFILE, (3, most))
    broken = city.faults.add("reset_before", methods=["getUpdates", "sendMessage", "deleteWebhook"])
    citizen.person.write("/panik")
    await city.logged('"NeverReached"', before)
    city.faults.clear(broken)
    resource.prlimit(pid, resource.RLIMIT_NOFILE, (usual, most))
    await city.settle()
    assert 1 == sum(RECEIVED in text for text in read_by(citizen))
    assert city.bot.process.returncode is None


async def test_a_database_server_that_is_away_is_waited_for(new_database: NewDatabase, tmp_path: Path) -> None:
    """For longer than the lease lasts: the process stays, keeps its turn, and takes up where it was."""
    url = new_database(POSTGRESQL, tmp_path)
    city = await StrickenCity.found(tmp_path, DATABASE_URL=url)
    name = url.partition("?")[0].rpartition("/")[2]
    everybody = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"  # noqa: S608
    server = url.replace("+psycopg", "").replace(f"/{name}", "/postgres")
    citizen = city.citizen()
    with psycopg.connect(server, autocommit=True) as driver:
        driver.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        driver.execute(everybody)
        citizen.person.write("/panik")
        await city.logged('"standby.database"', times=LOOKS_THAT_OUTLAST_THE_LEASE)
        driver.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    await city.settle()
    assert 1 == sum(RECEIVED in text for text in read_by(citizen))
    assert city.bot.process is not None
    assert city.bot.process.returncode is None
    assert "Traceback" not in city.bot.log
    assert 0 == await city.end()


async def test_tables_that_another_process_locks_are_waited_for(new_database: NewDatabase, tmp_path: Path) -> None:
    """On PostgreSQL too: the press is not lost, the log says in one line what is wrong, and the process goes on."""
    url = new_database(POSTGRESQL, tmp_path)
    city = await StrickenCity.found(tmp_path, DATABASE_URL=url)
    citizen, before = city.citizen(), len(city.bot.log)
    with psycopg.connect(url.replace("+psycopg", "")) as driver:
        driver.execute("LOCK TABLE inbox, outbox, lease IN ACCESS EXCLUSIVE MODE")
        citizen.person.write("/panik")
        await city.logged("is kept locked by another process", before)
        driver.rollback()
    await city.settle()
    assert 1 == sum(RECEIVED in text for text in read_by(citizen))
    assert "Traceback" not in city.bot.log[before:]
    assert city.bot.process is not None
    assert city.bot.process.returncode is None
    assert 0 == await city.end()


async def test_a_data_folder_that_may_only_be_read_is_told_in_one_line(doomed: StrickenCity) -> None:
    """At the start; once it may be written again the bot starts, and nothing has changed."""
    city, citizen = doomed, doomed.citizen()
    await citizen.write("/panik")
    assert 0 == await city.bot.stop()
    folder, files = city.bot.folder, [one for one in city.bot.folder.iterdir() if one.name.startswith("sigap.db")]
    for one in (*files, folder):
        one.chmod(0o555)
    prefix = LIKE_ANYBODY if os.geteuid() == 0 else ()
    if prefix and shutil.which(prefix[0]) is None:
        pytest.skip("root can write everything, and there is no setpriv to give that up")
    process = await asyncio.create_subprocess_exec(
        *(*prefix, sys.executable, "-m", "bot", "--env-file", os.devnull),
        cwd=ROOT,
        env={**os.environ, **city.bot.environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    printed, _ = await asyncio.wait_for(process.communicate(), 30)
    for one in (folder, *files):
        one.chmod(0o755)
    lines = [line for line in printed.decode().splitlines() if not line.startswith("{") or '"info"' not in line]
    assert (1, 1) == (process.returncode, len(lines)), printed.decode()
    assert "may only be read" in lines[0]
    assert "; mend: " in lines[0]
    await city.bot.start()
    await city.settle()
    assert 1 == sum(RECEIVED in text for text in read_by(citizen))
