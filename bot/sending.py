"""One call to Telegram at a time: a stored message, a card as it stands now, an answer to a press."""

import asyncio
import re
from html import unescape
from typing import NamedTuple

import structlog

from bot.album import Album, Drawing
from bot.clock import Clock
from bot.house import language_of
from bot.outcomes import Broken, Outcome, Sent, Unchanged, Unparsable, Unsure, Vanished, classify
from bot.outgoing import CAPTION_MOST, TEXT_MOST, utf16
from bot.telegram import SEND_TIMEOUT_S, Payload, Wire
from bot.texts import Texts
from storage import cards
from storage.batch import Batch
from storage.cards import CardView, Shown
from storage.database import Database
from storage.faults import DatabaseError
from storage.outbox import OutboxRow

log = structlog.get_logger()

ANSWER_WITHIN_S = 10
ANSWERS_AT_ONCE = 50
PROBE_WITHIN_S = 5
_TAG = re.compile(r"<[^>]*>")


class CardOutcome(NamedTuple):
    """How the sending of a card ended, and what its chat sees then, where that is known."""

    outcome: Outcome
    shown: Shown | None = None


class Sender:
    """Makes the calls and says how each ended; it decides nothing about when."""

    def __init__(self, bot: Wire, db: Database, album: Album, texts: Texts, clock: Clock) -> None:
        self._bot, self._db, self._album, self._texts, self._clock = bot, db, album, texts, clock
        self._answering = asyncio.Semaphore(ANSWERS_AT_ONCE)

    async def stale_cards(self) -> list[CardView]:
        """Cards that show less than they should."""
        return await cards.stale(self._db)

    async def message(self, row: OutboxRow, *, repeated: bool) -> Outcome:
        """Send a stored message, as an answer to the case's card where it asks for that."""
        payload = row.payload | {"chat_id": row.chat_id}
        if row.reply_to_card and row.case_id is not None:
            view = await cards.find(self._db, row.case_id, row.chat_id)
            if view is not None and view.message_id is not None:
                payload["reply_parameters"] = {"message_id": view.message_id, "allow_sending_without_reply": True}
        return await self._call(row.method, await self._marked(payload) if repeated else payload)

    async def card(self, case_id: int, chat_id: int, *, repeated: bool) -> CardOutcome:
        """Bring a card up to date: sent anew when it rings or was never shown, else edited in place."""
        view = await cards.find(self._db, case_id, chat_id)
        if view is None:
            return CardOutcome(Sent())
        try:
            drawing = await self._album.draw(case_id, chat_id, silent=view.rings_wanted == view.rings_shown)
        except DatabaseError:
            raise
        except Exception as error:
            log.exception("sending.card", case=case_id, error=type(error).__name__)
            return CardOutcome(Broken(type(error).__name__))
        if drawing is None:
            return CardOutcome(Sent())
        if view.rings_wanted > view.rings_shown or (view.message_id is None and not drawing.fades):
            return await self._show_anew(view, drawing, repeated)
        if drawing.hash == view.hash or view.message_id is None:
            return CardOutcome(Sent(), _shown(view, drawing, view.message_id))
        edit = {key: value for key, value in drawing.payload.items() if key != "disable_notification"}
        outcome = await self._call("editMessageText", edit | {"message_id": view.message_id})
        if isinstance(outcome, Vanished) and not drawing.fades:
            return await self._show_anew(view, drawing, repeated)
        if isinstance(outcome, Sent | Unchanged | Vanished):
            return CardOutcome(Sent(), _shown(view, drawing, view.message_id))
        return CardOutcome(outcome)

    async def answer(self, payload: Payload) -> None:
        """Answer a press once within ten seconds, or not at all."""
        outcome: Outcome = Unsure("late")
        try:
            async with asyncio.timeout(ANSWER_WITHIN_S), self._answering:
                outcome = await self._call("answerCallbackQuery", payload)
        except TimeoutError:
            pass
        if not isinstance(outcome, Sent):
            log.info("sending.answer", detail=outcome.detail)

    async def probe(self) -> Outcome:
        """Whether Telegram answers."""
        return await self._call("getMe", {}, PROBE_WITHIN_S)

    async def _show_anew(self, view: CardView, drawing: Drawing, repeated: bool) -> CardOutcome:
        payload = await self._marked(drawing.payload) if repeated else drawing.payload
        outcome = await self._call("sendMessage", payload)
        if not isinstance(outcome, Sent):
            return CardOutcome(outcome)
        if view.message_id is not None:
            await self._call("deleteMessage", {"chat_id": view.chat_id, "message_id": view.message_id})
        return CardOutcome(outcome, _shown(view, drawing, outcome.message_id))

    async def _marked(self, payload: Payload) -> Payload:
        """The same with a word that it may have come before; a map cannot say so."""
        person = await Batch(self._db).unit(self._clock.now()).person(payload["chat_id"])
        words = self._texts.say(language_of(person), "delivery-repeated")
        mark = "\n" + (words if "parse_mode" in payload else _plain(words))
        for field, most in (("text", TEXT_MOST), ("caption", CAPTION_MOST)):
            if field in payload and utf16(payload[field] + mark) <= most:
                return payload | {field: payload[field] + mark}
        return payload

    async def _call(self, method: str, payload: Payload, timeout: float = SEND_TIMEOUT_S) -> Outcome:
        outcome = await self._post(method, payload, timeout)
        if isinstance(outcome, Unparsable) and "parse_mode" in payload:
            log.error("sending.unparsable", method=method)
            words = {field: _plain(payload[field]) for field in ("text", "caption") if field in payload}
            plain = {field: value for field, value in payload.items() if field != "parse_mode"} | words
            return await self._post(method, plain, timeout)
        return outcome

    async def _post(self, method: str, payload: Payload, timeout: float) -> Outcome:
        try:
            result = await self._bot.post(method, payload, timeout)
        except Exception as error:
            return classify(error)
        return Sent(message_id=result.get("message_id") if isinstance(result, dict) else None)


def _shown(view: CardView, drawing: Drawing, message_id: int | None) -> Shown:
    return Shown(view.case_id, view.chat_id, message_id, view.wanted, view.rings_wanted, drawing.hash)


def _plain(words: str) -> str:
    return unescape(_TAG.sub("", words))
