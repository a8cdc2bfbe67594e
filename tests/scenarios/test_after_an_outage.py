"""Sigap was away, and Telegram kept what people sent meanwhile: it comes in late, and says so."""

from collections.abc import Callable
from datetime import timedelta

from alarm import STATION
from character import Character, skim
from city import KARANG_BALIK, City

AWAY = timedelta(minutes=63)


async def outage(city: City, *acts: Callable[[], object], lasting: timedelta = AWAY) -> None:
    """The bot is away so long, and all this is sent to it at the beginning."""
    assert await city.bot.stop() == 0
    for act in acts:
        act()
    city.telegram.clock.forward(seconds=lasting.total_seconds())
    await city.bot.start()
    await city.settle()


async def pressed_late(city: City) -> tuple[Character, Character, Character]:
    """An alarm of 14:00 that came in at 15:03: its operator, an officer close by, its citizen."""
    operator, officer, citizen = await city.operator(), await city.officer(place=STATION), city.citizen()
    await outage(city, lambda: citizen.person.write("/panik"))
    return operator, officer, citizen


async def test_a_late_alarm_says_when_it_was_pressed(city: City) -> None:
    """The citizen reads both times and is asked; the operator's card shows both; it rings as any other."""
    operator, officer, citizen = await pressed_late(city)
    citizen.expect("SUDAH MASUK", "15:03")
    citizen.expect("14:00", "15:03", "Masih perlu pertolongan?")
    operator.expect("Alarm baru", "Ditekan 14:00, diterima 15:03", "belum pasti")
    await city.forward(seconds=30)
    citizen.expect("TETAP diteruskan")
    assert not operator.expect("Belum ada yang menangani", "Ditekan 14:00").silent
    case = await city.case(citizen.ticket())
    assert case.pressed_at is not None
    assert AWAY == timedelta(minutes=round((case.opened_at - case.pressed_at) / timedelta(minutes=1)))
    officer.expect_nothing()


async def test_a_late_alarm_is_not_passed_on_unread(city: City) -> None:
    """After three minutes without an operator no officer is asked; once the citizen still needs it, they are."""
    operator, officer, citizen = await pressed_late(city)
    await city.forward(seconds=30)
    for _ in range(10):
        await city.forward(seconds=30)
    officer.expect_nothing()
    skim(operator, citizen)
    await citizen.press("Masih perlu")
    citizen.expect("tetap terbuka")
    operator.expect("MASIH perlu")
    await city.forward(seconds=1)
    officer.expect("BELUM DIVERIFIKASI", "Ditekan 14:00", "masih perlu")
    city.skim()


async def test_a_late_alarm_that_an_operator_has_looked_at_goes_on_as_any_other(city: City) -> None:
    """Taken and left again, it is offered to the officers like any alarm that nobody goes on with."""
    operator, officer, citizen = await pressed_late(city)
    await city.forward(seconds=30)
    await operator.press("Tangani")
    await operator.press("Lepaskan")
    for _ in range(7):
        await city.forward(seconds=30)
    officer.expect("BELUM DIVERIFIKASI")
    city.skim()
    assert citizen.person.visible_buttons()


async def test_no_longer_needed_is_a_request(city: City) -> None:
    """Sudah tidak perlu closes nothing: the operator is asked, and decides."""
    operator, _, citizen = await pressed_late(city)
    await city.forward(seconds=30)
    skim(operator, citizen)
    await citizen.press("Sudah tidak perlu")
    citizen.expect("Permintaan Anda sudah dicatat")
    operator.expect("minta panggilan ditutup")
    assert (await city.case(citizen.ticket())).is_open
    await operator.press("Tangani")
    await operator.press("Bukan darurat")
    await operator.press("pelapor tidak menjawab")
    assert not (await city.case(citizen.ticket())).is_open
    city.skim()


async def test_pressed_again_after_the_outage_answers_the_question(city: City) -> None:
    """Whoever presses PANIK once more needs it still, without a press on the question."""
    _, officer, citizen = await pressed_late(city)
    await citizen.write("/panik")
    assert (await city.case(citizen.ticket())).values["still_needed"] is True
    for _ in range(8):
        await city.forward(seconds=30)
    officer.expect("BELUM DIVERIFIKASI")
    city.skim()


async def test_pressed_twice_during_the_outage_is_one_late_alarm(city: City) -> None:
    """A second press that is as old does not say that help is still needed."""
    operator, citizen = await city.operator(), city.citizen()
    await outage(city, lambda: citizen.person.write("/panik"), lambda: citizen.person.write("/panik"))
    case = await city.case(citizen.ticket())
    assert (2, None) == (case.presses, case.values.get("still_needed"))
    skim(operator, citizen)


async def test_a_late_position_says_how_old_it_is(city: City) -> None:
    """A position that Telegram kept for an hour stands on the card with the time at which it was sent."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/panik")
    await outage(city, lambda: citizen.person.share_location(*KARANG_BALIK))
    place = (await city.case(citizen.ticket())).place
    assert place is not None
    operator.sees("14:00")
    assert timedelta(minutes=63) <= city.telegram.clock.now() - place.at
    skim(operator, citizen)


async def test_a_minute_is_not_late(city: City) -> None:
    """A short restart, or a clock that is a little off, asks nobody anything."""
    operator, citizen = await city.operator(), city.citizen()
    await outage(city, lambda: citizen.person.write("/panik"), lasting=timedelta(seconds=110))
    citizen.expect("SUDAH MASUK")
    citizen.expect_nothing()
    operator.expect("Alarm baru")
    assert "Ditekan" not in operator.card().text
