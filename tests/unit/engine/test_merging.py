"""Cases of one event: who may merge them, what a merged one still does, and where it goes on when it is parted."""

from dataclasses import replace
from datetime import timedelta

import pytest
from staging import CITIZEN, HEAD, HERE, NEAR, OPERATOR, PANIC, SECOND, STRANGER, T0, Play, alarm

from core.access import called
from core.answers import position
from core.case import Case
from core.commands import Conclude, Join, Merge, Part
from core.deadline import marks, next_at
from core.incident import alike, in_order
from core.refusal import CaseOver, MergedAlready, NotAllowed, SameCase, SentAlready, StepOver

RULE = PANIC.same_event
assert RULE is not None


def other(until: str = "claimed", number: int = 2) -> Case:
    """Another case at a stage."""
    return replace(alarm(until).case, id=number, ticket=f"XX-{number}")


def merged(until: str = "verify") -> Play:
    return alarm(until).decide(Merge(by=OPERATOR.id, into=other()))


@pytest.mark.parametrize("until", ["locate", "verify", "claimed"])
def test_a_merged_case_waits_for_nobody(until):
    """It calls nobody and nothing falls due in it, but the clock still looks at it once a day."""
    play = merged(until)

    assert play.happened == ["CaseMerged"]
    assert [called(play.case, step, PANIC, play.office) for step in play.case.steps] == [()]
    assert list(marks(play.case, PANIC)) == []
    assert next_at(play.case, PANIC, play.now) == play.now + timedelta(days=1)
    assert play.after(hours=3).happened == []
    assert play.case == play.replayed()


def test_whoever_is_not_named_for_it_may_not_merge():
    """Neither a citizen nor an officer merges cases."""
    for person in (CITIZEN, STRANGER, NEAR):
        with pytest.raises(NotAllowed):
            alarm("verify").decide(Merge(by=person.id, into=other()))
    assert alarm("verify").decide(Merge(by=HEAD.id, into=other())).case.merged == 2


def test_a_case_is_not_merged_into_itself_or_into_one_that_is_over():
    """Both are refused, and nothing changes."""
    play = alarm("verify")

    with pytest.raises(SameCase):
        play.decide(Merge(by=OPERATOR.id, into=play.case))
    with pytest.raises(CaseOver):
        play.decide(Merge(by=OPERATOR.id, into=other("closed")))
    assert play.case.merged is None


@pytest.mark.parametrize("until", ["confirm", "travel", "handle"])
def test_whoever_is_on_the_way_is_not_merged_away(until):
    """A case that somebody was sent to stays: its officer would learn too late."""
    with pytest.raises(SentAlready):
        alarm(until).decide(Merge(by=OPERATOR.id, into=other("travel")))


def test_staff_cannot_act_on_a_merged_case_and_its_reporter_can():
    """Tangani is refused with where the case went; the reporter's words are kept."""
    play = merged()

    with pytest.raises(MergedAlready):
        play.claim(SECOND)
    with pytest.raises(MergedAlready):
        play.act(SECOND, "forward", {"officer": NEAR.id})
    assert play.act(CITIZEN, "words", {"words": "Masih di dalam"}).case.personal["words"] == "Masih di dalam"


def test_pressing_again_is_counted_and_rings_nowhere_here():
    """The ring is the main case's."""
    assert merged().press().happened == ["PressedAgain"]


def test_a_position_moves_a_merged_case_on_without_calling_anybody():
    """It waits for its position; once that is there it would ring, if it stood by itself."""
    play = merged("locate").act(CITIZEN, "position", {"position": HERE})

    assert play.waiting == ["verify"]
    assert "NobodyHolds" not in play.happened


def test_parted_it_rings_again_and_its_times_count_anew():
    """Ten minutes later nothing of it is late."""
    play = merged()
    play.after(minutes=10).decide(Part(by=SECOND.id))

    assert play.happened == ["CaseParted", "Rang"]
    assert play.case.merged is None
    assert play.after(seconds=14).happened == []
    assert play.after(seconds=1).happened == ["Rang"]
    assert play.case == play.replayed()


def test_parted_it_is_back_with_whoever_had_it():
    """Whoever had taken it has it again, for as long as a claim lasts."""
    play = merged("claimed")
    play.after(minutes=10).decide(Part(by=SECOND.id))

    assert play.happened == ["CaseParted"]
    assert play.step("verify").claimed_by == OPERATOR.id
    assert "ClaimEnded" not in play.after(seconds=89).happened
    assert "ClaimEnded" in play.after(seconds=1).happened


def test_what_is_not_merged_cannot_be_parted():
    """A second press finds it parted."""
    with pytest.raises(StepOver):
        alarm("verify").decide(Part(by=OPERATOR.id))


def test_a_merged_case_ends_with_the_main_one_once():
    """With the same outcome; a second time nothing happens."""
    play = merged().decide(Conclude(outcome="done"))

    assert (play.happened, play.case.outcome) == (["CaseClosed"], "done")
    assert play.decide(Conclude(outcome="not_emergency")).case.outcome == "done"


def test_the_main_case_knows_its_members():
    """Those who joined and have not left."""
    play = alarm("claimed").decide(Join(by=OPERATOR.id, case=2)).decide(Join(by=OPERATOR.id, case=3))
    assert play.case.members == (2, 3)
    assert play.decide(Join(by=OPERATOR.id, case=2, leaves=True)).case.members == (3,)
    assert play.case == play.replayed()


@pytest.mark.parametrize(
    ("case", "beside", "main"),
    [("verify", "verify", 1), ("verify", "claimed", 2), ("claimed", "travel", 2), ("travel", "claimed", 1)],
)
def test_whoever_is_further_is_worked_on_for_both(case, beside, main):
    """An officer on the way before a claim, a claim before age."""
    assert in_order(alarm(case).case, other(beside))[0].id == main
    assert in_order(other(beside), alarm(case).case)[0].id == main


def _at(number: int, north: float, minutes: float = 0.0) -> Case:
    place = position(3.3 + north, 117.6, T0, None)
    case = other("verify", number)
    return replace(case, opened_at=T0 + timedelta(minutes=minutes), personal={**case.personal, "position": place})


@pytest.mark.parametrize(
    ("north", "minutes", "suggested"),
    [(0.0, 0, True), (0.0027, 15, True), (0.0028, 0, False), (0.0, 15.1, False), (0.001, -15, True)],
)
def test_what_is_near_in_place_and_time_is_suggested(north, minutes, suggested):
    """Within 300 metres and 15 minutes of each other, before or after."""
    assert bool(alike(alarm("verify").case, [_at(2, north, minutes)], RULE)) is suggested


def test_the_nearest_three_are_suggested():
    """The nearest stands first; itself, merged and closed ones are not among them."""
    case = alarm("verify").case
    others = [_at(number, 0.0001 * number) for number in range(6, 1, -1)]
    gone = [replace(_at(7, 0.0), merged=1), replace(_at(8, 0.0), closed_at=T0), case]

    assert [one.case.id for one in alike(case, [*others, *gone], RULE)] == [2, 3, 4]


def test_without_a_place_nothing_is_suggested():
    """Nobody knows where it is."""
    assert alike(alarm("locate").case, [_at(2, 0.0)], RULE) == ()
