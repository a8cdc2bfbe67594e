"""A visit brought to the stage at which a scenario begins; the way there is what test_visit.py looks at."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from character import Character
from city import City

from core.office_calendar import USUAL_CALENDAR

TICKET = re.compile(r"KJ-\d{4}-\d{6}")
CODE = re.compile(r"Kode masuk Anda untuk .*: (\w{6})")


@dataclass
class Staged:
    """A visit and everybody around it; `at` is its slot."""

    city: City
    visitor: Character
    kadis: Character
    head: Character
    guide: Character
    at: datetime
    ticket: str = ""

    async def come(self, *, minutes: float = 0) -> None:
        """So many minutes after the visit's time."""
        await self.city.forward_to(self.at + timedelta(minutes=minutes))

    async def leave(self, *guests: str) -> None:
        """The guests write themselves into the book, are shown round, and go."""
        await self.visitor.press("Isi buku tamu")
        await self.visitor.write("\n".join(guests))
        await self.visitor.press("Selesai")
        await self.guide.press("Selesai berkeliling")
        await self.guide.press("Catat jam keluar")
        await self.guide.press(labels(self.guide)[0])
        self.skim()

    def skim(self) -> None:
        """Everybody has read everything so far."""
        self.city.skim()

    @property
    def code(self) -> str:
        """The code that the visitor was given."""
        texts = [message.text for message in self.visitor.person.chat.messages if message.from_bot]
        return next(found[1] for text in reversed(texts) if (found := CODE.search(text)))


async def office_hours(city: City) -> None:
    """Ten in the morning of a working day, with four more after it."""
    day = city.telegram.clock.now().astimezone(USUAL_CALENDAR.zone).date() + timedelta(days=1)
    while not all(USUAL_CALENDAR.works(day + timedelta(days=ahead)) for ahead in range(5)):
        day += timedelta(days=1)
    await city.forward_to(datetime.combine(day, time(10), USUAL_CALENDAR.zone))


def labels(character: Character) -> list[str]:
    """What can be pressed under the newest message with buttons."""
    asked = [message for message in character.person.chat.messages if message.from_bot and message.buttons][-1]
    return [label for row in asked.buttons for label in row]


async def fill_in(visitor: Character, *, people: str = "20", slots: int = 1) -> list[str]:
    """The form up to its summary; the slots that were chosen."""
    await visitor.press("Kunjungan")
    await visitor.write("SMA Contoh")
    await visitor.write(people)
    chosen = labels(visitor)[:slots]
    for slot in chosen:
        await visitor.press(slot)
    if slots > 1:
        await visitor.press("Selesai")
    await visitor.document("surat.pdf")
    await visitor.press("Selesai")
    return chosen


async def visit_at(city: City, stage: str, *, people: str = "20", slots: int = 1) -> Staged:
    """A visit at a stage (see `STAGES`); everybody has read everything so far."""
    await office_hours(city)
    kadis = await city.head("head_of_department", "Kadis")
    head, guide = await city.head(name="Kepala UPTD"), await city.staff("guide", "Gita")
    visitor = city.citizen("Tamu")
    await visitor.write("/start")
    (slot, *_) = await fill_in(visitor, people=people, slots=slots)
    staged = Staged(city, visitor, kadis, head, guide, moment(slot))
    for name, act in STAGES.items():
        await act(staged)
        if name == stage:
            break
    staged.skim()
    return staged


def moment(slot: str) -> datetime:
    """The moment that a slot's button names."""
    found = re.search(r"(\d{2})/(\d{2})/(\d{4}) pukul (\d{2}):(\d{2})", slot)
    assert found is not None, slot
    day, month, year, hour, minute = (int(part) for part in found.groups())
    return datetime(year, month, day, hour, minute, tzinfo=USUAL_CALENDAR.zone)


async def _sent(staged: Staged) -> None:
    await staged.visitor.press("Kirim")
    texts = (message.text for message in staged.visitor.person.chat.messages if message.from_bot)
    staged.ticket = [found[0] for text in texts if (found := TICKET.search(text))][-1]


async def _disposed(staged: Staged) -> None:
    await staged.kadis.press("Tindak lanjuti")


async def _permitted(staged: Staged) -> None:
    await staged.head.press("Izinkan")


async def _appointed(staged: Staged) -> None:
    await staged.head.press("Tunjuk pelaksana")
    await staged.head.press(staged.guide.name)


async def _arrived(staged: Staged) -> None:
    await staged.come()
    await staged.guide.press("Tamu datang")


STAGES = {
    "sent": _sent,
    "disposed": _disposed,
    "permitted": _permitted,
    "appointed": _appointed,
    "arrived": _arrived,
}
