"""The requester's live location moves the place: each move is known, and one of weight is told."""

from datetime import datetime, timedelta

from core import events as e
from core.answers import as_answer
from core.case import LIVE, Case
from core.change import replace
from core.commands import Move
from core.course import Course
from core.distance import great_circle_m
from core.signal import last_heard

OF_WEIGHT_M = 100.0
TOLD_EVERY = timedelta(minutes=2)


def move(course: Course, command: Move) -> None:
    """Take note of a move, which is no event; one that belongs to no followed location changes nothing."""
    case = course.case
    if command.by != case.requester or case.followed is None or case.followed != command.message:
        return
    until = command.until or case.live_until
    if until is None or (case.place is not None and command.fix.at < case.place.at):
        return
    live = {**as_answer(command.fix), "until": until.isoformat()}
    course.case = replace(case, personal={**case.personal, LIVE: live})
    find_again(course)
    if command.until is None:
        position = e.Personal(as_answer(command.fix))
        course.add(e.FollowingEnded(by=command.by, reason="stopped", position=position))
        return
    due_at = weighs_at(course.case)
    if due_at is not None and due_at <= course.now:
        tell(course)


def weighs_at(case: Case) -> datetime | None:
    """When the place, followed so far from the one told, is to be told; None while it has not gone far."""
    place, told = case.place, case.told_place
    if case.followed is None or place is None or told is None or _metres(case) <= OF_WEIGHT_M:
        return None
    return told.at + TOLD_EVERY


def tell(course: Course) -> None:
    """The place where the requester is now counts as told."""
    place = course.case.place
    if place is not None:
        position = e.Personal(as_answer(place))
        course.add(e.PlaceMoved(by=course.case.requester, position=position, metres=round(_metres(course.case))))


def find_again(course: Course) -> None:
    """Whoever was lost and has been heard of since is lost no longer."""
    for person, since in course.case.lost.items():
        heard = last_heard(person, course.case, course.office)
        if heard is not None and heard[0] > since:
            course.add(e.SignalFound(person=person))


def _metres(case: Case) -> float:
    place, told = case.place, case.told_place
    return great_circle_m(place.lat, place.lon, told.lat, told.lon) if place is not None and told is not None else 0.0
