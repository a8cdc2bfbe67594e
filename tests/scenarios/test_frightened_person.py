"""A frightened person does anything: what they send in an alarm is answered once, kept, and reaches its operator."""

import pytest
from alarm import STATION, alarm_at
from city import City
from odd_messages import CONTRIBUTED

from simulator.formatting import utf16_length


@pytest.mark.parametrize("name", CONTRIBUTED)
async def test_an_alarm_takes_what_a_frightened_person_sends_first(city: City, name: str) -> None:
    """Whatever it is, one answer comes, and the alarm rings."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/panik")
    operator.skim()
    citizen.skim()
    await citizen.does(CONTRIBUTED[name], citizen)
    citizen.expect("iterima")
    citizen.expect_nothing()
    assert operator.unread() != []
    operator.skim()
    assert ["verify"] == [step.id for step in (await city.case(citizen.ticket())).steps]


async def test_whoever_has_the_alarm_reads_everything_that_is_added(city: City) -> None:
    """Each thing is answered once and reaches the operator, and nobody else."""
    operator, officer, citizen = await alarm_at(city, "taken")
    for name, act in CONTRIBUTED.items():
        await citizen.does(act, citizen)
        citizen.expect("iterima")
        citizen.expect_nothing()
        assert operator.unread() != [], name
        operator.skim()
        officer.expect_nothing()


async def test_the_words_under_a_picture_are_not_lost(city: City) -> None:
    """A caption is passed on like words, its markup as it was typed."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.photo("<b>Jl. Mawar 5</b> & gang 2")
    citizen.expect("iterima")
    operator.expect("📷")
    operator.expect("<b>Jl. Mawar 5</b> & gang 2")
    operator.sees("<b>Jl. Mawar 5</b> & gang 2")


async def test_a_text_too_long_for_one_message_is_kept_in_two(city: City) -> None:
    """5,000 characters come as two messages; both are answered, both are passed on."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.write("x" * 5000)
    for _ in range(2):
        citizen.expect("iterima")
        assert 4096 >= utf16_length(operator.expect("xxx").text)


async def test_ten_presses_of_panic_are_one_case(city: City) -> None:
    """A frightened hand presses again and again: one ticket, counted presses, each answered."""
    operator, citizen = await city.operator(), city.citizen()
    for _ in range(10):
        citizen.person.write("🚨 PANIK")
    await city.settle()
    assert 10 == len(citizen.unread())
    assert 1 == len(citizen.tickets())
    assert 10 == (await city.case(citizen.ticket())).presses
    citizen.skim()
    operator.skim()


async def test_panic_goes_before_an_open_form(city: City) -> None:
    """An officer in the middle of a report who presses PANIK is in an alarm, and what comes next belongs to it."""
    operator, officer, _ = await alarm_at(city, "finished")
    await officer.press("Lapor")
    officer.expect("Ceritakan")
    await officer.write("/panik")
    officer.expect("SUDAH MASUK")
    await officer.share(*STATION)
    officer.expect("Lokasi diterima")
    operator.skim()


@pytest.mark.parametrize("stage", ["ringing", "taken"])
async def test_a_citizen_who_blocks_the_bot_is_lost_to_the_operator_once(city: City, stage: str) -> None:
    """The operator is told that the citizen cannot be reached any more; the alarm stays open."""
    operator, _, citizen = await alarm_at(city, stage)
    await citizen.block()
    lost = [line for line in operator.unread() if "tidak dapat dijangkau" in line and "👤" not in line]
    assert 1 == len(lost)
    operator.skim()
    operator.sees("Pelapor tidak dapat dijangkau")
    assert (await city.case(citizen.ticket())).is_open


async def test_an_alarm_rings_though_its_citizen_blocked_the_bot_at_once(city: City) -> None:
    """Half a minute later it rings without a position, and the card says that nobody can be asked."""
    operator, _, citizen = await alarm_at(city, "pressed")
    await citizen.block()
    await city.forward(seconds=30)
    operator.sees("Lokasi belum diketahui", "Pelapor tidak dapat dijangkau", "Belum ada yang menangani")
    operator.skim()
