"""Sends a file that we keep to one person's chat: letters, first pages, registers."""

import asyncio
from datetime import timedelta
from typing import Any

from aiogram.methods import SendDocument, SendPhoto
from aiogram.types import BufferedInputFile, ReplyParameters

from bot.archive import Archive
from bot.clock import Clock
from bot.errands import Done, ErrandKind, Hopeless
from bot.outcomes import errand_call
from bot.telegram import Wire
from core.people import Person
from storage import cards, outbox
from storage.batch import Batch
from storage.database import Database
from storage.errands import Errand, ErrandRow
from storage.outbox import Message

CARD_LOOKS, CARD_LOOK_S = 100, 0.05


def post(case_id: int | None, person: Person, path: str, key: str, caption: str, **more: Any) -> Errand:
    """The errand of sending the file at `path`, as an answer to the case's card; `key` is sent once to each person.

    `name` is what the file is called there; as a `photo` it has none. `caption` is HTML.
    """
    payload = {"case_id": case_id, "person": person.id, "path": path, "caption": caption, **more}
    return Errand("post", payload, case_id, f"post:{key}:{person.id}")


class Post(ErrandKind):
    """Payload: person, path, caption, name, photo. Done twice, the file comes twice: that is better than never."""

    give_up_after = timedelta(days=2)

    def __init__(self, bot: Wire, db: Database, archive: Archive, clock: Clock) -> None:
        self._bot, self._db, self._archive, self._clock = bot, db, archive, clock

    async def do(self, errand: ErrandRow) -> Done:
        """Upload it; fails for good when nobody is there or Telegram does not take it."""
        person = await Batch(self._db).unit(self._clock.now()).person_by_id(errand.payload["person"])
        if person is None or not person.has_chat or not person.reachable:
            raise Hopeless("nobody")
        try:
            content = await self._archive.read(errand.payload["path"])
        except FileNotFoundError as error:
            raise Hopeless("no_file") from error
        with errand_call(self._clock):
            sent = await self._bot(await self._call(errand.payload, person, content))
        if errand.payload.get("photo"):
            await self._note(errand, person, sent.message_id)
        return Done({})

    async def _note(self, errand: ErrandRow, person: Person, message_id: int) -> None:
        """A picture of what somebody sent is taken back with everything else once the case is forgotten."""
        shown = {"chat_id": person.telegram_id, "caption": errand.payload["caption"], "parse_mode": "HTML"}
        message = Message(person.telegram_id, "dispatch", "sendPhoto", shown, errand.case_id, reply_to_card=True)
        await outbox.note_sent(self._db, message, self._clock.now(), message_id)

    async def _call(self, asked: dict[str, Any], person: Person, content: bytes) -> SendDocument | SendPhoto:
        fields: dict[str, Any] = {"chat_id": person.telegram_id, "caption": asked["caption"], "parse_mode": "HTML"}
        card = await self._card(asked["case_id"], person)
        if card is not None:
            fields["reply_parameters"] = ReplyParameters(message_id=card, allow_sending_without_reply=True)
        if asked.get("photo"):
            return SendPhoto(photo=BufferedInputFile(content, "halaman-1.jpg"), **fields)
        return SendDocument(document=BufferedInputFile(content, asked["name"]), **fields)

    async def _card(self, case_id: int | None, person: Person) -> int | None:
        """The message with the case's card; one that is just being sent is waited for, so that it comes first."""
        for _ in range(CARD_LOOKS):
            view = await cards.find(self._db, case_id, person.telegram_id) if case_id is not None else None
            if view is None or view.message_id is not None:
                return view.message_id if view is not None else None
            await asyncio.sleep(CARD_LOOK_S)
        return None
