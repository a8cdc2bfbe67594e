"""Who is called, who may press, who may look, and where it goes when nobody is there."""

from dataclasses import replace

import pytest
from staging import (
    CITIZEN,
    DIRECTOR,
    FAR,
    HEAD,
    NEAR,
    OPERATOR,
    PANIC,
    SECOND,
    STRANGER,
    Play,
    alarm,
    procedure,
    staff,
)

from core.access import called, entitled, ladder, may_act, may_see
from core.office import Office
from core.performer import Performer

AT_HOME = staff(13, "Opi", "operator", on_duty=False)
CALLED = [
    ("locate", (CITIZEN.id,)), ("verify", (OPERATOR.id, SECOND.id)), ("claimed", (OPERATOR.id,)),
    ("confirm", (NEAR.id,)), ("travel", (NEAR.id,)), ("handle", (NEAR.id,)), ("report", (NEAR.id,)),
]  # fmt: skip


@pytest.mark.parametrize(("step", "people"), CALLED)
def test_called(step, people):
    """At each step of the alarm it is the turn of those on duty, of who took it, or of who was chosen."""
    play = alarm(step)
    office = Office((*play.people, AT_HOME))
    assert people == called(play.case, play.case.steps[0], PANIC, office)


MAY_ACT = [
    ("verify", {OPERATOR, SECOND, AT_HOME}),
    ("claimed", {OPERATOR, SECOND, AT_HOME}),
    ("confirm", {NEAR}),
    ("locate", {CITIZEN}),
]


@pytest.mark.parametrize(("step", "people"), MAY_ACT, ids=[row[0] for row in MAY_ACT])
def test_may_act(step, people):
    """Holders of the role may press, on duty or not; of a step by name only the one who has it."""
    case = alarm(step).case
    everybody = (CITIZEN, STRANGER, OPERATOR, SECOND, AT_HOME, NEAR, FAR, HEAD, DIRECTOR)
    assert people == {person for person in everybody if may_act(person, case, case.steps[0], PANIC)}


def test_may_see():
    """Operators, those above them and who has a part in it may look; not the other officers, nor the requester."""
    case = alarm("travel").case
    everybody = (CITIZEN, STRANGER, OPERATOR, AT_HOME, NEAR, FAR, HEAD, DIRECTOR, staff(51, "Adi", "admin"))
    seen = [person.name for person in everybody if may_see(person, case, PANIC)]
    assert ["Oki", "Opi", "Pandu", "Kartika", "Adi"] == seen


def test_whoever_it_was_widened_to_may_see():
    """Once a role is called upwards it may look, too."""
    play = alarm("verify", FAR)
    assert may_see(DIRECTOR, play.case, PANIC)
    assert not may_see(DIRECTOR, alarm("verify").case, PANIC)


ENTITLED = [
    ("requester", {CITIZEN}), ("holders", {NEAR}), (["requester", "holders"], {CITIZEN, NEAR}),
    ("$officer", {NEAR}), ("$operator", {OPERATOR}), ("operator", {OPERATOR, SECOND}), ("$nobody", set()),
]  # fmt: skip


@pytest.mark.parametrize(("performer", "people"), ENTITLED)
def test_entitled(performer, people):
    """A standing action is for whom the file names, and for nobody else."""
    case, by = alarm("travel").case, Performer.model_validate(performer)
    assert people == {p for p in (CITIZEN, STRANGER, OPERATOR, SECOND, NEAR, FAR) if entitled(p, case, by)}


LADDERS = [
    ("verify", (OPERATOR,), ("operator", "head_of_centre", "head_of_department", "admin")),
    ("verify", (HEAD,), ("operator", "head_of_centre")),
    ("verify", (DIRECTOR,), ("operator", "head_of_centre", "head_of_department")),
    ("verify", (), ("operator", "head_of_centre", "head_of_department", "admin")),
    ("travel", (OPERATOR, HEAD), ("operator",)),
    ("travel", (FAR, HEAD), ("operator", "head_of_centre")),
    ("locate", (), ("admin",)),
]


@pytest.mark.parametrize(("step", "people", "roles"), LADDERS)
def test_ladder(step, people, roles):
    """Upwards to the first role with people; what one person had by name does not go to others of the role."""
    waiting = alarm(step).case.steps[0]
    assert roles == ladder(PANIC, waiting, Office(people))


def test_ladder_of_roles_above_one_another():
    """Two roles of a file that stand above each other do not make the way upwards endless."""
    head = "roles: {a: {title: A, above: b}, b: {title: B, above: a}}"
    steps = "  - {id: x, title: X, by: a, actions: [{id: go, label: Go, end: done}]}"
    play = Play(procedure(steps, head=head), people=()).open()
    assert ("a", "b", "admin") == play.case.steps[0].widened


def test_widened_role_is_called_on_duty_first():
    """Of a role that it was widened to, those on duty are called; everybody, when none is."""
    case = replace(alarm("verify", HEAD).case)
    step = case.steps[0]
    assert (HEAD.id,) == called(case, step, PANIC, Office((HEAD,)))
    assert (AT_HOME.id, HEAD.id) == called(case, step, PANIC, Office((HEAD, AT_HOME)))
    assert (OPERATOR.id, HEAD.id) == called(case, step, PANIC, Office((HEAD, AT_HOME, OPERATOR)))


def test_unreachable_are_not_called():
    """Whoever is out of reach is not called, in the role or by name; the requester always is."""
    gone = tuple(replace(person, reachable=False) for person in (OPERATOR, NEAR))
    office = Office((*gone, SECOND))
    for step, people in (("verify", (SECOND.id,)), ("travel", ()), ("locate", (CITIZEN.id,))):
        case = alarm(step).case
        assert (step, people) == (step, called(case, case.steps[0], PANIC, office))
