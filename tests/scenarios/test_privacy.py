"""/privasi: what is kept of somebody, in plain words and as a file, and how they have it erased."""

import json

import pytest
from alarm import alarm_at
from character import Character, skim
from city import City
from sqlalchemy import select

from core.people import Person
from simulator.chat import Message
from storage import chain
from storage.batch import Batch
from storage.schema import events

NUMBER, MOTHER = "+62811000333", "0811 000 444"


async def person(city: City, citizen: Character) -> Person:
    """What is kept of somebody."""
    found = await Batch(city.db).unit(city.telegram.clock.now()).person(citizen.id)
    assert found is not None
    return found


async def register(citizen: Character) -> None:
    """Register with a relative."""
    await citizen.write("/daftar")
    await citizen.write("Wati Contoh")
    await citizen.does(citizen.person.share_contact, True, NUMBER)
    await citizen.write("Ibu Contoh")
    await citizen.write(MOTHER)
    await citizen.press("Ya")
    await citizen.press("Kirim")
    citizen.skim()


async def closed(city: City, citizen: Character) -> str:
    """An alarm of theirs that is over for good; its number."""
    operator, officer, _ = await alarm_at(city, "recorded", citizen=citizen)
    await city.forward(minutes=10)
    skim(operator, officer, citizen)
    ticket = citizen.ticket()
    assert not (await city.case(ticket)).is_open
    return ticket


async def erase(citizen: Character) -> Message:
    """Hapus, pressed twice; the message that was settled by it."""
    await citizen.write("/privasi")
    await citizen.press("Hapus semua data saya", citizen.expect("Yang tersimpan tentang Anda"))
    sure = citizen.expect("tidak dapat dibatalkan", "Yakin?")
    await citizen.press("Hapus semua data saya", sure)
    citizen.expect_answer("sudah dihapus")
    return sure


def content(city: City, message: Message) -> dict[str, object]:
    """The file that came."""
    assert message.document is not None
    found: dict[str, object] = json.loads(city.telegram.world.files.find(message.document.file_id).data)
    return found


async def test_everything_kept_is_told_in_plain_words(city: City) -> None:
    """Name, number, relative, and each report with its number and times."""
    citizen = city.citizen()
    await citizen.write("/privasi")
    citizen.expect(citizen.name, "Nomor telepon: tidak ada", "Keluarga: tidak ada", "Laporan: tidak ada", "48 jam")
    await register(citizen)
    ticket = await closed(city, citizen)
    await citizen.write("/privasi")
    citizen.expect("Wati Contoh", NUMBER, "Ibu Contoh", MOTHER, "Laporan: 1", ticket, "ditutup")


async def test_unduh_sends_a_file_with_readable_keys(city: City) -> None:
    """What stands in it is what is kept, the reports' contents and our messages included."""
    citizen = city.citizen()
    await register(citizen)
    ticket = await closed(city, citizen)
    await citizen.write("/privasi")
    await citizen.press("Unduh", citizen.expect("Yang tersimpan tentang Anda"))
    citizen.expect_answer("segera kami kirim")
    told = content(city, citizen.expect("Data Anda"))
    assert ("Wati Contoh", NUMBER) == (told["nama"], told["nomor_telepon"])
    assert {"nama": "Ibu Contoh", "nomor_telepon": MOTHER, "boleh_dikabari": True} == told["keluarga"]
    (report,) = told["laporan"]
    assert ticket == report["nomor"]
    assert report["isi"]["position"]
    assert any("SUDAH MASUK" in (one["tulisan"] or "") for one in told["percakapan"]["pesan_kami"])


async def test_hapus_erases_the_person_and_the_contents_of_closed_reports(city: City) -> None:
    """Asked twice; the record still verifies, and the erasure is part of it."""
    citizen = city.citizen()
    await register(citizen)
    ticket = await closed(city, citizen)
    known = (await person(city, citizen)).id
    assert "nama Telegram Anda tercatat lagi" in (await erase(citizen)).text
    kept = await person(city, citizen)
    assert (known, "", None, None, None) == (kept.id, kept.name, kept.phone, kept.registered_at, kept.relative)
    case = await city.case(ticket)
    assert ({}, None) == (case.personal, case.place)
    assert await chain.verify(city.db) is None
    async with city.db.reading() as conn:
        said = (await conn.execute(select(events.c.kind).where(events.c.by == known))).scalars().all()
    assert {"PersonalErased", "PersonErased"} <= set(said)


async def test_whoever_was_erased_is_met_anew(city: City) -> None:
    """Their Telegram name is known again, and PANIK works as ever."""
    citizen = city.citizen()
    await register(citizen)
    await erase(citizen)
    operator = await city.operator()
    await citizen.press("PANIK")
    citizen.expect("SUDAH MASUK")
    operator.expect("Alarm baru")
    assert citizen.name == (await person(city, citizen)).name


async def test_an_open_report_keeps_what_it_needs(city: City) -> None:
    """The closed one is emptied; name and number stay for the open one, and the person reads so."""
    citizen = city.citizen()
    await register(citizen)
    first = await closed(city, citizen)
    await alarm_at(city, "taken", citizen=citizen)
    second = citizen.ticket()
    assert first != second
    settled = await erase(citizen)
    assert second in settled.text
    assert first not in settled.text
    assert ({}, "Wati Contoh") == ((await city.case(first)).personal, (await person(city, citizen)).name)
    assert (await city.case(second)).place is not None


async def test_an_end_can_be_contested_after_the_erasure(city: City) -> None:
    """Belum selesai opens the linked report all the same; the old place and words do not come along."""
    citizen, head = city.citizen(), await city.head()
    first = await closed(city, citizen)
    await erase(citizen)
    await citizen.press("Belum selesai")
    citizen.expect("pimpinan diminta memeriksanya")
    assert "Api padam" not in head.expect(f"Lanjutan dari {first}").text


async def test_tidak_leaves_everything(city: City) -> None:
    """The second press was not given."""
    citizen = city.citizen()
    await register(citizen)
    await citizen.write("/privasi")
    await citizen.press("Hapus semua data saya")
    await citizen.press("Tidak")
    citizen.skim()
    assert NUMBER == (await person(city, citizen)).phone


@pytest.mark.parametrize("role", ["operator", "officer"])
async def test_staff_keep_the_name_that_the_office_gave(city: City, role: str) -> None:
    """And where they are while on duty; what they registered themselves goes, and no message about others comes."""
    somebody = await city.staff(role, "Oki", place=(3.3, 117.6))
    await alarm_at(city, "taken", **{role: somebody})
    await somebody.write("/privasi")
    await somebody.press("Unduh", somebody.person.chat.messages[-1])
    assert [] == content(city, somebody.person.chat.messages[-1])["percakapan"]["pesan_kami"]
    somebody.skim()
    await erase(somebody)
    kept = await person(city, somebody)
    assert (somebody.name, True) == (kept.name, kept.fix is not None)


async def test_nothing_shows_while_somebody_else_may_read_the_screen(city: City) -> None:
    """Jangan telepon: the answer is neutral."""
    citizen = city.citizen()
    operator, _, _ = await alarm_at(city, "ringing", citizen=citizen)
    await citizen.press("Jangan telepon")
    operator.skim()
    citizen.skim()
    await citizen.write("/privasi")
    assert "Yang tersimpan" not in citizen.expect("diterima").text
