"""Joins PDFs into one, in a process of its own (`press.join`)."""

import io
import json
from base64 import b64decode

import pypdfium2

from bot.documents.limits import work


def join(job: bytes) -> bytes:
    """The pages of all files, in order."""
    bound = pypdfium2.PdfDocument.new()
    asked = json.loads(job)
    for file in (*asked["files"], b64decode(asked["last"])):
        bound.import_pages(pypdfium2.PdfDocument(file))
    made = io.BytesIO()
    bound.save(made)
    return made.getvalue()


if __name__ == "__main__":
    work(join)
