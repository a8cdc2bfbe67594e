"""Joins PDFs and pictures into one PDF, in a process of its own (`press.join`)."""

import io
import json
from base64 import b64decode

import pypdfium2
from PIL import Image, ImageOps

from bot.documents.limits import work
from bot.documents.painter import FIRST_BYTES, MOST_PX

DOTS_PER_INCH = 200
A4_PX = (1654, 2339)
"""A page of A4 at that resolution."""
MARGIN_PX = 79
"""One centimetre."""


def join(job: bytes) -> bytes:
    """The pages of all files, in order; a picture is a page of its own."""
    bound = pypdfium2.PdfDocument.new()
    asked = json.loads(job)
    for file in asked["files"]:
        with open(file, "rb") as opened:
            content = opened.read()
        is_paper = b"%PDF-" in content[:FIRST_BYTES]
        bound.import_pages(pypdfium2.PdfDocument(content if is_paper else page(content)))
    bound.import_pages(pypdfium2.PdfDocument(b64decode(asked["last"])))
    made = io.BytesIO()
    bound.save(made)
    return made.getvalue()


def page(content: bytes) -> bytes:
    """A picture on a page of A4, across where it is wider than high, never larger than it is at that resolution."""
    picture = Image.open(io.BytesIO(content), formats=("JPEG", "PNG"))
    if picture.width * picture.height > MOST_PX:
        raise ValueError("too large")
    shown = ImageOps.exif_transpose(picture).convert("RGBA")
    size = A4_PX if shown.height >= shown.width else A4_PX[::-1]
    shown.thumbnail((size[0] - 2 * MARGIN_PX, size[1] - 2 * MARGIN_PX))
    paper = Image.new("RGB", size, "white")
    paper.paste(shown, ((size[0] - shown.width) // 2, MARGIN_PX), mask=shown.getchannel("A"))
    made = io.BytesIO()
    paper.save(made, "PDF", resolution=DOTS_PER_INCH, quality=90)
    return made.getvalue()


if __name__ == "__main__":
    work(join)
