"""Live positions: what moves the place, what falls silent, who is getting nearer."""

from dataclasses import replace
from datetime import timedelta

import pytest
from staging import CITIZEN, FAR, HERE, NEAR, OPERATOR, T0, alarm, procedure

from core import events as e
from core.commands import Move
from core.people import Fix
from core.signal import is_closing

LIVE = {**HERE, "live": 7, "until": (T0 + timedelta(hours=1)).isoformat()}
UNTIL = T0 + timedelta(hours=1)


def followed():
    """An alarm whose reporter shares a live location in message 7."""
    return alarm("locate").act(CITIZEN, "position", {"position": LIVE})


def moves(play, metres, *, message=7, by=CITIZEN, until=UNTIL):
    fix = Fix(HERE["lat"] + metres / 111_195, HERE["lon"], play.now)
    return play.decide(Move(by=by.id, message=message, fix=fix, until=until))


def test_following_starts_with_the_first_message():
    """The message is the position, and its moves are the place's."""
    play = followed()
    assert [7] == [event.message for event in play.found(e.FollowingStarted)]
    assert (7, UNTIL) == (play.case.followed, play.case.live_until)


@pytest.mark.parametrize(
    ("metres", "minutes", "happened"),
    [(30, 3, []), (300, 1, []), (300, 2, ["PlaceMoved"])],
    ids=["near", "too soon", "of weight"],
)
def test_a_move(metres, minutes, happened):
    """Every move is the place; only one of weight, and not too soon, is an event."""
    play = followed()
    play.now += timedelta(minutes=minutes)
    moves(play, metres)
    assert happened == play.happened
    assert play.now == play.case.place.at


def test_what_was_too_soon_is_told_by_the_clock():
    """Whoever has the case hears of a move within two minutes, though no other follows it."""
    play = followed()
    play.now += timedelta(minutes=1)
    moves(play, 300).after(seconds=59)
    assert [] == play.found(e.PlaceMoved)
    assert [300] == [event.metres for event in play.after(seconds=1).found(e.PlaceMoved)]


@pytest.mark.parametrize(("by", "message"), [(CITIZEN, 8), (OPERATOR, 7)], ids=["another message", "another person"])
def test_a_move_that_is_not_followed(by, message):
    """Only the reporter's own live location moves the place."""
    play = followed()
    play.now += timedelta(minutes=5)
    assert T0 == moves(play, 300, by=by, message=message).case.place.at


def test_a_live_location_that_ends_leaves_its_last_position():
    """Where it ended is the place, and further moves are none."""
    play = followed()
    play.now += timedelta(minutes=1)
    moves(play, 40, until=None)
    assert ["FollowingEnded"] == play.happened
    place = play.case.place
    moves(play, 400)
    assert (None, place, []) == (play.case.followed, play.case.place, play.happened)


def test_a_place_that_is_not_live_ends_the_following():
    """A question for a place of its own, such as where it burns, is not moved by the reporter's feet."""
    steps = "  - id: a\n    title: A\n    by: requester\n    actions:\n"
    steps += "      - {id: here, label: H, ask: [{id: position, ask: '?', type: location, live: true}], stay: true}\n"
    steps += "      - id: there\n        label: T\n        stay: true\n"
    steps += "        ask: [{id: position, ask: '?', type: location, unless: {id: words, ask: '?'}}]\n"
    steps += "      - {id: done, label: D, end: done}"
    play = replace(alarm("locate"), procedure=procedure(steps)).open()
    play.act(CITIZEN, "here", {"position": LIVE}).act(CITIZEN, "there", {"words": "Pasar"})
    assert ["elsewhere"] == [event.reason for event in play.found(e.FollowingEnded)]
    assert (None, "Pasar") == (play.case.followed, play.case.personal["words"])
    there = {**HERE, "lat": 3.4}
    play.act(CITIZEN, "there", {"position": there})
    assert (3.4, None) == (play.case.place.lat, play.case.values["words"])


def travelling(**known):
    return alarm("confirm").change(NEAR, **known).act(NEAR, "ready")


def test_a_signal_is_lost_once_and_found_again():
    """Five minutes without a move on the way are told once; the next move ends it, and it may be lost anew."""
    play = travelling(fix=Fix(3.31, 117.6, T0), live_until=UNTIL).after(minutes=5)
    assert [(NEAR.id, T0.isoformat())] == [(one.person, one.since) for one in play.found(e.SignalLost)]
    assert [] == play.after(minutes=1).found(e.SignalLost)
    play.change(NEAR, fix=Fix(3.305, 117.6, play.now)).after(seconds=1)
    assert [NEAR.id] == [event.person for event in play.found(e.SignalFound)]
    assert [NEAR.id] == [event.person for event in play.after(minutes=5).found(e.SignalLost)]


NEVER_LOST = {
    "not live": {"fix": Fix(3.31, 117.6, T0)},
    "over": {"fix": Fix(3.31, 117.6, T0), "live_until": T0 + timedelta(minutes=4)},
    "unknown": {},
}


@pytest.mark.parametrize("known", NEVER_LOST.values(), ids=NEVER_LOST)
def test_a_signal_that_nobody_shares_is_not_lost(known):
    """Only a live position that still runs can stop coming."""
    play = travelling(**known)
    for _ in range(7):
        assert [] == play.after(minutes=1).found(e.SignalLost)


PLACE, T1 = Fix(3.3, 117.6, T0), T0 + timedelta(minutes=1)
WAYS = [
    ("nearer", Fix(3.31, 117.6, T0), Fix(3.309, 117.6, T1), T1, True),
    ("trembling", Fix(3.31, 117.6, T0), Fix(3.3097, 117.6, T1), T1, False),
    ("away", Fix(3.309, 117.6, T0), Fix(3.31, 117.6, T1), T1, False),
    ("old", Fix(3.31, 117.6, T0), Fix(3.309, 117.6, T1), T1 + timedelta(minutes=4), False),
    ("far apart in time", Fix(3.31, 117.6, T0 - timedelta(hours=1)), Fix(3.309, 117.6, T1), T1, False),
    ("one alone", None, Fix(3.309, 117.6, T1), T1, False),
]


@pytest.mark.parametrize(("_", "previous", "fix", "now", "closing"), WAYS, ids=[row[0] for row in WAYS])
def test_closing(_, previous, fix, now, closing):
    """Closing in takes two fresh fixes, the later markedly nearer."""
    assert closing == is_closing(replace(NEAR, previous=previous, fix=fix), PLACE, now)


def test_whoever_is_closing_in_is_not_reminded():
    """The reminder at half of the time is noted and spared; the one upwards is not."""
    play = travelling()
    play.now = T0 + timedelta(minutes=7, seconds=30)
    near = Fix(3.309, 117.6, play.now)
    play.change(NEAR, previous=Fix(3.31, 117.6, play.now - timedelta(minutes=1)), fix=near).after()
    assert [(50, True)] == [(event.percent, event.closing) for event in play.found(e.Reminded)]
    play.after(minutes=7, seconds=30)
    assert [(100, False)] == [(event.percent, event.closing) for event in play.found(e.Reminded)]


def test_the_earlier_fix_stays_for_a_minute():
    """Moves of a few metres are compared with where somebody was a minute before."""
    person = replace(FAR, fix=None)
    for second in (0, 10, 20, 61, 70):
        person = person.at(Fix(3.3, 117.6, T0 + timedelta(seconds=second)))
    assert T0 + timedelta(seconds=20) == person.previous.at


def test_the_replayed_case_follows_too():
    """Start, told move and end are events: the fold knows whether the place is followed, and where it was told."""
    play = followed()
    play.now += timedelta(minutes=3)
    moves(play, 300)
    assert (7, play.case.told_place) == (play.replayed().followed, play.replayed().told_place)
    moves(play.claim(OPERATOR), 310, until=None)
    assert play.case == play.replayed()
