"""Whoever comes on duty shows that their phone is heard: known at once, and not at two in the morning."""

from collections.abc import Callable
from datetime import datetime, timedelta

from aiogram.methods import SendMessage

from bot import keyboards, outgoing
from bot.house import House
from bot.presses import data
from bot.visit import Visit
from core.office import Office
from core.people import Person
from storage import sound_tests
from storage.batch import Batch, Committed
from storage.database import Database
from storage.unit_of_work import UnitOfWork

WITHIN = timedelta(minutes=2)
BATCH = 100
LANE = "dispatch"
TOLD = "head_of_centre"
"""Who learns that a phone on duty is not heard."""


def ask(visit: Visit) -> SendMessage:
    """A message with a sound, and until when its button is waited for."""
    visit.desk.unit.test_sound(visit.person.id, visit.desk.now + WITHIN)
    heard = keyboards.button(visit.label("sound-heard-button"), data("heard"), "success")
    return outgoing.text(visit.person.telegram_id, visit.say("sound-test"), keyboards.inline([[heard]]))


class SoundTests:
    """Part of the timekeeper. `hand_out` is given what a commit has left to do."""

    def __init__(self, db: Database, house: House, hand_out: Callable[[Committed], None]) -> None:
        self._db, self._house, self._hand_out = db, house, hand_out

    async def due(self, now: datetime) -> bool:
        """Tell of those who did not press in time; False once there are none."""
        people = await sound_tests.due(self._db, now, BATCH)
        if not people:
            return False
        batch = Batch(self._db)
        unit = batch.unit(now)
        office = await unit.office()
        for person_id in people:
            unit.test_sound(person_id, None)
            person = office.person(person_id)
            if person is not None and person.on_duty:
                self._tell(unit, person, office)
        batch.accept(unit)
        self._hand_out(await batch.commit([], at=now))
        return True

    def _tell(self, unit: UnitOfWork, person: Person, office: Office) -> None:
        unit.note("PhoneNotHeard", {"person": person.id}, None)
        self._say(unit, person, "sound-not-heard")
        for head in office.holders(TOLD):
            self._say(unit, head, "sound-not-heard-of", name=person.name)

    def _say(self, unit: UnitOfWork, reader: Person, key: str, **values: str) -> None:
        if reader.reachable:
            words = self._house.say(reader, key, **values)
            unit.say(outgoing.message(outgoing.text(reader.telegram_id, words), LANE))
