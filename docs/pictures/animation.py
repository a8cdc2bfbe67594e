"""Pictures that move: several PNG files as one animated PNG (https://www.w3.org/TR/png-3/#apng-frame-based-animation)."""

import struct
import zlib
from collections.abc import Iterator, Sequence

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def animated(frames: Sequence[bytes], milliseconds: int) -> bytes:
    """The frames one after another, for ever, each for so long; all must be of one size and kind of colour."""
    header = _parts(frames[0], b"IHDR")[0]
    if any(_parts(frame, b"IHDR")[0] != header for frame in frames):
        raise ValueError("the frames differ in size or colour")
    width, height = struct.unpack(">II", header[:8])
    made = [_chunk(b"IHDR", header), _chunk(b"acTL", struct.pack(">II", len(frames), 0))]
    number = 0
    for place, frame in enumerate(frames):
        control = struct.pack(">IIIIIHHBB", number, width, height, 0, 0, milliseconds, 1000, 0, 0)
        made.append(_chunk(b"fcTL", control))
        number += 1
        data = b"".join(_parts(frame, b"IDAT"))
        if place == 0:
            made.append(_chunk(b"IDAT", data))
        else:
            made.append(_chunk(b"fdAT", struct.pack(">I", number) + data))
            number += 1
    return SIGNATURE + b"".join(made) + _chunk(b"IEND", b"")


def _parts(picture: bytes, kind: bytes) -> list[bytes]:
    return [data for found, data in _chunks(picture) if found == kind]


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        yield picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        at += length + 12


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
