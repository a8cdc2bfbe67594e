"""/daftar: a name and one's own number, a relative only for whoever wants one; seen, changed and withdrawn."""

import re

import pytest
from alarm import alarm_at
from character import Character
from city import City

from core.people import Person
from storage.batch import Batch

NUMBER, MOTHER = "+62811000111", "0811 000 222"


async def person(city: City, citizen: Character) -> Person:
    """What is kept of somebody."""
    found = await Batch(city.db).unit(city.telegram.clock.now()).person(citizen.id)
    assert found is not None
    return found


async def named(city: City, citizen: Character) -> None:
    """The form up to the question for a relative."""
    await citizen.write("/daftar")
    citizen.expect("Siapa nama Anda?", "tidak wajib")
    await citizen.write("Wati Contoh")
    asked = citizen.expect("Bagikan nomor Anda sendiri", "bila pesan terputus")
    assert [["🚨 PANIK"], ["📱 Bagikan nomor saya"], ["‹ Kembali", "Batal"]] == asked.buttons
    await citizen.does(citizen.person.share_contact, True, NUMBER)
    citizen.expect("Adakah keluarga yang boleh dikabari?", "Tanpa izin Anda")


async def test_registering_without_a_relative(city: City) -> None:
    """Two answers, a summary, and it is kept; no relative is."""
    citizen = city.citizen()
    await named(city, citizen)
    await citizen.press("Lewati")
    citizen.expect("Periksa dulu", "Wati Contoh", NUMBER)
    assert not (await person(city, citizen)).is_registered
    await citizen.press("Kirim")
    citizen.expect("Anda terdaftar")
    kept = await person(city, citizen)
    assert (True, "Wati Contoh", NUMBER, None) == (kept.is_registered, kept.name, kept.phone, kept.relative)


@pytest.mark.parametrize(("answer", "allowed"), [("Ya", True), ("Tidak", False)])
async def test_registering_with_a_relative(city: City, answer: str, allowed: bool) -> None:
    """Whether the relative may be told is asked, never assumed; the operator reads it only if so."""
    citizen = city.citizen()
    await named(city, citizen)
    await citizen.write("Ibu Contoh")
    citizen.expect("Berapa nomor teleponnya?")
    await citizen.write("rumah")
    citizen.expect("bukan nomor telepon")
    await citizen.write(MOTHER)
    citizen.expect("Boleh operator mengabari")
    await citizen.press(answer)
    citizen.expect("Periksa dulu", "Ibu Contoh", MOTHER, answer)
    await citizen.press("Kirim")
    citizen.expect("Anda terdaftar")
    await citizen.write("/daftar")
    citizen.expect("Ibu Contoh", "boleh dikabari" if allowed else "tidak dikabari")
    operator, _, _ = await alarm_at(city, "taken", citizen=citizen)
    assert allowed == ("Ibu Contoh" in operator.sees("Wati Contoh", NUMBER).text)


async def test_a_relatives_contact_card_is_an_answer(city: City) -> None:
    """Sent from the address book instead of written."""
    citizen = city.citizen()
    await named(city, citizen)
    await citizen.write("Ibu Contoh")
    citizen.expect("Berapa nomor teleponnya?")
    await citizen.does(citizen.person.share_contact, False, "+62811000222", "Ibu")
    citizen.expect("Boleh operator mengabari")
    await citizen.press("Batal")
    citizen.skim()


async def test_only_ones_own_contact_registers(city: City) -> None:
    """Neither a number that was written nor somebody else's card."""
    citizen = city.citizen()
    await citizen.write("/daftar")
    citizen.expect("Siapa nama Anda?")
    await citizen.write("Wati Contoh")
    citizen.expect("Bagikan nomor Anda sendiri")
    await citizen.write(NUMBER)
    citizen.expect("Kirim kontak Anda sendiri")
    await citizen.does(citizen.person.share_contact, False)
    citizen.expect("kontak orang lain")
    await citizen.press("Batal")
    citizen.expect("Tidak ada yang dikirim")
    assert not (await person(city, citizen)).is_registered


async def test_kembali_leads_back_past_what_was_not_asked(city: City) -> None:
    """From the summary to the relative, who was skipped; from the number to the name."""
    citizen = city.citizen()
    await named(city, citizen)
    await citizen.press("Lewati")
    citizen.expect("Periksa dulu")
    await citizen.press("Kembali")
    citizen.expect("Adakah keluarga")
    await citizen.press("Kembali")
    citizen.expect("Bagikan nomor Anda sendiri")
    await citizen.press("Kembali")
    citizen.expect("Siapa nama Anda?")
    await citizen.write("/batal")
    citizen.expect("Tidak ada yang dikirim")


async def test_panik_in_the_middle_of_it_is_an_alarm(city: City) -> None:
    """The button stands above the question; the form is left."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/daftar")
    await citizen.write("Wati Contoh")
    citizen.skim()
    await citizen.press("PANIK")
    citizen.expect("SUDAH MASUK")
    operator.expect("Alarm baru")
    await citizen.write("/daftar")
    citizen.expect("Panggilan Anda masih terbuka")


async def test_withdrawing_is_asked_twice_and_forgets_everything(city: City) -> None:
    """Name, number and relative; the name becomes again what Telegram says."""
    citizen = city.citizen("Wati")
    await named(city, citizen)
    await citizen.press("Lewati")
    await citizen.press("Kirim")
    await citizen.write("/daftar")
    citizen.skim()
    await citizen.press("Hapus pendaftaran")
    citizen.expect("Yakin?")
    assert (await person(city, citizen)).is_registered
    await citizen.press("Hapus pendaftaran")
    citizen.expect_answer("dihapus")
    kept = await person(city, citizen)
    assert (False, citizen.name, None) == (kept.is_registered, kept.name, kept.phone)
    await citizen.write("/daftar")
    citizen.expect("Siapa nama Anda?")
    await citizen.write("/batal")
    citizen.skim()


async def test_changing_replaces_what_was_given(city: City) -> None:
    """The whole form again; a relative who is left out is forgotten."""
    citizen = city.citizen()
    await named(city, citizen)
    await citizen.write("Ibu Contoh")
    await citizen.write(MOTHER)
    await citizen.press("Ya")
    await citizen.press("Kirim")
    await citizen.write("/daftar")
    citizen.skim()
    await citizen.press("Ubah")
    citizen.expect("Siapa nama Anda?")
    await citizen.write("Wati Baru")
    await citizen.does(citizen.person.share_contact, True, NUMBER)
    await citizen.press("Lewati")
    await citizen.press("Kirim")
    citizen.skim()
    kept = await person(city, citizen)
    assert ("Wati Baru", None) == (kept.name, kept.relative)


async def test_staff_keep_the_name_that_the_office_gave(city: City) -> None:
    """They are asked for their number only."""
    operator = await city.operator("Oki")
    await operator.write("/daftar")
    operator.expect("Bagikan nomor Anda sendiri")
    await operator.does(operator.person.share_contact, True, NUMBER)
    await operator.press("Lewati")
    await operator.press("Kirim")
    operator.skim()
    assert operator.name == (await person(city, operator)).name


async def test_numbers_stand_in_no_log(city: City) -> None:
    """Nor does the relative's name."""
    citizen = city.citizen()
    await named(city, citizen)
    await citizen.write("Ibu Rahasia")
    await citizen.write("0811 777 888")
    await citizen.press("Ya")
    await citizen.press("Kirim")
    citizen.skim()
    assert not re.search(r"811\D?000\D?111|811\D?777\D?888|Rahasia", city.bot.log)
