"""Somebody's phone: what it can send besides words."""

from collections import deque
from datetime import timedelta
from typing import Any, Protocol

import telegram

from simulator.chat import Chat, Message
from simulator.files import grey_picture
from simulator.formatting import found_entities
from simulator.methods_edits import live_until
from simulator.updates import BotAccount
from simulator.world import Answer, World


class Room(Protocol):
    """Where somebody can write: a group, or a person's own chat."""

    chat: Chat


class Phone:
    """An account in its chat with a bot: positions, contacts, pictures and files."""

    def __init__(self, world: World, bot: BotAccount, user: telegram.User, sender_chat: Chat | None = None) -> None:
        self.world = world
        self.bot = bot
        self.user = user
        self.sender_chat = sender_chat
        self.chat = world.private(bot, user)
        self.answers: list[Answer] = []
        self.position: tuple[float, float] | None = None

    @property
    def id(self) -> int:
        """The account's id, which is also the private chat's."""
        return self.user.id

    @property
    def name(self) -> str:
        """First and last name."""
        return self.user.full_name

    @property
    def inbox(self) -> deque[Message]:
        """New messages of the bot in the private chat that nobody has looked at yet."""
        return self.chat.inbox

    def stand(self, latitude: float, longitude: float) -> None:
        """Be somewhere, in degrees, without telling anybody but the page."""
        self.position = (latitude, longitude)
        self.world.announce("stood", self.chat, position=self.position)

    def share_location(
        self, latitude: float, longitude: float, accuracy: float | None = None, to: Room | None = None
    ) -> Message:
        """Send a position, in degrees, with its accuracy in metres."""
        self.stand(latitude, longitude)
        return self._send({"location": telegram.Location(longitude, latitude, horizontal_accuracy=accuracy)}, to)

    def start_live(
        self, latitude: float, longitude: float, period: int = 3600, accuracy: float | None = None
    ) -> Message:
        """Begin to share the position for `period` seconds."""
        self.stand(latitude, longitude)
        return self._send({"location": _live(latitude, longitude, period, accuracy)}, None)

    def move_live(self, message: Message, latitude: float, longitude: float, accuracy: float | None = None) -> Message:
        """Move a live position; raises AssertionError when it is over."""
        period = self._period(message)
        self.stand(latitude, longitude)
        return self._changed(message, {"location": _live(latitude, longitude, period, accuracy)})

    def stop_live(self, message: Message) -> Message:
        """End a live position: an edit without a live period."""
        self._period(message)
        assert message.location is not None
        still = telegram.Location(message.location.longitude, message.location.latitude)
        return self._changed(message, {"location": still})

    def share_venue(self, latitude: float, longitude: float, title: str, address: str) -> Message:
        """Send a named place."""
        place = telegram.Location(longitude, latitude)
        return self._send({"location": place, "venue": telegram.Venue(place, title, address)}, None)

    def share_contact(self, own: bool = True, phone: str = "+62812000000", name: str = "Orang Lain") -> Message:
        """Send one's own contact card, or with ``own=False`` somebody else's."""
        if own:
            user = self.user
            contact = telegram.Contact(phone, user.first_name, last_name=user.last_name, user_id=user.id)
        else:
            contact = telegram.Contact(phone, name)
        return self._send({"contact": contact}, None)

    def send_photo(self, data: bytes | None = None, caption: str | None = None, to: Room | None = None) -> Message:
        """Send a picture; a grey one when none is given."""
        return self._send_file("photo", data or self._picture(), None, caption, to)

    def send_album(self, pictures: list[bytes | None], caption: str | None = None) -> list[Message]:
        """Send pictures as one album: several messages with one media_group_id, the caption on the first."""
        group = {"media_group_id": str(13_000_000_000 + self.world.number())}
        return [
            self._send_file("photo", data or self._picture(), None, caption if number == 0 else None, None, group)
            for number, data in enumerate(pictures)
        ]

    def send_document(self, data: bytes, name: str, caption: str | None = None, mime: str | None = None) -> Message:
        """Send a file."""
        return self._send_file("document", data, name, caption, None, mime=mime)

    def send_voice(self, data: bytes | None = None) -> Message:
        """Send a voice message."""
        return self._send_file("voice", data or b"OggS voice %d" % self.world.number(), None, None, None)

    def send_video(self, data: bytes | None = None, caption: str | None = None) -> Message:
        """Send a video."""
        return self._send_file("video", data or b"ftyp video %d" % self.world.number(), None, caption, None)

    def send_video_note(self, data: bytes | None = None) -> Message:
        """Send a round video message."""
        return self._send_file("video_note", data or b"ftyp note %d" % self.world.number(), None, None, None)

    def send_sticker(self) -> Message:
        """Send a sticker."""
        return self._send_file("sticker", b"RIFF sticker", None, None, None)

    def _send(self, content: dict[str, Any], to: Room | None) -> Message:
        chat = (to or self).chat
        if chat.blocked:
            raise AssertionError(f"{self.name} has blocked the bot: unblock() first")
        chat.started = True
        message = self.world.post(chat, self.user, content, self.sender_chat if chat is self.sender_chat else None)
        for bot in self.world.bots_in(chat):
            bot.push(message=message.wire())
        self.world.announce("message", chat, message_id=message.id)
        return message

    def _send_file(
        self,
        kind: str,
        data: bytes,
        name: str | None,
        caption: str | None,
        to: Room | None,
        more: dict[str, Any] | None = None,
        mime: str | None = None,
    ) -> Message:
        content = self.world.files.content(kind, data, name, mime)
        if caption:
            content |= {"caption": caption, "caption_entities": tuple(found_entities(caption)) or None}
        return self._send({**content, **(more or {})}, to)

    def _changed(self, message: Message, changes: dict[str, Any]) -> Message:
        if message.from_bot or message.fields["from_user"].id != self.user.id:
            raise AssertionError(f"{self.name} cannot change {message!r}")
        self.world.change(message, changes)
        for bot in self.world.bots_in(message.chat):
            bot.push(edited_message=message.wire())
        return message

    def _period(self, message: Message) -> int:
        until = live_until(message)
        if until is None or until < self.world.clock.now():
            raise AssertionError(f"{message!r} is no live position, or is over")
        return message.live_period or 0

    def _picture(self) -> bytes:
        return grey_picture(640, 480, self.world.number())


def _live(latitude: float, longitude: float, period: int, accuracy: float | None) -> telegram.Location:
    return telegram.Location(longitude, latitude, horizontal_accuracy=accuracy, live_period=timedelta(seconds=period))
