"""Who is awake in a night with many alarms, and how they find the card that they mean."""

import re
from dataclasses import dataclass, field

from character import Character, skim
from city import City

from simulator.chat import Message

NEAR_THE_MARKET = (3.3021, 117.5853)
HARBOUR, AIRPORT, HILL, BEACH = (3.3200, 117.5900), (3.3300, 117.6000), (3.3400, 117.5950), (3.3150, 117.6100)
SAID = "Api besar di belakang rumah Bu Contoh"
CALLER = "0812-0000-0001"
NUMBER = re.compile(r"\b(?:PB|LT)-\d{4}-\d{6}\b")


@dataclass
class Night:
    """The cast of the night, and what should become of each case."""

    city: City
    operators: list[Character] = field(default_factory=list)
    officers: list[Character] = field(default_factory=list)
    heads: list[Character] = field(default_factory=list)
    citizens: dict[str, Character] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)
    """By number of the case, the outcome that it must have."""

    async def falls(self) -> None:
        """It is ten in the evening; three operators and four officers begin their shift, two heads are at home."""
        await self.city.forward(hours=8)
        self.operators = [await self.city.operator(name) for name in ("Ani", "Beni", "Citra")]
        places = ((3.3050, 117.5870), (3.3120, 117.5900), (3.3250, 117.5950), (3.3350, 117.6000))
        officers = zip(("Budi", "Sari", "Tono", "Umar"), places, strict=True)
        self.officers = [await self.city.officer(name, place=place) for name, place in officers]
        roles = ("head_of_centre", "head_of_department")
        self.heads = [await self.city.head(role, name) for role, name in zip(roles, ("Hadi", "Dina"), strict=True)]

    def citizen(self, name: str, *, language: str = "id") -> Character:
        """Somebody in the city."""
        self.citizens[name] = self.city.citizen(name, language=language)
        return self.citizens[name]

    async def panic(self, citizen: Character, place: tuple[float, float] | None) -> str:
        """A citizen presses PANIK and, unless they cannot, sends a position; the number of their case."""
        await citizen.write("/panik")
        citizen.expect("SUDAH MASUK")
        if place is not None:
            await citizen.share(*place)
            citizen.expect("Lokasi diterima")
        return citizen.ticket()

    async def take(self, operator: Character, ticket: str, citizen: Character | None = None) -> None:
        """An operator takes a case, of which its citizen hears."""
        await self.press(operator, "Tangani", ticket)
        operator.expect_answer("Anda tangani")
        if citizen is not None:
            citizen.expect("Operator menangani")

    async def pass_on(self, operator: Character, ticket: str, *officers: Character) -> None:
        """An operator passes a case on to officers, the first of whom leads."""
        await self.press(operator, "Teruskan", ticket)
        asked = operator.person.chat.messages[-1]
        for officer in officers:
            await operator.press(officer.name, asked)
        if asked.buttons:
            await operator.press("Selesai", asked)
        operator.expect_answer("Tercatat")

    async def report(self, officer: Character, ticket: str, words: str) -> None:
        """An officer writes the report of a case, with one photo."""
        await self.press(officer, "Lapor", ticket)
        await officer.write(words)
        await officer.photo()
        await officer.press("Selesai")
        officer.expect_answer("Tercatat")

    async def record(self, operator: Character, ticket: str) -> None:
        """An operator writes the register, asked twice."""
        await self.press(operator, "Catat", ticket)
        await operator.press("Catat")
        operator.expect_answer("Catat")

    async def press(self, who: Character, label: str, ticket: str) -> None:
        """Press a button on somebody's card of a case."""
        await who.press(label, self.card(who, ticket))

    def card(self, who: Character, ticket: str) -> Message:
        """The card of a case that somebody has."""
        found = [
            one
            for one in who.person.chat.messages
            if one.from_bot and ticket in one.text[:60] and "👤" in one.text[:160]
        ]
        assert found, f"{who.name} has no card of {ticket}"
        return found[-1]

    def staff_have_read(self) -> None:
        """What staff were told besides is not the point here."""
        skim(*self.operators, *self.officers, *self.heads)


def numbers_read(who: Character) -> set[str]:
    """The numbers of all cases that the bot has ever named to somebody, in words since edited or deleted too."""
    said = (text for one in who.person.chat.all.values() if one.from_bot for text in (one.text, *one.history))
    return {number for text in said for number in NUMBER.findall(text)}
