"""Somebody in a scenario: acts, waits until the bot has dealt with it, and says what is expected to be read."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from simulator.chat import Message
from simulator.people import Person

if TYPE_CHECKING:
    from city import City

TICKET = re.compile(r"PB-\d{4}-\d{6}")


class Character:
    """A person with a phone. Every act ends when all that follows from it has been sent."""

    def __init__(self, city: "City", person: Person) -> None:
        self.city, self.person = city, person

    @property
    def id(self) -> int:
        """The Telegram id."""
        return self.person.id

    @property
    def name(self) -> str:
        """The full name."""
        return self.person.name

    async def does(self, act: Callable[..., Any], *details: Any, **more: Any) -> Any:
        """Do something with the phone."""
        done = act(*details, **more)
        await self.city.settle()
        return done

    async def write(self, text: str) -> Message:
        """Type a message."""
        message: Message = await self.does(self.person.write, text)
        return message

    async def press(self, label: str, on: Message | None = None) -> Any:
        """Press a button; returns the press, whose answer can be looked at."""
        return await self.does(self.person.press, label, on)

    async def share(self, lat: float, lon: float, accuracy: float | None = None) -> None:
        """Send a position."""
        await self.does(self.person.share_location, lat, lon, accuracy)

    async def photo(self, caption: str | None = None) -> Message:
        """Send a picture."""
        message: Message = await self.does(self.person.send_photo, None, caption)
        return message

    async def document(self, name: str, data: bytes = b"%PDF-1.7 contoh") -> Message:
        """Send a file."""
        message: Message = await self.does(self.person.send_document, data, name)
        return message

    async def voice(self, data: bytes | None = None) -> Message:
        """Send a voice message."""
        message: Message = await self.does(self.person.send_voice, data)
        return message

    async def video(self) -> Message:
        """Send a film."""
        message: Message = await self.does(self.person.send_video)
        return message

    async def album(self, *pictures: bytes | None, caption: str | None = None) -> list[Message]:
        """Send pictures together."""
        messages: list[Message] = await self.does(self.person.send_album, list(pictures), caption)
        return messages

    async def block(self) -> None:
        """Block the bot."""
        await self.does(self.person.block)

    async def hear(self) -> None:
        """Press Dengar, as whoever comes on duty is asked to."""
        await self.press("Dengar", self.expect("Uji bunyi"))

    def skim(self) -> None:
        """Count everything that came as read."""
        self.person.inbox.clear()

    def expect(self, *fragments: str) -> Message:
        """The next message that came must contain all of that; it then counts as read."""
        unread = [message for message in self.person.inbox if not message.deleted]
        assert unread, f"{self.name} expected {fragments}, and nothing came"
        message = unread[0]
        self.person.inbox.clear()
        self.person.inbox.extend(unread[1:])
        for fragment in fragments:
            assert fragment in _whole(message), f"{self.name} expected {fragment!r} in {_whole(message)!r}"
        return message

    def expect_each(self, *fragments: str) -> list[Message]:
        """The next messages must contain these, one each, in whatever order; what errands send waits for nobody."""
        came = [self.expect() for _ in fragments]
        found = [next((one for one in came if fragment in _whole(one)), None) for fragment in fragments]
        assert all(found), f"{self.name} expected each of {fragments} in {[_whole(one) for one in came]}"
        return [one for one in found if one is not None]

    def expect_map(self, lat: float, lon: float) -> None:
        """The next message must be a map of that place."""
        message = self.expect()
        assert message.location is not None, f"{self.name} expected a map, and read {_whole(message)!r}"
        assert (round(message.location.latitude, 3), round(message.location.longitude, 3)) == (
            round(lat, 3),
            round(lon, 3),
        )

    def expect_nothing(self) -> None:
        """Nothing new may have come."""
        assert self.unread() == []

    def expect_answer(self, fragment: str) -> None:
        """The newest press must have been answered with that."""
        assert self.person.answers, f"{self.name} expected an answer to the press"
        answer = self.person.answers[-1]
        assert fragment in (answer.text or ""), f"{self.name} expected {fragment!r} in {answer.text!r}"

    def sees(self, *fragments: str) -> Message:
        """The newest card must show all of that."""
        card = self.card()
        for fragment in fragments:
            assert fragment in _whole(card), f"{self.name} expected {fragment!r} on {_whole(card)!r}"
        return card

    def card(self) -> Message:
        """The newest card in the chat."""
        cards = [message for message in self.person.chat.messages if message.from_bot and "👤" in message.text[:120]]
        assert cards, f"{self.name} has no card"
        return cards[-1]

    def buttons(self) -> list[str]:
        """The labels under the newest card."""
        return [label for row in self.card().buttons for label in row]

    def tickets(self) -> list[str]:
        """The numbers of the cases that the chat has spoken of, each once, the newest last."""
        read = [message.text for message in self.person.chat.messages if message.from_bot]
        found = [ticket for text in read for ticket in TICKET.findall(text)]
        return list(dict.fromkeys(reversed(found)))[::-1]

    def ticket(self) -> str:
        """The number of the newest case that the chat has spoken of."""
        found = self.tickets()
        assert found, f"{self.name} has read of no case"
        return str(found[-1])

    def unread(self) -> list[str]:
        """What came and nobody expected."""
        return [f"{self.name}: {_whole(message)[:200]!r}" for message in self.person.inbox if not message.deleted]


def skim(*people: Character) -> None:
    """What came so far is not what the scenario is about: they have read it."""
    for character in people:
        character.skim()


def _whole(message: Message) -> str:
    return message.text or f"<{message.kind}>"
