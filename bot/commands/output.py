"""Files that a command writes where it was told to."""

from pathlib import Path

from bot.errors import CommandError


def write(to: Path, content: bytes) -> None:
    """Write it; raises `CommandError` where that cannot be."""
    try:
        to.write_bytes(content)
    except OSError as error:
        raise CommandError(reason=f"{to} cannot be written: {error.strerror}", mend="name another file") from error
