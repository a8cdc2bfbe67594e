"""`after:` in a procedure of the office's own: a sheet for a chosen person, bound behind what somebody sent."""

from collections.abc import Awaitable, Callable
from hashlib import sha256

import pypdfium2
import pytest
from character import Character, skim
from city import City
from office_machine import content
from sheets_of_paper import pdf, text_of


@pytest.fixture
async def office(office_with: Callable[..., Awaitable[City]]) -> City:
    """A city whose office has put that file into a folder of its own."""
    return await office_with("incoming.yaml")


async def passed_on(office: City, name: str, data: bytes) -> tuple[Character, Character, bytes]:
    """The secretary, the clerk whom they chose, and the clerk's sheet, for a letter that was sent as that file."""
    secretary, clerk = await office.staff("secretary", "Sekretaris"), await office.staff("analyst", "Adi")
    await office.staff("analyst", "Beni")
    citizen = office.citizen()
    await citizen.write("/surat")
    await citizen.write("SMA Contoh")
    await citizen.does(citizen.person.send_document, data, name)
    await citizen.press("Selesai")
    await citizen.press("Kirim")
    await secretary.press("Disposisikan")
    await secretary.press(clerk.name)
    await secretary.press("Tindak lanjuti")
    sheet = next(one for one in clerk.person.inbox if one.document is not None and "Lembar Disposisi" in one.text)
    skim(secretary, clerk, citizen)
    return secretary, clerk, content(office, sheet)


async def test_the_letter_and_behind_it_the_sheet(office: City) -> None:
    """One file of two pages: what came in, then the disposition for whoever was chosen, and nobody else."""
    secretary, clerk, sheet = await passed_on(office, "surat.pdf", pdf())
    pages = pypdfium2.PdfDocument(sheet)
    last = text_of(sheet)
    assert 2 == len(pages)
    assert "" == pages[0].get_textpage().get_text_range()
    for part in (
        "LEMBAR DISPOSISI",
        "SMA Contoh",
        "Surat SM-2026-000001",
        clerk.name,
        "Tindak lanjuti",
        secretary.name,
    ):
        assert part in last
    assert "Beni" not in last


async def test_a_torn_letter_stays_apart(office: City) -> None:
    """What nobody can open cannot be bound: the sheet comes all the same, and names the file by its fingerprint."""
    torn = b"%PDF-1.7 torn"
    _, _, sheet = await passed_on(office, "surat.pdf", torn)
    assert 1 == len(pypdfium2.PdfDocument(sheet))
    said = text_of(sheet)
    assert "surat.pdf" in said
    assert sha256(torn).hexdigest()[:16] in said.replace("\r\n", "")
