"""Piket mulai: whoever comes on duty shows within two minutes that their phone is heard."""

from datetime import timedelta

import pytest
from city import City


async def test_dengar_in_time_is_the_end_of_it(city: City) -> None:
    """The test comes with a sound; pressed, nobody is told anything more."""
    head, operator = await city.head(), await city.operator(duty=False)
    await operator.press("Piket mulai")
    operator.expect("Anda piket")
    asked = operator.expect("Uji bunyi", "dalam 2 menit")
    assert not asked.silent
    await operator.press("Dengar", asked)
    assert "Bunyi terdengar, pukul 14:00" in asked.text
    assert [] == asked.buttons
    await city.forward(minutes=10)
    head.expect_nothing()


@pytest.mark.parametrize("role", ["operator", "officer"])
async def test_not_pressed_the_person_and_the_head_learn_of_it_once(city: City, role: str) -> None:
    """After two minutes, not before, and not again."""
    head, somebody = await city.head(), await city.staff(role, "Tono", duty=False)
    await somebody.press("Piket mulai")
    somebody.expect("Anda piket")
    somebody.expect("Uji bunyi")
    await city.forward(seconds=110)
    somebody.expect_nothing()
    await city.forward(seconds=10)
    somebody.expect("belum Anda tekan", "mungkin tidak terdengar")
    head.expect(somebody.name, "tidak menekan Dengar", "telepon atau HT")
    await city.forward(minutes=10)


async def test_it_survives_a_restart(city: City) -> None:
    """The two minutes run while the bot is down, and are told of when it is back."""
    head, operator = await city.head(), await city.operator(duty=False)
    await operator.press("Piket mulai")
    operator.expect("Anda piket")
    operator.expect("Uji bunyi")
    await city.restart(after=timedelta(minutes=5))
    operator.expect("mungkin tidak terdengar")
    head.expect(operator.name)
    head.skim()


async def test_pressed_late_the_phone_is_heard_all_the_same(city: City) -> None:
    """The button still works after the two minutes."""
    head, operator = await city.head(), await city.operator(duty=False)
    await operator.press("Piket mulai")
    operator.expect("Anda piket")
    asked = operator.expect("Uji bunyi")
    await city.forward(minutes=2)
    operator.expect("mungkin tidak terdengar")
    head.expect(operator.name)
    await operator.press("Dengar", asked)
    assert "Bunyi terdengar, pukul 14:02" in asked.text


async def test_whoever_goes_off_duty_is_not_waited_for(city: City) -> None:
    """Piket selesai within the two minutes: nobody is told."""
    head, operator = await city.head(), await city.operator(duty=False)
    await operator.press("Piket mulai")
    operator.expect("Anda piket")
    operator.expect("Uji bunyi")
    await operator.press("Piket selesai")
    operator.expect("Piket selesai")
    await city.forward(minutes=3)
    head.expect_nothing()
