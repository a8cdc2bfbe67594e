"""Papers that people in scenarios send, and what can be read of those that they get."""

import io
from pathlib import Path

import pypdfium2
import zxingcpp
from character import Character
from PIL import Image

PAPERWORK = Path(__file__).parent / "paperwork"
"""A procedure with letters and registers, and a template beside it."""


def pdf(words: str = "Surat permohonan") -> bytes:
    """A page of paper, as somebody's scanner makes it."""
    page = Image.new("RGB", (620, 877), "white")
    for row in range(60, 60 + 10 * len(words), 10):
        page.paste((30, 30, 30), (60, row, 560, row + 3))
    made = io.BytesIO()
    page.save(made, "PDF", resolution=75)
    return made.getvalue()


def text_of(content: bytes) -> str:
    """What stands on all pages, in one line."""
    document = pypdfium2.PdfDocument(content)
    pages = (page.get_textpage().get_text_range() for page in document)
    return " ".join(" ".join(pages).split())


def codes_on(content: bytes) -> list[str]:
    """What the QR codes on the first page hold, read from the page as it is printed at 144 dots an inch."""
    picture = pypdfium2.PdfDocument(content)[0].render(scale=2).to_pil()
    return [found.text for found in zxingcpp.read_barcodes(picture)]


async def request(citizen: Character, letter: bytes, name: str = "surat.pdf") -> None:
    """Fill in the form, with a letter."""
    await citizen.write("/dampingi")
    citizen.expect("Nama rombongan")
    await citizen.write("SMA Contoh $x$ *y*")
    citizen.expect("Jumlah peserta")
    await citizen.write("12")
    citizen.expect("Surat permohonan")
    await citizen.does(citizen.person.send_document, letter, name)
    citizen.expect("Periksa dulu")
    await citizen.press("Kirim")
    citizen.expect("Terkirim dengan nomor")
