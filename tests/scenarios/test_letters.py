"""Letters that a procedure asks for: numbered, made, sent, and verified by anybody who holds the paper."""

import hashlib
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from character import Character
from city import City
from databases import BOTH, NewDatabase
from office_machine import content, sigap
from sheets_of_paper import PAPERWORK, codes_on, pdf, request, text_of

from simulator.chat import Message

NUMBER = "800.1.11.1/{:04d}/DKISP/2026"
Cast = tuple[Character, Character, Character, Character]


@pytest.fixture(scope="module", params=BOTH)
async def office(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, new_database: NewDatabase
) -> AsyncIterator[City]:
    """A city whose office has a procedure with letters, and a template of its own."""
    folder = tmp_path_factory.mktemp("letters")
    city = await City.found(folder, DATABASE_URL=new_database(request.param, folder), SOP_DIR=str(PAPERWORK))
    yield city
    assert 0 == await city.end()


@pytest.fixture
async def cast(office: City) -> AsyncIterator[Cast]:
    """A citizen whose request waits for the head of the centre, two guides, and the head of department."""
    head, dewi = await office.head(name="Kepala UPTD"), await office.head("guide", "Dewi <Contoh> #emph[x]")
    chief = await office.head("head_of_department", "Kadis")
    citizen = office.citizen()
    await request(citizen, pdf())
    head.expect("SMA Contoh $x$ *y*", "Kepala UPTD menunjuk")
    head.expect("surat.pdf")
    yield citizen, head, dewi, chief
    assert [] == await office.leave()


async def appoint(head: Character, guide: Character) -> None:
    """The head names a guide."""
    await head.press("Tunjuk")
    head.expect("Siapa yang mendampingi?")
    await head.press(guide.name)


def serial(letter: Message) -> int:
    """Which of the year's letters it is."""
    found = re.search(r"800\.1\.11\.1/(\d{4})/DKISP/2026", letter.text)
    assert found is not None
    return int(found[1])


def took_over(guide: Character) -> Message:
    """A guide reads the card, the request with its first page, and the letter."""
    guide.expect("SMA Contoh", "Pendamping bekerja")
    _, page, letter = guide.expect_each("surat.pdf", "Halaman pertama surat", "Surat Tugas nomor")
    assert "photo" == page.kind
    return letter


async def test_a_letter_from_the_press_to_whoever_checks_the_paper(office: City, cast: Cast, tmp_path: Path) -> None:
    """It is numbered and sent to all whom the file names; its code and its file say the same of it."""
    citizen, head, dewi, chief = cast
    page = head.expect("Halaman pertama surat pada PR-")
    assert ("photo", head.card().id) == (page.kind, page.reply_to.id if page.reply_to else None)
    nip = ("--nip", "19850101 201001 2 001")
    assert 0 == (await sigap(office, "staff", "title", "--telegram-id", str(dewi.id), *nip))[0]
    await appoint(head, dewi)
    letters = [took_over(dewi), head.expect("Surat Tugas nomor"), chief.expect("Surat Tugas nomor")]
    files = [content(office, letter) for letter in letters]
    assert 1 == len(set(files))
    said, number = text_of(files[0]), NUMBER.format(1)
    for part in (
        f"NOMOR: {number}",
        f"Nama : {dewi.name} NIP : 19850101 201001 2 001 Jabatan : Pelaksana",
        "Mendampingi SMA Contoh $x$ *y* (12 orang);",
        "Kepala UPTD TCC",
        f"oleh {head.name}, Senin, 2 Maret 2026, pukul 14.00 WITA",
        "bukan tanda tangan elektronik tersertifikasi",
        "Tembusan: 1. Kepala Dinas",
    ):
        assert part in said
    (link,) = codes_on(files[0])
    passer_by = office.citizen()
    await passer_by.write(f"/start {link.partition('?start=')[2]}")
    digest = hashlib.sha256(files[0]).hexdigest()
    shown = passer_by.expect("Surat Tugas", number, "02-03-2026", "PR-2026-000001", "berlaku", digest[:16])
    assert not any(name in shown.text for name in (dewi.name, head.name, citizen.name, "SMA Contoh"))
    (tmp_path / "surat.pdf").write_bytes(files[0])
    code, line = await sigap(office, "audit", "verify-document", str(tmp_path / "surat.pdf"))
    assert 0 == code
    for part in ("Surat Tugas", number, "02-03-2026", "PR-2026-000001", "on record and valid", digest):
        assert part in line
    (tmp_path / "surat.pdf").write_bytes(files[0] + b" ")
    code, line = await sigap(office, "audit", "verify-document", str(tmp_path / "surat.pdf"))
    assert (1, True) == (code, "unknown" in line)
    kept = office.bot.folder / "letters" / "PR-2026-000001" / "surat_tugas-2026-1.pdf"
    kept.write_bytes(b"another")
    code, line = await sigap(office, "audit", "verify")
    assert (1, True) == (code, f"letter {number} of PR-2026-000001: changed" in line)
    kept.write_bytes(files[0])
    assert 0 == (await sigap(office, "audit", "verify"))[0]


async def test_a_newer_letter_takes_the_place_of_the_older(office: City, cast: Cast) -> None:
    """Another guide gets a letter with the next number; the code of the first says that it counts no longer."""
    _, head, dewi, chief = cast
    head.expect("Halaman pertama")
    budi = await office.head("guide", "Budi")
    await appoint(head, dewi)
    first = content(office, took_over(dewi))
    number = serial(head.expect("Surat Tugas nomor"))
    chief.expect(NUMBER.format(number))
    await dewi.press("Ganti pendamping")
    head.expect("giliran Anda")
    await appoint(head, budi)
    took_over(budi)
    assert number + 1 == serial(head.expect("Surat Tugas nomor"))
    chief.expect(NUMBER.format(number + 1))
    dewi.skim()
    (link,) = codes_on(first)
    await dewi.write(f"/start {link.partition('?start=')[2]}")
    dewi.expect(NUMBER.format(number), "TIDAK BERLAKU LAGI")


async def test_a_template_of_the_office_for_whoever_asked(office: City, cast: Cast) -> None:
    """A refusal by the office's own template reaches the requester, with the words that were given."""
    citizen, head, _, _ = cast
    page = head.expect("Halaman pertama")
    await head.press("Tolak")
    head.expect("Alasan")
    await head.write("penuh #pagebreak() $x$")
    _, own = head.expect_each("Tercatat", "Thanks nomor")
    letter = citizen.expect("Thanks nomor 0001/DKISP/2026")
    assert "Mohon maaf, penuh #pagebreak() $x$" in text_of(content(office, letter))
    await office.forward(hours=25)
    assert (True, False) == (page.deleted, own.deleted)
    head.skim()
    cast[3].skim()


@pytest.mark.parametrize("code", ["v_", "v_AAAAAAAAAAAAAAAAAAAAAA", "v_../../../etc/passwd", "v_" + "A" * 60])
async def test_a_code_that_is_not_ours(office: City, code: str) -> None:
    """Whoever scans another code is told that we do not know it."""
    citizen = office.citizen()
    await citizen.write(f"/start {code}")
    citizen.expect("Kode ini tidak kami kenal")
    assert [] == await office.leave()


@pytest.mark.parametrize("letter", [b"%PDF-1.7 torn", b"no paper at all", pdf()[:400]])
async def test_a_letter_that_cannot_be_painted(office: City, letter: bytes) -> None:
    """A broken file is kept as it came; there is no picture of it, and nobody is bothered."""
    head, citizen = await office.head(name="Kepala UPTD"), office.citizen()
    await request(citizen, letter)
    head.expect("SMA Contoh")
    head.expect("surat.pdf")
    head.expect_nothing()
    assert [] == await office.leave()
