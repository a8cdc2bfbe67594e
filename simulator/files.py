"""Files that have been sent: their bytes, their ids and what Telegram says about them."""

import hashlib
import mimetypes
import struct
import zlib
from dataclasses import dataclass, field
from typing import Any

import telegram

from simulator.refusal import Refusal, bad_request

LARGEST_UPLOAD = 50 * 1024 * 1024
LARGEST_DOWNLOAD = 20 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024
THUMBNAIL_SIDE = 90

FOLDERS = {
    "photo": "photos",
    "voice": "voice",
    "video": "videos",
    "video_note": "video_notes",
    "sticker": "stickers",
}
DEFAULTS = {
    "photo": ("photo.jpg", "image/jpeg"),
    "voice": ("voice.oga", "audio/ogg"),
    "video": ("video.mp4", "video/mp4"),
    "video_note": ("note.mp4", "video/mp4"),
    "sticker": ("sticker.webp", "image/webp"),
}


@dataclass(frozen=True)
class StoredFile:
    """One stored size of one file; `content` is what a message with it carries."""

    file_id: str
    file_unique_id: str
    kind: str
    path: str
    mime: str
    data: bytes = field(repr=False)
    content: dict[str, Any] = field(repr=False, compare=False)


class FileStore:
    """Every file of the world, in memory."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def content(self, kind: str, data: bytes, name: str | None = None, mime: str | None = None) -> dict[str, Any]:
        """Keep `data` and return the message field it makes, such as ``{"photo": (small, large)}``.

        A photo has two sizes; the last one is the picture as it was given. Raises Refusal for what is no picture,
        or too large.
        """
        if len(data) > LARGEST_UPLOAD:
            raise Refusal(413, "Request Entity Too Large")
        if not data:
            raise bad_request("file must be non-empty")
        default_name, default_mime = DEFAULTS.get(kind, ("file", "application/octet-stream"))
        name = name or default_name
        mime = mime or mimetypes.guess_type(name)[0] or default_mime
        made: dict[str, Any] = {}
        if kind == "photo":
            made["photo"] = self._photo(data, made)
            return made
        stored = self._store(kind, data, name, mime, made)
        ids: dict[str, Any] = {
            "file_id": stored.file_id,
            "file_unique_id": stored.file_unique_id,
            "file_size": len(data),
        }
        match kind:
            case "document":
                made[kind] = telegram.Document(file_name=name, mime_type=mime, **ids)
            case "voice":
                made[kind] = telegram.Voice(duration=3, mime_type=mime, **ids)
            case "video":
                made[kind] = telegram.Video(width=640, height=360, duration=3, file_name=name, mime_type=mime, **ids)
            case "video_note":
                made[kind] = telegram.VideoNote(length=240, duration=3, **ids)
            case "sticker":
                made[kind] = telegram.Sticker(
                    width=512, height=512, is_animated=False, is_video=False, type="regular", emoji="👍", **ids
                )
            case _:
                raise ValueError(f"no files of kind {kind!r}")
        return made

    def find(self, file_id: str) -> StoredFile:
        """The file of that id; raises Refusal."""
        if file_id not in self._by_id:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self._by_id[file_id]

    def at(self, path: str) -> StoredFile | None:
        """The file at a path of ``/file/bot<token>/``."""
        return self._by_path.get(path)

    def _photo(self, data: bytes, made: dict[str, Any]) -> tuple[telegram.PhotoSize, ...]:
        if len(data) > LARGEST_PHOTO:
            raise bad_request(
                f"file of size {len(data)} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes"
            )
        size = picture_size(data)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        small = grey_picture(THUMBNAIL_SIDE, THUMBNAIL_SIDE, len(self._by_id))
        sizes = []
        for picture, (width, height) in ((small, (THUMBNAIL_SIDE, THUMBNAIL_SIDE)), (data, size)):
            one = self._store("photo", picture, "photo.jpg", picture_mime(picture), made)
            sizes.append(telegram.PhotoSize(one.file_id, one.file_unique_id, width, height, len(picture)))
        return tuple(sizes)

    def _store(self, kind: str, data: bytes, name: str, mime: str, content: dict[str, Any]) -> StoredFile:
        number = len(self._by_id) + 1
        unique = hashlib.sha256(kind.encode() + data).hexdigest()[:16]
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        path = f"{FOLDERS.get(kind, 'documents')}/file_{number}.{suffix}"
        stored = StoredFile(f"SIM{kind.capitalize()}{number:06d}{unique}", unique, kind, path, mime, data, content)
        self._by_id[stored.file_id] = self._by_path[path] = stored
        return stored


def picture_mime(data: bytes) -> str:
    """The media type by the first bytes."""
    if data.startswith(b"\x89PNG"):
        return "image/png"
    return "image/webp" if data[8:12] == b"WEBP" else "image/jpeg"


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG (a WebP counts as 512 square); nothing for what is no picture."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return int(width), int(height)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return 512, 512
    if not data.startswith(b"\xff\xd8\xff"):
        return None
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker, length = data[position + 1], int.from_bytes(data[position + 2 : position + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return int(width), int(height)
        position += 2 + length
    return 640, 480


def grey_picture(width: int, height: int, shade: int = 0) -> bytes:
    """A plain PNG, for pictures nobody gave."""
    row = b"\x00" + bytes([80 + shade * 7 % 150]) * width

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(row * height))
        + chunk(b"IEND", b"")
    )
