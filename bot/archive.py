"""The files under DATA_DIR: there whole or not at all, and for nobody's eyes but ours."""

import asyncio
import os
import tempfile
from pathlib import Path


class Archive:
    """A folder of files by relative path; a path that is written again is replaced in one move."""

    def __init__(self, root: Path) -> None:
        self._root = root

    async def write(self, relative: str, content: bytes) -> None:
        """Have the file on disk for good, also across a power cut; raises OSError."""
        await asyncio.to_thread(_write, self._root / relative, content)

    def path(self, relative: str) -> Path:
        """Where the file is."""
        return self._root / relative

    async def read(self, relative: str) -> bytes:
        """The file's content; raises OSError."""
        return await asyncio.to_thread((self._root / relative).read_bytes)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    for folder in (path.parent, path.parent.parent):
        _sync(folder)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
