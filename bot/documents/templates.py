"""The templates of letters: those in `locales/id/documents`, and the office's own beside its procedure files."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from bot.errors import TemplateError
from bot.settings import LOCALES
from core.letter_order import order
from core.procedure import Procedure

FOLDER = LOCALES / "id" / "documents"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


def source(name: str, own: Path | None) -> str:
    """A template's Typst source; one of the office's own stands before ours. Raises `TemplateError`."""
    if not _NAME.fullmatch(name):
        raise TemplateError(template=name, fault="expected a short name of a to z, 0 to 9 and _")
    return _read(name, own)


@lru_cache
def _read(name: str, own: Path | None) -> str:
    for folder in (own, FOLDER):
        file = folder / f"{name}.typ" if folder is not None else None
        if file is not None and file.is_file():
            text = file.read_text(encoding="utf-8")
            if "@preview" in text or "@local" in text:
                raise TemplateError(template=name, fault="packages are not fetched; write what it needs into the file")
            return text
    raise TemplateError(template=name, fault=f"there is no {name}.typ in SOP_DIR, and none of that name ships")


def check(procedures: Iterable[Procedure], own: Path | None) -> None:
    """Raises `TemplateError` for a letter that no template makes."""
    for procedure in procedures:
        for effect in procedure.effects:
            if effect.name == "letter":
                source(order(effect).template, own)
