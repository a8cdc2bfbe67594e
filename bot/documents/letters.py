"""Makes a letter that was asked for: one file, kept under DATA_DIR and proved by its SHA-256."""

import hashlib
import json
from pathlib import Path
from typing import Any

from bot.archive import Archive
from bot.documents import press, qr, templates
from bot.errands import Done, ErrandKind, Hopeless, NotYet
from bot.errors import TemplateError
from bot.house import House
from storage import cases, evidence, letters
from storage.database import Database
from storage.letters import LetterRow
from storage.rows import ErrandRow


class Letters(ErrandKind):
    """Payload: code. Result: code, sha256 (hex), size (bytes)."""

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
            return _done(letter.code, letter.sha256, letter.size or 0)
        case = await cases.find(self._db, letter.case_id)
        if case is None:
            raise Hopeless("no_case")
        made = await self._made(letter)
        path = f"letters/{case.ticket}/{letter.template}-{letter.year}-{letter.serial}.pdf"
        await self._archive.write(path, made)
        sha256 = hashlib.sha256(made).hexdigest()
        await letters.made(self._db, letter.code, path, sha256, len(made))
        return _done(letter.code, sha256, len(made))

    async def _made(self, letter: LetterRow) -> bytes:
        username, content = self._house.identity.username, letter.content or {}
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
        return await self._bound(letter, page, content.get("after") or [])

    async def _bound(self, letter: LetterRow, page: bytes, numbers: list[int]) -> bytes:
        """The page behind the files that it belongs to; a file that is no PDF stays for itself."""
        kept = {file.number: file.path for file in await evidence.of_case(self._db, letter.case_id)}
        before = [kept[number] for number in numbers if kept.get(number, "").endswith(".pdf")]
        if not before:
            return page
        return await press.join([self._archive.path(file) for file in before], page)


def _digest(content: dict[str, Any]) -> str:
    """SHA-256 over what the letter says, which stands on it; that of its file cannot."""
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _done(code: str, sha256: str, size: int) -> Done:
    return Done({"code": code, "sha256": sha256, "size": size})
