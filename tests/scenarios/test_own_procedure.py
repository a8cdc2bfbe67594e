"""A procedure that nobody wrote code for runs from its file alone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from city import City
from databases import BOTH, NewDatabase

PROCEDURES = Path(__file__).parent / "procedures"


@pytest.fixture(scope="module", params=BOTH)
async def office(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, new_database: NewDatabase
) -> AsyncIterator[City]:
    """A city whose office has a procedure of its own."""
    folder = tmp_path_factory.mktemp("office")
    city = await City.found(folder, DATABASE_URL=new_database(request.param, folder), SOP_DIR=str(PROCEDURES))
    yield city
    assert [] == await city.leave()
    assert 0 == await city.end()


async def test_a_form_a_decision_a_question_back_a_reminder_and_an_end(office: City) -> None:
    """The file's form opens the case, its buttons lead through it, its times remind, its texts are told."""
    secretary, chief = await office.head("secretary", "Sekretaris"), await office.head("head_of_department", "Kadis")
    citizen = office.citizen()
    await citizen.write("/start")
    citizen.expect("Halo")
    await citizen.press("Pinjam proyektor")
    citizen.expect("Nama instansi")
    await citizen.write("SMA Contoh <1> & teman")
    citizen.expect("Berapa hari?")
    await citizen.write("sebulan")
    citizen.expect("Tulis angka saja")
    await citizen.write("9")
    citizen.expect("1 sampai 7")
    await citizen.write("2")
    citizen.expect("Catatan")
    await citizen.press("Lewati")
    citizen.expect("Periksa dulu", "SMA Contoh <1> & teman", "2")
    await citizen.press("Kirim")
    citizen.expect("Terkirim dengan nomor PJ-2026-000001")
    secretary.expect("PJ-2026-000001", "SMA Contoh <1> & teman", "Sekretaris memutuskan")

    await office.forward(minutes=10)
    secretary.expect("waktunya sudah lewat")
    chief.expect("terlambat", "Sekretaris memutuskan")
    await secretary.press("Tanya pemohon")
    secretary.expect("Apa yang ditanyakan?")
    await secretary.write("Untuk acara apa?")
    secretary.expect("Tercatat")
    citizen.expect("Untuk acara apa?", "Pemohon menjawab")
    citizen.expect("Untuk acara apa?")
    await citizen.press("Jawab")
    citizen.expect("Jawaban Anda")
    await citizen.write("Rapat wali murid.")
    citizen.expect("Tercatat")
    secretary.expect("Rapat wali murid.")
    secretary.expect("giliran Anda")

    await secretary.press("Pinjamkan")
    citizen.expect("dapat diambil")
    await secretary.press("Sudah kembali")
    secretary.sees("Sudah kembali", "ditutup")
    assert [] == secretary.buttons()
    await citizen.write("/status")
    citizen.expect("PJ-2026-000001", "Sudah kembali")
