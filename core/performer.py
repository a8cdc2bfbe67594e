"""Who does a step, is told something, or may act at any time (PELAKSANA)."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Self

from core.grammar import Part, Spoken, Text

ROLES: dict[str, Text] = {
    role: Text(id=title, en=english)
    for role, title, english in (
        ("citizen", "Warga", "Citizen"),
        ("operator", "Operator", "Operator"),
        ("officer", "Petugas Piket", "Duty officer"),
        ("head_of_department", "Kepala Dinas", "Head of department"),
        ("head_of_centre", "Kepala UPTD TCC", "Head of the command centre"),
        ("head_of_statistics", "Kepala Bidang Statistik dan Persandian", "Head of statistics"),
        ("statistician", "Statistisi Ahli Muda", "Statistician"),
        ("secretary", "Sekretaris", "Secretary"),
        ("analyst", "Analis Statistik", "Statistics analyst"),
        ("guide", "Pelaksana", "Guide"),
        ("cctv_officer", "Petugas CCTV", "CCTV officer"),
        ("management", "Manajemen", "Management"),
        ("data_officer", "PPID", "Data officer"),
        ("admin", "Admin", "Administrator"),
    )
}
"""The roles that exist without any file naming them, with their titles."""

ABOVE = {
    "officer": "operator",
    "operator": "head_of_centre",
    "guide": "head_of_centre",
    "cctv_officer": "head_of_centre",
    "head_of_centre": "head_of_department",
    "analyst": "statistician",
    "statistician": "head_of_statistics",
    "data_officer": "head_of_statistics",
    "head_of_statistics": "head_of_department",
    "secretary": "head_of_department",
    "management": "head_of_department",
}
"""Who is told when a role is late, unless the file says otherwise."""


class Role(Spoken):
    """A role that a file names: its title, and who is above it."""

    speaks = "title"

    title: Text
    above: str | None = None

    @classmethod
    def written(cls, data: Any) -> Any:
        return {"title": data} if isinstance(data, str) else super().written(data)


class Kind(StrEnum):
    ROLE = "role"
    """Everybody who holds the role; the first to claim or act has it."""
    PERSON = "person"
    """One person chosen earlier: `$guide`."""
    REQUESTER = "requester"
    HOLDERS = "holders"
    """Whoever holds an open step of the case now."""
    ABOVE = "above"
    """Whoever is above the performer of the step."""
    NEAREST = "nearest"
    """The nearest of a role on duty, or the nearest post that serves the case's kind."""
    ROSTER = "roster"
    """Whoever the roster names for now."""
    ANY = "any"
    ALL = "all"
    FIRST = "first"
    """The first of several that is set and can be reached, and is on duty where the others must be."""


_WORDING = re.compile(
    r"(?:(?:(?P<count>[2-9]) (?=nearest ))?(?P<nearest>nearest )?"
    r"(?P<role>[a-z][a-z0-9_]{0,19})(?P<posts> or post)?|(?P<name>\$[a-z][a-z0-9_]{0,19}))"
    r"(?: of (?P<unit>\$[a-z][a-z0-9_]{0,19}))?"
    r"(?P<roster> on roster)?(?P<on_duty> on duty)?(?P<free> free)?(?: at (?P<free_at>\$[a-z][a-z0-9_]{0,19}))?"
)
_EXPECTED = (
    "a performer such as operator on duty, data_officer of $unit, $guide, requester, nearest officer or post, "
    "2 nearest officer, cctv_officer on roster, guide free at $date, or {any: […]}, {all: […]}, {first: […]}"
)


class Performer(Part):
    """Somebody to act or to be told. `name`, `unit` and `free_at` are names of values, without the dollar sign."""

    kind: Kind
    role: str | None = None
    name: str | None = None
    unit: str | None = None
    count: int = 1
    """So many of the nearest are asked at once; the first to act has it."""
    posts: bool = False
    on_duty: bool = False
    free: bool = False
    free_at: str | None = None
    of: tuple[Self, ...] = ()

    @classmethod
    def written(cls, data: Any) -> Any:
        if isinstance(data, list) and data:
            return {"kind": Kind.ANY, "of": data} if len(data) > 1 else cls.written(data[0])
        if isinstance(data, dict) and len(data) == 1:
            (kind, of), *_ = data.items()
            if kind in ("any", "all", "first") and isinstance(of, list) and of:
                return {"kind": kind, "of": of}
        wording = _WORDING.fullmatch(data) if isinstance(data, str) else None
        if wording is None or (wording["free_at"] and not wording["free"]):
            raise ValueError(_EXPECTED)
        if wording["role"] in ("requester", "holders", "above"):
            if wording["role"] != data:
                raise ValueError(f"{wording['role']} alone")
            return {"kind": wording["role"]}
        if wording["posts"] and not wording["nearest"]:
            raise ValueError("nearest before a post")
        return {
            "kind": Kind.PERSON
            if wording["name"]
            else Kind.NEAREST
            if wording["nearest"]
            else Kind.ROSTER
            if wording["roster"]
            else Kind.ROLE,
            "role": wording["role"],
            "count": int(wording["count"] or 1),
            "posts": wording["posts"] is not None,
            "on_duty": wording["on_duty"] is not None or wording["nearest"] is not None,
            "free": wording["free"] is not None,
        } | {key: wording[key][1:] for key in ("name", "unit", "free_at") if wording[key]}

    def each(self) -> Iterator["Performer"]:
        """This performer, or those that it is made of."""
        if self.of:
            for performer in self.of:
                yield from performer.each()
        else:
            yield self

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role named in it."""
        return tuple(performer.role for performer in self.each() if performer.role is not None)

    @property
    def names(self) -> tuple[str, ...]:
        """Every value that must be set before it can be resolved. Of `first:`, only the last one's must."""
        of = self.of[-1:] if self.kind is Kind.FIRST else self.of
        if of:
            return tuple(name for performer in of for name in performer.names)
        return tuple(name for name in (self.name, self.unit, self.free_at) if name is not None)
