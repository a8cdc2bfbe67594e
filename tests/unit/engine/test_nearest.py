"""Who is nearest, and where somebody is taken to be."""

from dataclasses import replace
from datetime import timedelta

import pytest
from staging import FAR, HERE, NEAR, OPERATOR, T0, staff

from core.office import Office
from core.people import FRESH_FIX, Fix

PLACE = Fix(HERE["lat"], HERE["lon"], T0)
POST, CLOSE = Fix(3.31, 117.6, T0), Fix(3.3, 117.6, T0)
WHEREABOUTS = [
    ("fresh fix", CLOSE, POST, FRESH_FIX, CLOSE),
    ("old fix and a post", CLOSE, POST, FRESH_FIX + timedelta(seconds=1), POST),
    ("old fix alone", CLOSE, None, timedelta(days=2), CLOSE),
    ("post alone", None, POST, timedelta(), POST),
    ("nothing", None, None, timedelta(), None),
]


@pytest.mark.parametrize(("_", "fix", "post", "age", "where"), WHEREABOUTS, ids=[row[0] for row in WHEREABOUTS])
def test_whereabouts(_, fix, post, age, where):
    """A fix counts for half an hour, then the post, and an old fix only when there is nothing else."""
    assert where == replace(NEAR, fix=fix, post=post).whereabouts(T0 + age)


NOWHERE = staff(24, "Puji", "officer")
ORDERS = [
    ("by distance, the unknown last", (NOWHERE, FAR, NEAR), frozenset(), (), ["Pandu", "Putra", "Puji"]),
    ("the busy after the free", (FAR, NEAR), {NEAR.id}, (), ["Putra", "Pandu"]),
    ("even where the free are nowhere known", (NEAR, NOWHERE), {NEAR.id}, (), ["Puji", "Pandu"]),
    ("not whoever was asked", (FAR, NEAR), frozenset(), (NEAR.id,), ["Putra"]),
    ("not other roles", (OPERATOR, FAR), frozenset(), (), ["Putra"]),
    ("not off duty", (replace(NEAR, on_duty_since=None), FAR), frozenset(), (), ["Putra"]),
    ("not out of reach", (replace(NEAR, reachable=False), FAR), frozenset(), (), ["Putra"]),
    ("nobody", (), frozenset(), (), []),
]


@pytest.mark.parametrize(("_", "people", "busy", "without", "names"), ORDERS, ids=[row[0] for row in ORDERS])
def test_order(_, people, busy, without, names):
    """Holders on duty and in reach, the free first, then by distance."""
    office = Office(people, frozenset(busy))
    assert names == [found.person.name for found in office.nearest("officer", PLACE, T0, without=without)]


def test_nearest_to_an_unknown_place():
    """Without a position everybody on duty can be sent, at no distance, always in the same order."""
    found = Office((FAR, NEAR)).nearest("officer", None, T0)
    assert [(NEAR, None), (FAR, None)] == [(candidate.person, candidate.metres) for candidate in found]


def test_distance_rests_on_the_newest_fix():
    """Whoever comes closer is ranked by that, with the fix that it rests on."""
    moved = FAR.at(CLOSE)
    [first, second] = Office((NEAR, moved)).nearest("officer", PLACE, T0)
    assert (moved, CLOSE, 0) == (first.person, first.fix, first.metres)
    assert 1100 < second.metres < 1125
