"""The last page of a reply: who initialled and signed it, in which capacity, and a code that proves it."""

import hashlib
import io
from pathlib import Path

import pypdfium2
import pytest
from city import City
from delegations import appoint, day
from office_machine import content, sigap
from PIL import Image
from sheets_of_paper import codes_on, text_of
from statistics_office import Bureau, working_morning

from core.office_calendar import USUAL_CALENDAR
from simulator.chat import Message
from storage import people


@pytest.fixture
async def bureau(city: City) -> Bureau:
    """A Monday morning at the office."""
    await working_morning(city)
    return await Bureau.staffed(city)


async def delivered(bureau: Bureau) -> Message:
    """The analyst delivers; the reply with its last page, as the requester got it."""
    await bureau.sure(bureau.analyst, "Serahkan ke pemohon")
    return next(one for one in bureau.citizen.person.inbox if "Lembar Pengesahan" in one.text)


async def test_the_page_its_code_and_the_file_say_the_same(bureau: Bureau, tmp_path: Path) -> None:
    """Four names with their roles and moments over the draft's hash; the code and the command line know the file."""
    city, ticket = bureau.city, await bureau.at("deliver")
    letter = await delivered(bureau)
    reply = content(city, letter)
    assert 2 == len(pypdfium2.PdfDocument(reply))
    said, case = text_of(reply), await city.case(ticket)
    signers = (bureau.checker, bureau.chief, bureau.secretary, bureau.head)
    roles = ("Statistisi Ahli Muda", "Kepala Bidang Statistik dan Persandian", "Sekretaris", "Kepala Dinas")
    acts = ("Paraf", "Paraf", "Paraf", "Tanda tangan")
    for act, one, role, put in zip(acts, signers, roles, case.signatures, strict=True):
        at = put.at.astimezone(USUAL_CALENDAR.zone)
        assert f"{act} dicatat secara elektronik oleh {one.name}, {role}, Senin, {at.day} " in said
        assert f"{at.year}, pukul {at:%H.%M} WITA. Sidik dokumen" in said
        assert put.files[0][1][:32] in said
    assert said.count("Bukan tanda tangan elektronik tersertifikasi.") == 4
    assert "luas hutan bakau, 2020 sampai 2024" in said

    page = pypdfium2.PdfDocument.new()
    page.import_pages(pypdfium2.PdfDocument(reply), [1])
    page.save(tmp_path / "page.pdf")
    (link,) = codes_on((tmp_path / "page.pdf").read_bytes())
    passer_by, digest = city.citizen("Pembaca"), hashlib.sha256(reply).hexdigest()
    await passer_by.write(f"/start {link.partition('?start=')[2]}")
    shown = passer_by.expect("Lembar Pengesahan", ticket, "tercatat pada kami dan berlaku", digest[:16])
    assert not any(one.name in shown.text for one in bureau.everybody)
    (tmp_path / "reply.pdf").write_bytes(reply)
    code, line = await sigap(city, "audit", "verify-document", str(tmp_path / "reply.pdf"))
    assert (0, True, True) == (code, ticket in line, digest in line)
    number = letter.text.split("nomor ")[1].split(",")[0]
    assert number in line
    assert number in shown.text
    (tmp_path / "reply.pdf").write_bytes(reply + b" ")
    assert 1 == (await sigap(city, "audit", "verify-document", str(tmp_path / "reply.pdf")))[0]
    bureau.skim()


def picture() -> bytes:
    """A reply that somebody has photographed, wider than high."""
    page, file = Image.new("RGB", (900, 600), "white"), io.BytesIO()
    page.paste((20, 90, 160), (100, 100, 800, 500))
    page.save(file, "PNG")
    return file.getvalue()


async def test_a_picture_is_a_page(bureau: Bureau) -> None:
    """The sheet is bound behind it, and names the data beside it by its hash."""
    ticket = await bureau.at("deliver", "balasan.png", picture())
    letter = await delivered(bureau)
    reply, (_, data) = content(bureau.city, letter), (await bureau.city.case(ticket)).evidence[-2:]
    document = pypdfium2.PdfDocument(reply)
    assert (2, False) == (len(document), "terpisah" in letter.text)
    (width, height), shown = document[0].get_size(), document[0].render().to_pil().convert("RGB")
    assert (842, 595) == (round(width), round(height))
    assert (20, 90, 160) == pytest.approx(shown.getpixel((shown.width // 2, shown.height // 4)), abs=6)
    said = text_of(reply)
    assert "Dokumen pada halaman sebelumnya" in said
    assert ("data.csv" in said, data.sha256 in said) == (True, True)
    bureau.skim()


async def test_an_office_file_has_its_sheet_beside_it(bureau: Bureau) -> None:
    """Word cannot be bound: the sheet is a PDF of its own which says so and names the file's hash."""
    ticket = await bureau.at("deliver", "balasan.docx", b"PK\x03\x04 balasan")
    letter = await delivered(bureau)
    case, said = await bureau.city.case(ticket), text_of(content(bureau.city, letter))
    assert "Lembar ini terpisah dari berkas jawabannya" in letter.text
    assert "Lembar ini berdiri sendiri" in said
    assert 1 == len(pypdfium2.PdfDocument(content(bureau.city, letter)))
    assert hashlib.sha256(b"PK\x03\x04 balasan").hexdigest() in said
    assert ("balasan.docx" in said, case.signatures[-1].files[0][1][:32] in said) == (True, True)
    bureau.shows(bureau.citizen, "balasan.docx", "data.csv")
    bureau.skim()


async def test_a_stand_in_signs_as_what_they_are(bureau: Bureau) -> None:
    """Plt Kepala Dinas stands on the cards and on the page, also once the standing-in is over."""
    city = bureau.city
    await appoint(bureau.head, bureau.secretary, day(city), day(city), "Plt")
    bureau.skim()
    ticket = await bureau.ask()
    bureau.skim()
    await bureau.secretary.press("⚡", bureau.secretary.card())
    bureau.chief.sees("Disposisi", "Plt Kepala Dinas")
    await bureau.chief.press("⚡", bureau.chief.card())
    await bureau.checker.press("⚡", bureau.checker.card())
    await bureau.submit()
    await bureau.sure(bureau.checker, "Paraf")
    await bureau.sure(bureau.chief, "Paraf")
    await bureau.sure(bureau.secretary, "Paraf")
    await bureau.sure(bureau.secretary, "Tanda tangani")
    bureau.analyst.sees(
        f"Paraf {bureau.secretary.name}, Sekretaris",
        f"Tanda tangan {bureau.secretary.name}, Plt Kepala Dinas",
    )
    await bureau.head.write("/delegasi")
    await bureau.head.press("Akhiri")
    bureau.skim()
    said = text_of(content(city, await delivered(bureau)))
    assert f"Paraf dicatat secara elektronik oleh {bureau.secretary.name}, Sekretaris, " in said
    assert f"Tanda tangan dicatat secara elektronik oleh {bureau.secretary.name}, Plt Kepala Dinas, " in said
    assert bureau.head.name not in said
    signature = (await city.case(ticket)).signatures[-1]
    assert ("head_of_department", "Plt Kepala Dinas") == (signature.capacity, signature.acting)
    bureau.skim()


async def test_whoever_left_meanwhile_is_named_all_the_same(bureau: Bureau) -> None:
    """What somebody initialled stays theirs."""
    await bureau.at("deliver")
    await people.remove_staff(bureau.city.db, bureau.checker.id, None, bureau.city.telegram.clock.now())
    said = text_of(content(bureau.city, await delivered(bureau)))
    assert f"Paraf dicatat secara elektronik oleh {bureau.checker.name}, Statistisi Ahli Muda" in said
    bureau.skim()
