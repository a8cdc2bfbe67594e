"""Who may know whom: an unverified reporter reads no officer's name; the office sees who reports."""

from dataclasses import replace

import pytest
from alarm import alarm_at
from character import Character
from city import City

from core.people import Relative
from storage import people
from storage.batch import Batch

NUMBER = "+62811000111"
MOTHER = Relative("Ibu Contoh", "+62811000222", allowed=True)


async def known(city: City, citizen: Character, relative: Relative | None = None) -> Character:
    """Somebody who has registered."""
    now = city.telegram.clock.now()
    person = await Batch(city.db).unit(now).person(citizen.id)
    assert person is not None
    async with city.db.writing() as conn:
        await people.save(conn, [replace(person, phone=NUMBER, registered_at=now, relative=relative)], now)
    return citizen


async def registered(city: City, relative: Relative | None = None) -> Character:
    """A citizen who wrote to the bot, and has registered."""
    citizen = city.citizen()
    await citizen.write("/start")
    return await known(city, citizen, relative)


async def test_whoever_is_not_registered_reads_no_name(city: City) -> None:
    """Neither when the officer sets out, nor when they turn back or arrive."""
    _, officer, citizen = await alarm_at(city, "passed on")
    await officer.press("Siap")
    read = [citizen.expect("Petugas berangkat pukul 14:")]
    await officer.press("Tiba")
    read.append(citizen.expect("Petugas melapor sudah tiba pukul 14:"))
    assert not any(officer.name.split()[0] in message.text for message in read)
    city.skim()


async def test_an_officer_who_turns_back_is_not_named_either(city: City) -> None:
    """The name stays out where help is delayed too."""
    _, officer, citizen = await alarm_at(city, "travelling")
    await officer.press("Tidak bisa")
    await officer.press("sakit")
    assert officer.name.split()[0] not in citizen.expect("Petugas tidak dapat melanjutkan").text
    city.skim()


async def test_whoever_is_registered_reads_the_first_name(city: City) -> None:
    """One name to call at the door, and no more."""
    _, officer, citizen = await alarm_at(city, "passed on", citizen=await registered(city))
    await officer.press("Siap")
    assert officer.name not in citizen.expect("Petugas Budi berangkat pukul 14:").text
    city.skim()


async def test_the_card_says_that_somebody_is_not_registered(city: City) -> None:
    """The operator knows it before asking."""
    operator, _, _ = await alarm_at(city, "ringing")
    operator.sees("Belum terdaftar")


async def test_the_number_goes_when_the_case_is_closed(city: City) -> None:
    """That somebody has registered stays, how to phone them does not."""
    operator, _, _ = await alarm_at(city, "closed", citizen=await registered(city))
    assert NUMBER not in operator.sees("✓ Terdaftar", "ditutup").text


async def test_the_number_is_there_while_it_is_open(city: City) -> None:
    """Operator and officer may need to phone."""
    operator, officer, _ = await alarm_at(city, "passed on", citizen=await registered(city))
    operator.sees("✓ Terdaftar", NUMBER)
    officer.sees("✓ Terdaftar", NUMBER)


@pytest.mark.parametrize("allowed", [True, False])
async def test_a_relative_is_shown_to_whoever_has_the_case_if_the_person_wants_it(city: City, allowed: bool) -> None:
    """Those who only hear it ring see no relative; without the person's wish nobody does."""
    other = await city.operator("Lain")
    citizen = await registered(city, replace(MOTHER, allowed=allowed))
    operator, _, _ = await alarm_at(city, "taken", citizen=citizen)
    assert allowed == (f"Boleh dikabari: {MOTHER.name}, {MOTHER.phone}" in operator.card().text)
    assert MOTHER.name not in other.card().text


async def test_a_silent_alarm_names_no_relative(city: City) -> None:
    """It may be they of whom nobody must know."""
    operator, _, citizen = await alarm_at(city, "taken", citizen=await registered(city, MOTHER))
    await citizen.press("Jangan telepon")
    assert MOTHER.name not in operator.sees("JANGAN TELEPON").text
    city.skim()
