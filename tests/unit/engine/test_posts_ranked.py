"""Posts among those who can be sent: which serve the kind, who is their crew, who is reached by telephone only."""

from dataclasses import replace
from datetime import timedelta

import pytest
from staging import FAR, NEAR, T0, staff

from core.office import Office
from core.people import FRESH_FIX, Fix
from core.post import Post

PLACE = Fix(3.3, 117.6, T0)
FIRE = Post("Pos Damkar", Fix(3.302, 117.6, T0), frozenset({"fire", "rescue"}), "0551-21113")
ALL = Post("Pos Induk", Fix(3.4, 117.6, T0), phone="0551-21114")
CREW = replace(staff(25, "Ana", "officer"), station=FIRE.name, post=FIRE.place)
SERVES = [
    (FIRE, "fire", True), (FIRE, "medical", False), (FIRE, None, True), (ALL, "medical", True), (ALL, None, True),
]  # fmt: skip


@pytest.mark.parametrize(("post", "kind", "serves"), SERVES)
def test_serves(post, kind, serves):
    """A post serves the kinds it names, every kind where it names none, and any while the kind is not known."""
    assert serves is post.serves(kind)


CREWS = [
    ("fire", True, ["Ana", "Pandu"]),
    (None, True, ["Ana", "Pandu"]),
    ("medical", True, ["Pandu"]),
    ("fire", False, ["Pandu"]),
]


@pytest.mark.parametrize(("kind", "posts", "names"), CREWS)
def test_crew(kind, posts, names):
    """The crew of a post stands where the post is, for the kinds that it serves, where posts are asked for."""
    found = Office((NEAR, CREW), posts=(FIRE,)).nearest("officer", PLACE, T0, kind=kind, posts=posts)
    assert names == [candidate.person.name for candidate in found]


def test_crew_without_their_post():
    """Whoever was crew of a post that is no more is an officer like others."""
    assert 1 == len(Office((CREW,)).nearest("officer", PLACE, T0, kind="medical", posts=False))


TELEPHONED = [
    ((), "fire", (), ["Pos Damkar", "Pos Induk"]),
    ((), "medical", (), ["Pos Induk"]),
    ((CREW,), "fire", (), ["Pos Induk"]),
    ((replace(CREW, on_duty_since=None),), "fire", (), ["Pos Damkar", "Pos Induk"]),
    ((replace(CREW, reachable=False),), "fire", (), ["Pos Damkar", "Pos Induk"]),
    ((), "fire", ("Pos Damkar",), ["Pos Induk"]),
]


@pytest.mark.parametrize(("people", "kind", "without", "names"), TELEPHONED)
def test_by_telephone(people, kind, without, names):
    """A post without anybody on duty in the chat is asked by telephone, the nearest first."""
    office = Office(people, posts=(ALL, FIRE))
    found = office.by_telephone("officer", PLACE, kind=kind, without=without)
    assert names == [one.post.name for one in found]


def test_old_positions_stand_after_posts():
    """A position older than half an hour counts only where there is no post, and then after the others."""
    stale = Fix(3.3, 117.6, T0 - FRESH_FIX - timedelta(seconds=1))
    lost = replace(NEAR, post=None, fix=stale)
    nowhere = staff(26, "Budi", "officer")
    office = Office((nowhere, lost, replace(FAR, fix=stale)))
    assert ["Putra", "Pandu", "Budi"] == [one.person.name for one in office.nearest("officer", PLACE, T0)]
    assert ["post", "old", "nothing"] == [one.footing for one in office.nearest("officer", PLACE, T0)]
