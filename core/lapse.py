"""What happens when nobody does anything, or somebody is out of reach: the case goes on without them."""

from core import crew
from core import events as e
from core.action import Consequence
from core.case import OpenStep
from core.course import Course
from core.deadline import Due, Mark, ahead_at, due, percent_due
from core.following import find_again, tell
from core.parts import seen
from core.performer import Kind
from core.signal import is_closing, silences
from core.step import Step
from core.term import clock_of, term_of
from core.way_back import back_from

MOST_MARKS = 100
"""So many things fall due in one decision at most; what is left falls due in the next."""


def tick(course: Course) -> None:
    """Let everything happen that is due, the earliest first."""
    find_again(course)
    for _ in range(MOST_MARKS):
        mark = due(course.case, course.procedure, course.now, course.office)
        if mark is None:
            return
        _fall_due(course, mark)


def lose(course: Course, person_id: int) -> None:
    """Somebody cannot be reached any more: what waits for them goes on without them, at once."""
    if person_id == course.case.requester and not course.case.values.get("requester_lost"):
        course.add(e.ValueGiven(name="requester_lost", value=True))
    for waiting in course.case.steps:
        step = course.step(waiting)
        if step.optional:
            continue
        if waiting.post is not None:
            continue
        if waiting.claimed_by == person_id:
            course.open_anew(waiting)
        elif person_id in waiting.holders and person_id != course.case.requester:
            _pass_over(course, waiting, (person_id,), "unreachable", _asked_at(course, step))


def _fall_due(course: Course, mark: Mark) -> None:
    if mark.due is Due.PLACE:
        tell(course)
        return
    waiting = course.waiting(mark.entry)
    step = course.step(waiting)
    match mark.due:
        case Due.BEGIN:
            course.add(e.StepBegan(step=waiting.id, entry=waiting.entry))
        case Due.AHEAD:
            _tell_ahead(course, waiting, step, mark.number)
        case Due.RING:
            course.ring(waiting)
        case Due.UNANSWERED:
            _pass_over(course, waiting, waiting.holders, "unanswered", step)
        case Due.TIMER:
            _timer(course, waiting, mark.number)
        case Due.LAPSE:
            _lapse(course, waiting)
        case Due.REMINDER:
            _remind(course, waiting, step)
        case Due.SILENCE:
            _lose_signal(course, waiting, step)


def _lapse(course: Course, waiting: OpenStep) -> None:
    """Whoever took the step has not left it in time: it is open to all and rings again.

    Any action of theirs in the case, at this step or a standing one, counts the time anew; leaving the step ends it.
    """
    if waiting.claimed_by is not None:
        course.free(waiting, waiting.claimed_by, "lapsed")


def _remind(course: Course, waiting: OpenStep, step: Step) -> None:
    term = term_of(course.case, waiting, course.procedure, course.office)
    percent = percent_due(waiting, step, term, course.now)
    if percent >= 100 and not waiting.missed:
        course.add(e.DeadlineMissed(step=waiting.id, entry=waiting.entry))
    who = step.reminder(percent).who
    upwards = percent >= 100 if who is None else who.kind is Kind.ABOVE
    above = course.procedure.above_of(step) if upwards else None
    closing = step.reminder(percent).unless is not None and _closing(course, waiting)
    course.add(e.Reminded(step=waiting.id, entry=waiting.entry, percent=percent, above=above, closing=closing))


def _tell_ahead(course: Course, waiting: OpenStep, step: Step, place: int) -> None:
    """A date comes near: whoever the reminder is for is told of it, once for each date."""
    at = ahead_at(
        seen(course.case, waiting.part), (step.remind or ())[place], clock_of(course.procedure, step, course.office)
    )
    assert at is not None
    course.add(e.RemindedAhead(step=waiting.id, entry=waiting.entry, reminder=place, at=at.isoformat()))


def _closing(course: Course, waiting: OpenStep) -> bool:
    """Whether everybody who has the step is getting nearer to the place."""
    people = [course.office.person(person) for person in waiting.holders]
    return bool(people) and all(is_closing(person, course.case.place, course.now) for person in people)


def _lose_signal(course: Course, waiting: OpenStep, step: Step) -> None:
    """A live position that the step watches has not come for too long; it is told once until it comes again."""
    for one in list(silences(course.case, waiting, step, course.office)):
        if one.lost_at <= course.now and one.person not in course.case.lost:
            course.add(
                e.SignalLost(
                    step=waiting.id,
                    entry=waiting.entry,
                    person=one.person,
                    since=one.since.isoformat(),
                    watch=one.watch,
                )
            )


def _timer(course: Course, waiting: OpenStep, place: int) -> None:
    step = course.step(waiting)
    timer = step.timers[place]
    course.add(e.TimerFired(step=waiting.id, entry=waiting.entry, timer=place, part=waiting.part))
    if timer.widen:
        course.add(e.StepWidened(step=waiting.id, entry=waiting.entry, roles=timer.widen))
    if timer.beside is not None:
        _open_beside(course, waiting, timer.beside)
    if timer.do == "next":
        _pass_over(course, waiting, waiting.holders, "unanswered", step)
    elif timer.do == "ring":
        course.ring(waiting)
    elif timer.target is not None or timer.end is not None:
        course.leave([waiting], Consequence(to=(timer.target,) if timer.target else (), end=timer.end))


def _open_beside(course: Course, waiting: OpenStep, step_id: str) -> None:
    """Open a step beside another; one for the nearest only if there is anybody to ask."""
    performer = course.procedure.step(step_id).performer
    if performer is None or performer.kind is not Kind.NEAREST or course.nearest(performer):
        course.enter(step_id, waiting.id, part=waiting.part)


def _pass_over(course: Course, waiting: OpenStep, people: tuple[int, ...], reason: str, asked: Step | None) -> None:
    """The next nearest is asked instead, at the step `asked`; with none left it goes back to where it came from.

    Without such a step the work stays with whoever has it, and those above are called too (`call_somebody`).
    """
    if waiting.crew:
        _replace(course, waiting, reason, asked)
        return
    for person in people:
        if asked is not None or person not in course.case.passed:
            course.add(e.HolderPassed(step=waiting.id, entry=waiting.entry, person=person, reason=reason))
    if asked is None or asked.performer is None:
        return
    if asked.performer.kind is Kind.FIRST:
        course.open_anew(waiting)
        return
    course.add(e.StepClosed(step=waiting.id, entry=waiting.entry))
    origin = _way_back(course, course.step(waiting)) or waiting.back or waiting.id
    nearest = course.nearest(asked.performer)
    if not nearest:
        course.enter(origin, waiting.id, part=waiting.part)
        return
    if asked.performer.name is not None:
        course.add(e.HolderNamed(name=asked.performer.name, person=nearest[0].person.id))
    course.enter(asked.id, origin, part=waiting.part)


def _replace(course: Course, waiting: OpenStep, reason: str, asked: Step | None) -> None:
    """The next nearest is asked in the place of one of several; with nobody left it ends there.

    Once their work has begun it stays with them, and those above are called too.
    """
    (person,) = waiting.holders
    course.add(e.HolderPassed(step=waiting.id, entry=waiting.entry, person=person, reason=reason))
    if asked is None or asked.performer is None:
        return
    course.add(e.StepClosed(step=waiting.id, entry=waiting.entry))
    for candidate in course.nearest(asked.performer)[:1]:
        crew.join(course, asked, candidate.person.id)


def _asked_at(course: Course, step: Step) -> Step | None:
    """Where another can be asked in the place of whoever has the step: nowhere, once their work has begun."""
    performer = step.performer
    if performer is None or step.asks or performer.kind in (Kind.FIRST, Kind.NEAREST):
        return step
    if _way_back(course, step) is None:
        return None
    return next((one for one in course.procedure.steps if one.asks and one.performer == performer), None)


def _way_back(course: Course, step: Step) -> str | None:
    found = (back_from(course.procedure, step, action) for action in step.actions)
    return next((target for target in found if target is not None), None)
