"""The first page of a PDF as a picture, so that a letter can be recognised in its bubble."""

import io

import pypdfium2

WIDTH = 480
"""Pixels of the picture."""


def first_page(document: bytes) -> bytes | None:
    """A PNG of the first page; None for what is no readable PDF."""
    try:
        with pypdfium2.PdfDocument(document) as pdf:
            page = pdf[0]
            picture = page.render(scale=WIDTH / page.get_width()).to_pil()
    except (pypdfium2.PdfiumError, IndexError, ZeroDivisionError):
        return None
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()
