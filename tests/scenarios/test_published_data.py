"""What is published already is offered before a case is opened, and can be looked through at any time."""

from collections.abc import AsyncIterator

import pytest
from character import Character
from city import City
from databases import BOTH, NewDatabase

from bot.commands.dataset import publish
from core.dataset import Dataset
from storage import datasets

FIGURES = """
id: figures
title: Permintaan angka
ticket: AN
hours: always
open:
  by: citizen
  command: angka
  label: 🔢 Minta angka
  before: published_data
  form:
    - {id: whose, ask: Untuk siapa?, type: choice, choices: [Kantor, Sekolah]}
    - {id: subject, ask: Data apa?, type: text}
    - {id: purpose, ask: Untuk apa?, type: text}
steps:
  - {id: answer, title: Analis menjawab, by: analyst, actions: [{id: done, label: Selesai, end: done}]}
"""


@pytest.fixture(scope="module", params=BOTH)
async def archive(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, new_database: NewDatabase
) -> AsyncIterator[City]:
    """A city that has published a table, and the address of another."""
    folder = tmp_path_factory.mktemp("archive")
    sops = folder / "sops"
    sops.mkdir()
    (sops / "figures.yaml").write_text(FIGURES)
    city = await City.found(folder, DATABASE_URL=new_database(request.param, folder), SOP_DIR=str(sops))
    await publish(
        city.db, folder, "penduduk.csv", b"kecamatan,jiwa\n", "Penduduk menurut kecamatan", "Angka contoh", "2024"
    )
    link = Dataset("feed", "Produksi perikanan", link="https://data.example/ikan")
    await datasets.add(city.db, link, city.telegram.clock.now())
    yield city
    assert [] == await city.leave()
    assert 0 == await city.end()
    assert '"level": "error"' not in city.bot.log


async def asked(city: City, subject: str) -> Character:
    """Somebody who has answered up to what they look for."""
    citizen = city.citizen()
    await citizen.write("/angka")
    citizen.expect("Untuk siapa?")
    await citizen.press("Kantor")
    citizen.expect("Data apa?")
    await citizen.write(subject)
    return citizen


async def taken(city: City) -> dict[str, int]:
    return {one.name: count for one, count in await datasets.every(city.db)}


async def test_taking_what_is_published_opens_nothing_and_is_counted(archive: City) -> None:
    """The file comes into the chat; no case is opened."""
    before = (await taken(archive))["Penduduk menurut kecamatan"]
    citizen = await asked(archive, "data kependudukan tahun 2024")
    citizen.expect("Ini yang Anda cari?", "Penduduk menurut kecamatan", "2024", "Angka contoh")
    await citizen.press("⬇️ Penduduk")
    citizen.expect_answer("Dikirim")
    file = citizen.expect("Penduduk menurut kecamatan")
    assert file.kind == "document"
    await citizen.write("/status")
    citizen.expect("belum punya laporan")
    assert before + 1 == (await taken(archive))["Penduduk menurut kecamatan"]


async def test_going_on_loses_nothing(archive: City) -> None:
    """After "Bukan ini, lanjutkan" the next question comes, and the case has the words that were typed."""
    analyst = await archive.staff("analyst", "Analis")
    citizen = await asked(archive, "penduduk menurut umur")
    citizen.expect("Ini yang Anda cari?", "Penduduk menurut kecamatan")
    await citizen.press("Bukan ini, lanjutkan")
    citizen.expect("Untuk apa?")
    await citizen.write("skripsi")
    citizen.expect("Periksa dulu", "penduduk menurut umur", "skripsi")
    await citizen.press("Kirim")
    citizen.expect("Terkirim dengan nomor AN-")
    analyst.expect("penduduk menurut umur")


async def test_other_words_may_be_typed_in_the_place_of_the_offer(archive: City) -> None:
    """They are looked for too; where nothing is published, the form just goes on."""
    citizen = await asked(archive, "perikanan")
    citizen.expect("Ini yang Anda cari?", "Produksi perikanan")
    await citizen.write("luas hutan bakau")
    citizen.expect("Untuk apa?")
    await citizen.write("/batal")
    citizen.expect("Dibatalkan")


async def test_looking_through_what_is_published(archive: City) -> None:
    """The menu's button lists it; a link is given at once; what was taken back meanwhile is said to be gone."""
    citizen = archive.citizen()
    await citizen.write("/start")
    citizen.expect("Halo")
    await citizen.press("Dataset")
    citizen.expect("Dataset terbuka", "Penduduk menurut kecamatan", "Produksi perikanan")
    await citizen.press("⬇️ Produksi")
    link = citizen.expect("Produksi perikanan", "diterbitkan di alamat ini")
    assert link.buttons == [["🔗 Buka"]]

    now = archive.telegram.clock.now()
    await datasets.add(archive.db, Dataset("gone", "Zakat", link="https://data.example/z"), now)
    await citizen.write("/dataset")
    citizen.expect("Zakat")
    await datasets.remove(archive.db, "gone", now)
    await citizen.press("⬇️ Zakat")
    citizen.expect_answer("tidak tersedia lagi")
