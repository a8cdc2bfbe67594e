"""How durations, performers and conditions are written in a procedure file, and what is read of them."""

from datetime import timedelta

import pytest

from core.condition import Condition, Relation
from core.duration import Duration, Unit
from core.performer import Kind, Performer

DURATIONS = [
    ("30 seconds", Unit.SECOND, timedelta(seconds=30), None, None, "30 detik"),
    ("1 minute", Unit.MINUTE, timedelta(minutes=1), None, None, "1 menit"),
    ("72 hours", Unit.HOUR, timedelta(hours=72), None, None, "72 jam"),
    ("2 days", Unit.DAY, timedelta(days=2), None, None, "2 hari kalender"),
    ("3 working days", Unit.WORKING_DAY, None, None, None, "3 hari"),
    ("1 month", Unit.MONTH, None, None, None, "1 bulan"),
    ("15 minutes since confirm", Unit.MINUTE, timedelta(minutes=15), "confirm", None, "15 menit"),
    ("1 hour since $date", Unit.HOUR, timedelta(hours=1), None, "date", "1 jam"),
    ("$date", Unit.SECOND, timedelta(), None, "date", "0 detik"),
]


@pytest.mark.parametrize(("wording", "unit", "delta", "step", "name", "printed"), DURATIONS)
def test_duration(wording, unit, delta, step, name, printed):
    """A duration knows its unit, its length where no calendar is needed, and from when it counts."""
    duration = Duration.model_validate(wording)
    assert (unit, delta, step, name) == (duration.unit, duration.delta, duration.step, duration.name)
    assert printed == duration.indonesian


def test_duration_before():
    """A duration may count back from a date in the case."""
    duration = Duration.model_validate("1 day before $date")
    assert (duration.before, duration.name, str(duration)) == (True, "date", "1 day before $date")


PERFORMERS = [
    ("operator", {"kind": Kind.ROLE, "role": "operator"}),
    ("operator on duty", {"kind": Kind.ROLE, "role": "operator", "on_duty": True}),
    ("data_officer of $unit", {"kind": Kind.ROLE, "role": "data_officer", "unit": "unit"}),
    ("cctv_officer on roster", {"kind": Kind.ROSTER, "role": "cctv_officer"}),
    ("$guide", {"kind": Kind.PERSON, "name": "guide"}),
    ("requester", {"kind": Kind.REQUESTER}),
    ("holders", {"kind": Kind.HOLDERS}),
    ("above", {"kind": Kind.ABOVE}),
    ("nearest officer", {"kind": Kind.NEAREST, "role": "officer", "on_duty": True}),
    ("nearest officer or post", {"kind": Kind.NEAREST, "role": "officer", "on_duty": True, "posts": True}),
    ("2 nearest officer", {"kind": Kind.NEAREST, "role": "officer", "on_duty": True, "count": 2}),
    ("guide free at $date", {"kind": Kind.ROLE, "role": "guide", "free": True, "free_at": "date"}),
]


@pytest.mark.parametrize(("wording", "said"), PERFORMERS)
def test_performer(wording, said):
    """A performer is a role with its filters, somebody chosen, the requester, the nearest or who is rostered."""
    performer = Performer.model_validate(wording)
    assert said == performer.model_dump(exclude_defaults=True)


@pytest.mark.parametrize("kind", ["any", "all", "first"])
def test_several_performers(kind):
    """Several performers may be any of them, all of them, or the first who is there."""
    performer = Performer.model_validate({kind: ["$operator", "operator on duty"]})
    assert (kind, ("operator",)) == (performer.kind.value, performer.roles)
    assert [one.kind for one in performer.each()] == [Kind.PERSON, Kind.ROLE]


def test_first_needs_only_its_last():
    """Of `first:` all but the last may be missing."""
    assert Performer.model_validate({"first": ["$operator", "operator"]}).names == ()
    assert Performer.model_validate({"any": ["$operator", "operator"]}).names == ("operator",)


CONDITIONS = [
    ("$kind is fire", Relation.IS, ("fire",), {"kind"}),
    ("$kind is not fire", Relation.IS_NOT, ("fire",), {"kind"}),
    ("$kind in fire, rescue", Relation.IN, ("fire", "rescue"), {"kind"}),
    ("$people >= 30", Relation.AT_LEAST, ("30",), {"people"}),
    ("$photos given", Relation.GIVEN, (), {"photos"}),
    ("$photos missing", Relation.MISSING, (), set()),
    ("register guest_book done", Relation.DONE, (), set()),
    ("claimed", Relation.CLAIMED, (), set()),
]


@pytest.mark.parametrize(("wording", "relation", "values", "ensured"), CONDITIONS)
def test_condition(wording, relation, values, ensured):
    """A condition compares a value, or asks whether something is there, done or claimed."""
    condition = Condition.model_validate(wording)
    [test] = condition.tests
    assert (relation, values, frozenset(ensured)) == (test.relation, test.values, condition.ensures)


def test_and_binds_before_or():
    """`a and b or c` holds with both of the first two or with the third."""
    condition = Condition.model_validate("$a given and $b is x or $c given")
    assert [len(alternative) for alternative in condition.alternatives] == [2, 1]
    assert condition.ensures == frozenset()
