"""Time: what rings, who is reminded, who is told above, at the right moment and not before, each exactly once."""

from datetime import datetime, timedelta
from typing import NamedTuple

import pytest
from alarm import alarm_at
from character import Character
from city import KARANG_BALIK, City

SECOND = timedelta(seconds=1)

EVERY, LATE = (50, 100, 150, 300, 600), (100, 150, 300, 600)


class Row(NamedTuple):
    """A step, the minutes that the SOP gives it, and the percents at which its holder and those above are reminded."""

    stage: str
    step: str
    minutes: int
    holder: str
    above: str
    own: tuple[int, ...]
    told: tuple[int, ...] = LATE
    soon: str = "hampir habis"
    late: str = "terlambat"


STEPS = (
    Row(
        "travelling", "travel", 15, "officer", "operator", (50,), LATE, "Sedang berkendara? Abaikan", "Hubungi lewat HT"
    ),
    Row("on the scene", "handle", 60, "officer", "operator", (), LATE, "", "Hubungi lewat HT"),
    Row("finished", "report", 5, "officer", "operator", EVERY),
    Row("reported", "record", 3, "operator", "head", EVERY),
)


async def opened_at(city: City, ticket: str, step: str) -> datetime:
    """When the step of the case was opened."""
    waiting = (await city.case(ticket)).step(step)
    assert waiting is not None
    return waiting.opened_at


@pytest.mark.parametrize("row", STEPS, ids=[row.step for row in STEPS])
async def test_each_step_reminds_and_escalates_in_time(city: City, row: Row) -> None:
    """At 50 % whoever has it is reminded, from 100 % on whoever is above too; a second earlier nothing has come."""
    head = await city.head()
    operator, officer, _ = await alarm_at(city, row.stage)
    people: dict[str, Character] = {"operator": operator, "officer": officer, "head": head}
    since, within = await opened_at(city, operator.ticket(), row.step), timedelta(minutes=row.minutes)
    for percent in EVERY:
        await city.forward_to(since + within * percent / 100 - SECOND)
        for character in city.cast:
            character.expect_nothing()
        await city.forward_to(since + within * percent / 100)
        if percent in row.own:
            people[row.holder].expect(operator.ticket(), row.soon if percent < 100 else "sudah lewat")
        if percent in row.told:
            notice = people[row.above].expect(operator.ticket(), row.late)
            assert [["Lihat kartu"]] == notice.buttons
        await city.forward(seconds=5)


async def at_work(city: City, operator: Character, until: datetime) -> None:
    """Time passes while the operator goes on doing something, as whoever has an alarm must."""
    while (left := until - city.telegram.clock.now()) > timedelta(seconds=20):
        await operator.press("Jenis kejadian")
        await operator.press("Kebakaran")
        operator.skim()
        await city.forward(seconds=min(left.total_seconds() - 10, 60))
    await city.forward_to(until)


async def test_an_operator_at_work_is_reminded_too(city: City) -> None:
    """Whoever has the alarm and does not pass it on is reminded, and from 100 % on the head is told."""
    head = await city.head()
    operator, _, _ = await alarm_at(city, "taken")
    since, within = await opened_at(city, operator.ticket(), "verify"), timedelta(minutes=2)
    for percent in EVERY:
        await at_work(city, operator, since + within * percent / 100 - SECOND)
        for character in city.cast:
            character.expect_nothing()
        await city.forward_to(since + within * percent / 100)
        operator.expect(operator.ticket(), "hampir habis" if percent < 100 else "sudah lewat")
        if percent in LATE:
            head.expect(operator.ticket(), "terlambat")
        await city.forward(seconds=5)


async def test_after_the_last_reminder_one_comes_each_day(city: City) -> None:
    """A case that everybody has forgotten is called to mind once a day."""
    head = await city.head()
    operator, officer, _ = await alarm_at(city, "finished")
    since = await opened_at(city, operator.ticket(), "report")
    await city.forward_to(since + timedelta(minutes=30))
    officer.expect("sudah lewat")
    operator.expect("terlambat")
    await city.forward(hours=23, minutes=59)
    officer.expect_nothing()
    await city.forward(minutes=1)
    officer.expect("sudah lewat")
    operator.expect("terlambat")
    head.expect("Jejak audit sampai")


async def test_reminders_go_on_after_a_restart(city: City) -> None:
    """What was given before a restart is not given again, and what falls due after it comes in time."""
    operator, officer, _ = await alarm_at(city, "finished")
    since = await opened_at(city, operator.ticket(), "report")
    await city.forward_to(since + timedelta(seconds=150))
    officer.expect("hampir habis")
    await city.restart()
    officer.expect_nothing()
    await city.forward_to(since + timedelta(minutes=5))
    officer.expect("sudah lewat")
    operator.expect("terlambat")
    await city.restart()
    officer.expect_nothing()


async def test_an_outage_is_made_up_with_one_reminder(city: City) -> None:
    """After forty minutes without the bot there is one reminder of the report, not five."""
    operator, officer, _ = await alarm_at(city, "finished")
    await city.restart(after=timedelta(minutes=40))
    officer.expect("sudah lewat", "Petugas menyusun laporan")
    operator.expect("terlambat", "Petugas menyusun laporan")


async def test_an_alarm_rings_every_15_seconds_until_it_is_taken(city: City) -> None:
    """Each ring is a new message with a sound, and the one before is gone."""
    operator, _, citizen = await alarm_at(city, "ringing")
    since = await opened_at(city, operator.ticket(), "verify")
    first = operator.card()
    await city.forward_to(since + timedelta(seconds=14))
    assert operator.card() is first
    for ring in (1, 2, 3):
        before = operator.card()
        await city.forward_to(since + timedelta(seconds=15 * ring))
        rung = operator.expect("Belum ada yang menangani")
        assert rung is not before
        assert before.deleted
        assert not rung.silent
    await operator.press("Tangani")
    citizen.expect("Operator menangani")
    await city.forward(seconds=10)
    operator.expect_nothing()


async def test_after_30_seconds_without_a_position_it_rings_all_the_same(city: City) -> None:
    """The citizen is told that the call has gone on, the operators that the place is unknown."""
    operator, _, citizen = await alarm_at(city, "pressed")
    silent = operator.card()
    assert silent.silent
    since = await opened_at(city, citizen.ticket(), "locate")
    await city.forward_to(since + timedelta(seconds=29))
    citizen.expect_nothing()
    await city.forward_to(since + timedelta(seconds=30))
    citizen.expect("Lokasi Anda belum kami terima", "TETAP diteruskan", "patokan")
    rung = operator.expect("Lokasi belum diketahui", "Tahap 2/7", "Belum ada yang menangani")
    assert not rung.silent
    await citizen.share(*KARANG_BALIK)
    citizen.expect("Lokasi baru diterima")
    operator.expect_map(*KARANG_BALIK)


async def test_after_60_seconds_the_citizen_is_told_the_truth_and_the_head_is_called(city: City) -> None:
    """Nobody has taken it: the citizen reads so and whom to telephone, and the head's phone rings."""
    head = await city.head()
    operator, _, citizen = await alarm_at(city, "ringing")
    since = await opened_at(city, operator.ticket(), "verify")
    await city.forward_to(since + timedelta(seconds=59))
    head.expect_nothing()
    citizen.expect_nothing()
    operator.skim()
    await city.forward_to(since + timedelta(seconds=60))
    citizen.expect("sudah 1 menit", "belum ada operator yang menangani", "112", "110", "tetap terbuka")
    card = head.expect("Belum ada yang menangani")
    head.expect_map(*KARANG_BALIK)
    head.expect("sudah 1 menit", "Tangani")
    assert not card.silent
    await head.press("Tangani")
    citizen.expect("Operator menangani")
    operator.skim()
    operator.sees(f"Ditangani {head.name}")


async def test_ringing_goes_on_after_a_restart(city: City) -> None:
    """An alarm that nobody has taken rings again as soon as the bot is back, once."""
    operator, _, _ = await alarm_at(city, "ringing")
    await city.restart(after=timedelta(seconds=50))
    operator.expect("Belum ada yang menangani")
    operator.expect_nothing()
