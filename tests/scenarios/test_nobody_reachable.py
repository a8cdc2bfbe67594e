"""No operator who can be reached is itself an alarm, whatever the case waits for."""

import pytest
from alarm import alarm_at, report
from city import City


@pytest.mark.parametrize("stage", ["ringing", "taken"])
async def test_the_last_operator_blocks_the_bot_while_it_waits_for_them(city: City, stage: str) -> None:
    """The head of the centre is called at once, and can take it."""
    head = await city.head()
    operator, _, citizen = await alarm_at(city, stage)
    await operator.block()
    assert not head.expect("Belum ada yang menangani").silent
    assert "tidak ada Operator" in " ".join(head.unread())
    head.skim()
    await head.press("Tangani")
    citizen.expect("Operator menangani")
    head.skim()


async def test_the_operator_blocks_the_bot_while_an_officer_drives(city: City) -> None:
    """What the operator would hear the head of the centre hears, since nobody else is on duty."""
    head = await city.head()
    operator, officer, citizen = await alarm_at(city, "travelling")
    await operator.block()
    await officer.press("Tiba")
    citizen.expect("sudah tiba")
    head.expect("tiba pukul")
    await citizen.press("Belum bertemu")
    citizen.expect("ciri tempat")
    officer.expect("BELUM bertemu")
    head.expect("BELUM bertemu")


async def test_another_operator_on_duty_hears_it_instead(city: City) -> None:
    """With a second operator there the head is left alone."""
    head, second = await city.head(), await city.operator("Kedua")
    operator, officer, citizen = await alarm_at(city, "travelling")
    await operator.block()
    await officer.press("Tiba")
    citizen.expect("sudah tiba")
    second.expect("tiba pukul")
    head.expect_nothing()


async def test_an_officer_is_late_and_the_operator_is_gone(city: City) -> None:
    """The reminder does not go to whoever cannot read it."""
    second = await city.operator("Kedua")
    operator, _, _ = await alarm_at(city, "travelling")
    await operator.block()
    second.skim()
    await city.forward(minutes=16)
    second.expect("belum ada kabar dari", "Hubungi lewat HT")
    city.skim()


async def test_nobody_is_left_to_write_the_register(city: City) -> None:
    """The last operator is gone when the report comes in: the head is called to do it."""
    head = await city.head()
    operator, officer, _ = await alarm_at(city, "finished")
    await operator.block()
    await report(officer, "Aman.")
    assert not head.expect("Operator mencatat").silent
    head.skim()
    officer.skim()
    assert "Catat" in head.buttons()
