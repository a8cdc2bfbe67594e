"""The queue of a storm: who stands in it, in which order, and when it is over."""

from dataclasses import replace
from datetime import timedelta

import pytest
from staging import CITIZEN, PANIC, T0, alarm

from core.case import Case
from core.commands import Merge
from core.queue import in_turn, is_queued
from core.storm import Storm, is_over

RULE = PANIC.storm
assert RULE is not None


@pytest.mark.parametrize(
    ("until", "stands"), [("locate", True), ("verify", True), ("claimed", False), ("confirm", False), ("closed", False)]
)
def test_what_nobody_has_stands_in_the_queue(until, stands):
    """From PANIK on, until somebody takes it."""
    assert is_queued(alarm(until).case, PANIC) is stands


def test_a_merged_case_does_not_stand_in_the_queue():
    """It is worked on as part of another."""
    play = alarm("verify")
    play.decide(Merge(by=play.people[0].id, into=replace(alarm("claimed").case, id=2)))

    assert not is_queued(play.case, PANIC)


def _said(number: int, choice: str | None, minutes: int = 0) -> Case:
    play = alarm("verify")
    if choice is not None:
        play.act(CITIZEN, "triage", {"triage": choice})
    return replace(play.case, id=number, opened_at=T0 + timedelta(minutes=minutes))


def test_the_most_urgent_stand_first():
    """By what the reporter said; silence before information; of equals whoever has waited longest."""
    said = ["information", None, "evacuation", "injured", "trapped"]
    cases = [_said(number, choice) for number, choice in enumerate(said)] + [_said(9, "trapped", minutes=-1)]

    assert [case.id for case in in_turn(cases, PANIC)] == [9, 4, 3, 2, 1, 0]


@pytest.mark.parametrize(
    ("minutes", "waiting", "over"), [(29, 0, False), (30, 0, True), (30, 9, True), (30, 10, False), (90, 40, False)]
)
def test_calm_and_few_enough_end_it(minutes, waiting, over):
    """Half an hour after the last rush, unless as many wait as would begin one."""
    storm = Storm(1, "panic", began_at=T0, busy_at=T0, summed_at=T0)

    assert is_over(storm, RULE, waiting, 10, T0 + timedelta(minutes=minutes)) is over
