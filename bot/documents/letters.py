"""Makes a letter that was asked for: one file, kept under DATA_DIR and proved by its SHA-256."""

import hashlib
import json
from pathlib import Path, PurePosixPath
from typing import Any

from bot.archive import Archive
from bot.documents import press, qr, templates
from bot.errands import Done, ErrandKind, Hopeless, NotYet
from bot.errors import TemplateError
from bot.house import House
from core.case import Case
from storage import cases, evidence, letters
from storage.database import Database
from storage.errands import ErrandRow
from storage.letters import LetterRow

BOUND = (".pdf", ".jpg", ".jpeg", ".png")
"""What a letter is bound behind, page by page."""


class Letters(ErrandKind):
    """Payload: code. Result: code, sha256 (hex), size (bytes), apart (files that it names and is not bound to)."""

    after = frozenset({"evidence"})

    def __init__(self, db: Database, archive: Archive, house: House, own: Path | None) -> None:
        """`own` is the folder of the office's own templates."""
        self._db, self._archive, self._house, self._own = db, archive, house, own

    async def do(self, errand: ErrandRow) -> Done:
        """Make it once; where it is there already, say again what it is."""
        letter = await letters.find(self._db, errand.payload["code"])
        if letter is None:
            raise Hopeless("no_letter")
        if letter.sha256 is not None:
            return _done(letter.code, letter.sha256, letter.size or 0, 0)
        case = await cases.find(self._db, letter.case_id)
        if case is None:
            raise Hopeless("no_case")
        before, apart = await self._files(letter, case)
        try:
            made = await self._made(letter, before, apart)
        except Hopeless:
            if not before:
                raise
            # One of them is torn: the sheet goes beside them all, rather than not at all.
            before, apart = await self._files(letter, case, bound=())
            made = await self._made(letter, before, apart)
        path = f"letters/{case.ticket}/{letter.template}-{letter.year}-{letter.serial}.pdf"
        await self._archive.write(path, made)
        sha256 = hashlib.sha256(made).hexdigest()
        await letters.made(self._db, letter.code, path, sha256, len(made))
        return _done(letter.code, sha256, len(made), 0 if before else len(apart))

    async def _made(self, letter: LetterRow, before: list[str], apart: list[dict[str, str]]) -> bytes:
        """The page behind the files that it is bound to; `apart` are those that it names instead."""
        username = self._house.identity.username
        content = (letter.content or {}) | {"bound": len(before), "apart": apart}
        if username is None:
            raise NotYet("no_username")
        link = qr.letter_link(username, letter.code)
        data = content | {
            "head": self._house.letterhead.printed(),
            "link": link,
            "qr": qr.svg(link),
            "digest": _digest(content),
        }
        try:
            source = templates.source(letter.template, self._own)
        except TemplateError as error:
            raise Hopeless("no_template") from error
        page = await press.typeset(source, data, letter.dated_at)
        if not before:
            return page
        return await press.join([self._archive.path(file) for file in before], page)

    async def _files(
        self, letter: LetterRow, case: Case, bound: tuple[str, ...] = BOUND
    ) -> tuple[list[str], list[dict[str, str]]]:
        """Where those files are that it is bound behind, and what proves the others, which stay for themselves."""
        kept = {file.number: file for file in await evidence.of_case(self._db, case.id)}
        files = [kept[number] for number in (letter.content or {}).get("after") or [] if number in kept]
        apart = [
            {"name": _name(case, file.number, PurePosixPath(file.path).suffix), "sha256": file.sha256}
            for file in files
            if not file.path.endswith(bound)
        ]
        return [file.path for file in files if file.path.endswith(bound)], apart


def _digest(content: dict[str, Any]) -> str:
    """SHA-256 over what the letter says, which stands on it; that of its file cannot."""
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _name(case: Case, number: int, suffix: str) -> str:
    """What the file was called, as long as that is known."""
    named = (case.file(number) or {}).get("name")
    return str(named) if named else f"{number}{suffix}"


def _done(code: str, sha256: str, size: int, apart: int) -> Done:
    return Done({"code": code, "sha256": sha256, "size": size, "apart": apart})
