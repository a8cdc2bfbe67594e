"""Registers by month: written by procedures, read by heads and by whoever writes them, as spreadsheet and PDF."""

import zipfile
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
from city import City
from databases import BOTH, NewDatabase
from office_machine import content, sigap
from sheets_of_paper import PAPERWORK, pdf, request, text_of


@pytest.fixture(scope="module", params=BOTH)
async def office(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, new_database: NewDatabase
) -> AsyncIterator[City]:
    """A city whose office keeps an agenda."""
    folder = tmp_path_factory.mktemp("registers")
    city = await City.found(folder, DATABASE_URL=new_database(request.param, folder), SOP_DIR=str(PAPERWORK))
    yield city
    assert 0 == await city.end()


async def test_a_month_of_the_agenda(office: City, tmp_path: Path) -> None:
    """The head chooses a register and a month, and gets both files; the command line writes the same lines."""
    head, clerk = await office.head(name="Kepala UPTD"), await office.head("analyst", "Analis")
    citizen = office.citizen()
    await request(citizen, pdf())
    head.skim()
    await head.write("/buku")
    choice = head.expect("Register dan bulan mana")
    labels = [label for row in choice.buttons for label in row]
    assert {"Buku agenda · Maret 2026", "Buku agenda · Februari 2026", "Buku agenda · Januari 2026"} <= set(labels)
    await head.press("Buku agenda · Maret 2026", choice)
    head.expect_answer("Sedang disiapkan")
    files = {
        message.document.file_name: content(office, message)
        for message in (head.expect("Buku agenda", "Maret 2026"), head.expect("Buku agenda", "Maret 2026"))
        if message.document is not None
    }
    said = text_of(files["register-agenda-2026-03.pdf"])
    for part in (
        "BUKU AGENDA",
        "Bulan Maret 2026",
        "1 1 PR-2026-000001",
        "SMA Contoh $x$ *y*",
        "12",
        "Halaman 1 dari 1",
    ):
        assert part in said
    with zipfile.ZipFile(BytesIO(files["register-agenda-2026-03.xlsx"])) as book:
        strings = book.read("xl/sharedStrings.xml").decode()
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    assert "SMA Contoh $x$ *y*" in strings
    await head.press("Buku agenda · Februari 2026", choice)
    empty = [content(office, head.expect("Februari 2026")) for _ in range(2)]
    assert any(one.startswith(b"%PDF") and "Tidak ada catatan" in text_of(one) for one in empty)
    await clerk.write("/buku")
    refusal = clerk.expect("Register dapat dibaca pimpinan")
    for forged in ("v1:register:agenda:2026-03", "v1:register:-:2026-03", "v1:register:../x:2026-03"):
        await clerk.does(clerk.person.press_data, refusal, forged)
        clerk.expect_answer("bukan wewenang Anda")
    month = ("--month", "2026-03", "--name", "agenda", "--to", str(tmp_path))
    code, line = await sigap(office, "register", "export", *month)
    assert (0, True) == (code, "register-agenda-2026-03.pdf" in line)
    assert "PR-2026-000001" in text_of((tmp_path / "register-agenda-2026-03.pdf").read_bytes())
    assert [] == await office.leave()
