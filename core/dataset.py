"""Published datasets, and which of them somebody may mean who asks for data in their own words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WORD = re.compile(r"[a-z0-9]+")
_COMMON = """
ada adalah angka atau bagaimana berapa dalam dan dari data dataset daftar dengan di hingga ini itu jumlah kami ke kota
lain mau menurut minta mohon oleh pada per perlu rata saya sampai sejak semua setiap statistik tabel tahun tarakan
tentang terbaru tiap total untuk yang about all and by for from in number of statistics the year
"""
COMMON = frozenset(_COMMON.split())
"""Words of a request that say nothing about its subject."""
STEM_LEAST = 5
"""From so many letters on a word is found inside a longer one: `penduduk` in `kependudukan`."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A table that the office has published: a `file` under the data folder, called `file_name`, or a `link`."""

    id: str
    name: str
    description: str = ""
    period: str = ""
    file: str = ""
    file_name: str = ""
    link: str = ""


def matching(published: Iterable[Dataset], words: str, most: int) -> Sequence[Dataset]:
    """The datasets that the words may mean, the likeliest first; figures alone, such as a year, mean none."""
    asked = _telling(words)
    subjects = [word for word in asked if not word.isdecimal()]
    found = []
    for dataset in published:
        name, rest = _words(dataset.name), _words(f"{dataset.description} {dataset.period}")
        hits = [(_holds(name, word), _holds((*name, *rest), word)) for word in asked]
        if any(_holds((*name, *rest), word) for word in subjects):
            found.append((sum(2 * in_name + anywhere for in_name, anywhere in hits), dataset))
    found.sort(key=lambda one: (-one[0], one[1].name))
    return [dataset for _, dataset in found[:most]]


def _telling(words: str) -> list[str]:
    return [word for word in dict.fromkeys(_words(words)) if word not in COMMON and len(word) > 1]


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))


def _holds(among: Iterable[str], word: str) -> bool:
    """Whether a word is there, alone or as the stem of a longer one, or is itself longer than one that is there."""
    return any(
        one == word
        or (len(word) >= STEM_LEAST and word in one)
        or (len(one) >= STEM_LEAST and one not in COMMON and one in word)
        for one in among
    )
