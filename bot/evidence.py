"""Fetches a photo, voice, video or document at full size, keeps it under DATA_DIR and proves it by its SHA-256."""

import hashlib
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from aiogram.exceptions import TelegramAPIError
from aiohttp import ClientError

from bot.archive import Archive
from bot.clock import Clock
from bot.errands import Done, ErrandKind, Hopeless, NotYet, Postponed
from bot.outcomes import NotNow, Revoked, TooMany, Unsure, classify
from bot.telegram import Wire
from storage import cases, evidence
from storage.database import Database
from storage.errands import ErrandRow
from storage.evidence import KeptFile

LARGEST_BYTES = 20 * 1024 * 1024
"""What a bot may download: https://core.telegram.org/bots/api#getfile"""
DOWNLOAD_WITHIN_S = 120
MAY_BE_UNAVAILABLE_FOR = timedelta(hours=1)
"""Telegram says so of files that it will have soon, and of those that it will never have."""
PICTURES = ("jpg", "jpeg", "png", "webp", "gif", "heic")
SOUNDS = ("oga", "ogg", "opus", "mp3", "m4a", "wav")
FILMS = ("mp4", "mov", "webm", "3gp")
PAPERS = ("pdf", "docx", "xlsx", "csv", "zip", "txt")
EXTENSIONS = frozenset((*PICTURES, *SOUNDS, *FILMS, *PAPERS))


class Evidence(ErrandKind):
    """Payload: case_id, number, kind, file_id, unique_id. Result: number, sha256 (hex), size (bytes), path."""

    # Longer than an outage of ten hours, and over before the chats forget what only they have.
    give_up_after = timedelta(hours=12)

    def __init__(self, bot: Wire, db: Database, archive: Archive, clock: Clock) -> None:
        self._bot, self._db, self._archive, self._clock = bot, db, archive, clock

    async def do(self, errand: ErrandRow) -> Done:
        """Fetch one file; fails for good when it is too big or Telegram does not have it."""
        asked = errand.payload
        case = await cases.find(self._db, asked["case_id"])
        if case is None:
            raise Hopeless("no_case")
        remote = await self._remote_path(asked["file_id"], errand.created_at)
        content = await self._download(remote)
        path = f"evidence/{case.ticket}/{int(asked['number'])}.{extension(remote)}"
        await self._archive.write(path, content)
        kept = KeptFile(
            case_id=case.id,
            number=asked["number"],
            kind=asked["kind"],
            file_unique_id=asked["unique_id"],
            path=path,
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            kept_at=self._clock.now(),
        )
        await evidence.keep(self._db, kept)
        return Done({"number": kept.number, "sha256": kept.sha256, "size": kept.size, "path": path})

    async def _remote_path(self, file_id: str, since: datetime) -> str:
        try:
            file: dict[str, Any] = await self._bot.post("getFile", {"file_id": file_id})
        except TelegramAPIError as error:
            outcome = classify(error)
            if isinstance(outcome, TooMany):
                raise Postponed(self._clock.now() + timedelta(seconds=outcome.seconds)) from error
            soon = self._clock.now() - since < MAY_BE_UNAVAILABLE_FOR and "temporarily unavailable" in outcome.detail
            if isinstance(outcome, NotNow | Unsure | Revoked) or soon:
                raise NotYet(type(outcome).__name__) from error
            raise Hopeless("too_big" if "file is too big" in outcome.detail else "refused") from error
        if file.get("file_size", 0) > LARGEST_BYTES:
            raise Hopeless("too_big")
        if "file_path" not in file:
            raise NotYet("no_path")
        return str(file["file_path"])

    async def _download(self, remote: str) -> bytes:
        url = self._bot.session.api.file_url(self._bot.token, quote(remote))
        content = bytearray()
        try:
            async for chunk in self._bot.session.stream_content(url, timeout=DOWNLOAD_WITHIN_S):
                content += chunk
                if len(content) > LARGEST_BYTES:
                    raise Hopeless("too_big")
        except (ClientError, TimeoutError) as error:
            raise NotYet(type(error).__name__) from error
        if not content:
            raise NotYet("empty")
        return bytes(content)


def extension(remote: str) -> str:
    """The extension that a file is kept with: one that we know, or `bin`."""
    suffix = PurePosixPath(remote).suffix.removeprefix(".").lower()
    return suffix if suffix in EXTENSIONS else "bin"
