"""Paints the first page of a file that somebody sent, in a process of its own (`press.paint`)."""

import io

import pypdfium2
from PIL import Image, ImageOps

from bot.documents.limits import work

LONGEST_PX = 1600
MOST_PX = 60_000_000
THINNEST = 20
"""Telegram takes no photo that is more than 20 times as long as wide: https://core.telegram.org/bots/api#sendphoto"""
FIRST_BYTES = 1024
"""A PDF may have other bytes before its mark (ISO 32000-1, annex H, 3.4.1)."""


def paint(job: bytes) -> bytes:
    """A JPEG of at most 1600 pixels a side."""
    with open(job.decode(), "rb") as file:
        content = file.read()
    page = _page(content) if b"%PDF-" in content[:FIRST_BYTES] else _picture(content)
    if max(page.size) > THINNEST * min(page.size):
        raise ValueError("too thin")
    page.thumbnail((LONGEST_PX, LONGEST_PX))
    paper = Image.new("RGB", page.size, "white")
    paper.paste(page, mask=page.getchannel("A") if page.mode == "RGBA" else None)
    painted = io.BytesIO()
    paper.save(painted, "JPEG", quality=85)
    return painted.getvalue()


def _page(content: bytes) -> Image.Image:
    document = pypdfium2.PdfDocument(content)
    page = document[0]
    scale = LONGEST_PX / max(page.get_size())
    image: Image.Image = page.render(scale=scale).to_pil()
    return image


def _picture(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(content), formats=("JPEG", "PNG"))
    if picture.width * picture.height > MOST_PX:
        raise ValueError("too large")
    picture.draft("RGB", (LONGEST_PX, LONGEST_PX))
    return ImageOps.exif_transpose(picture).convert("RGBA")


if __name__ == "__main__":
    work(paint)
