"""Where things are, on a card: the place and the officer, each with the age and the accuracy of its position."""

from datetime import datetime, timedelta

from bot.facts import NONE, accuracy, clipped, distance_to_officer, officer_fix
from bot.house import House, language_of
from bot.texts import Markup
from core.case import Case
from core.office import Office
from core.people import Fix, Person

COARSE_M = 500.0
OLD = timedelta(minutes=5)
"""A position so much older than the call itself may be from somewhere else."""


def place(house: House, reader: Person, case: Case, fix: Fix, now: datetime) -> list[str]:
    """The lines on the place: area, time, age and accuracy, and what is doubtful about it."""
    lines: list[str] = []
    elsewhere = case.personal.get("elsewhere")
    if isinstance(elsewhere, str):
        lines.append(house.say(reader, "card-elsewhere", words=clipped(elsewhere)))
    at = {"time": house.time(fix.at), "age": age(house, reader, fix, now), "accuracy": accuracy(fix)}
    lines.append(house.say(reader, "card-place", where=_where(house, reader, fix), **at))
    if fix.accuracy is not None and fix.accuracy > COARSE_M:
        lines.append(house.say(reader, "card-place-coarse", accuracy=accuracy(fix)))
    if case.opened_at - fix.at > OLD:
        lines.append(house.say(reader, "card-place-old"))
    lost = case.lost.get(case.requester)
    return [*lines, house.say(reader, "card-signal-lost", since=house.time(lost))] if lost is not None else lines


def officer(
    house: House, reader: Person, case: Case, office: Office, person: Person, name: str, now: datetime
) -> list[str]:
    """The lines on the officer: how far from the place, by a position how old and how accurate."""
    distance = distance_to_officer(case, office, language_of(reader)) or NONE
    fix = officer_fix(case, office)
    known = (age(house, reader, fix, now), accuracy(fix)) if fix is not None else (NONE, NONE)
    lines: list[str] = [
        house.say(reader, "card-officer", name=name, distance=distance, age=known[0], accuracy=known[1])
    ]
    lost = case.lost.get(person.id)
    return [*lines, house.say(reader, "card-signal-lost", since=house.time(lost))] if lost is not None else lines


def age(house: House, reader: Person, fix: Fix, now: datetime) -> Markup:
    """How old a position is, in words that go on counting where the client can."""
    minutes = max(0, int((now - fix.at) / timedelta(minutes=1)))
    unit, amount = ("hours", minutes // 60) if minutes >= 120 else ("minutes", minutes)
    return house.time_left(fix.at, house.label(reader, "time-ago", unit=unit, amount=amount))


def _where(house: House, reader: Person, fix: Fix) -> Markup:
    area, outside = house.area(fix), house.outside_words(fix, language_of(reader))
    if area is not None:
        return house.say(reader, "place-in", kelurahan=area.kelurahan, kecamatan=area.kecamatan)
    return house.say(reader, "place-unknown", outside=outside or NONE)
