"""What may stand in no log: looked for in every line that a bot wrote during a run of the tests."""

import re
from collections.abc import Iterator
from pathlib import Path

UNSPEAKABLE = {
    "a token": re.compile(r"\d+:simulated\b"),
    "a secret": re.compile(r"only-telegram-knows-this"),
    "a name": re.compile(r"\b(?:Warga|Budi|Sari|Siti|Andi|Kepala)\b"),
    "a telephone number": re.compile(r"\+62\d{6}|\b08\d{8}|\b0551-\d{4}"),
    "a position": re.compile(r"\b117[.,]\d{2}|\b3[.,][23]\d{2,}"),
    "somebody's words": re.compile(r"keterangan \d|ada asap|depan masjid|Api padam"),
}


def unspeakable(log: Path) -> Iterator[str]:
    """What stands in a log and may not, each with its line; times of day and of the log itself are no positions."""
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        for what, pattern in UNSPEAKABLE.items():
            if pattern.search(line):
                yield f"{what} in {log}: {line[:300]}"
