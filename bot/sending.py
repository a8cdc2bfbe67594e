"""One call to Telegram at a time: a stored message, a card as it stands now, an answer to a press."""

from collections.abc import Callable
from dataclasses import replace

import structlog
from aiogram import Bot

from bot.album import Album, Drawing
from bot.outcomes import Outcome, Sent, Unchanged, Vanished, classify
from bot.telegram import Call, Payload
from bot.texts import Texts
from storage import cards
from storage.database import Database
from storage.rows import CardView, OutboxRow, Shown

log = structlog.get_logger()

ANSWER_WITHIN_S = 10


class Sender:
    """Makes the calls and says how each ended; it decides nothing about when."""

    def __init__(self, bot: Bot, db: Database, album: Album, texts: Texts, wake_worker: Callable[[], None]) -> None:
        self._bot, self._db, self._album, self._texts = bot, db, album, texts
        self.wake_worker = wake_worker

    async def stale_cards(self) -> list[CardView]:
        """Cards that show less than they should."""
        return await cards.stale(self._db)

    async def message(self, row: OutboxRow, *, repeated: bool) -> Outcome:
        """Send a stored message, as an answer to the case's card where it asks for that."""
        payload = dict(row.payload)
        if row.reply_to_card and row.case_id is not None:
            view = await cards.find(self._db, row.case_id, row.chat_id)
            if view is not None and view.message_id is not None:
                payload["reply_parameters"] = {"message_id": view.message_id, "allow_sending_without_reply": True}
        if repeated and "text" in payload:
            payload["text"] += "\n" + self._texts.say("id", "delivery-repeated")
        return await self._call(row.method, payload)

    async def card(self, case_id: int, chat_id: int) -> Outcome:
        """Bring a card up to date: sent anew when it rings or was never shown, else edited in place."""
        view = await cards.find(self._db, case_id, chat_id)
        if view is None:
            return Sent()
        silent = view.rings_wanted == view.rings_shown
        drawing = await self._album.draw(case_id, chat_id, silent=silent)
        if drawing is None:
            return Sent()
        if view.message_id is None or view.rings_wanted > view.rings_shown:
            return await self._show_anew(view, drawing)
        if drawing.hash == view.hash:
            await self._note(view, drawing, view.message_id)
            return Sent()
        edit = {key: value for key, value in drawing.payload.items() if key != "disable_notification"}
        outcome = await self._call("editMessageText", edit | {"message_id": view.message_id})
        if isinstance(outcome, Vanished):
            return await self._show_anew(view, drawing)
        if isinstance(outcome, Sent | Unchanged):
            await self._note(view, drawing, view.message_id)
            return Sent()
        return outcome

    async def answer(self, payload: Payload) -> None:
        """Answer a press once, or not at all."""
        outcome = await self._call("answerCallbackQuery", payload, timeout=ANSWER_WITHIN_S)
        if not isinstance(outcome, Sent):
            log.info("delivery.answer", detail=outcome.detail)

    def plain(self, row: OutboxRow) -> OutboxRow:
        """The same message without markup."""
        payload = {key: value for key, value in row.payload.items() if key != "parse_mode"}
        return replace(row, payload=payload)

    async def _show_anew(self, view: CardView, drawing: Drawing) -> Outcome:
        outcome = await self._call("sendMessage", drawing.payload)
        if isinstance(outcome, Sent):
            await self._note(view, drawing, outcome.message_id)
            if view.message_id is not None:
                await self._call("deleteMessage", {"chat_id": view.chat_id, "message_id": view.message_id})
        return outcome

    async def _note(self, view: CardView, drawing: Drawing, message_id: int | None) -> None:
        shown = Shown(view.case_id, view.chat_id, message_id, view.wanted, view.rings_wanted, drawing.hash)
        await cards.shown(self._db, [shown])

    async def _call(self, method: str, payload: Payload, timeout: int | None = None) -> Outcome:
        try:
            result = await self._bot(Call(name=method, payload=payload), request_timeout=timeout)
        except Exception as error:
            return classify(error)
        return Sent(message_id=result["message_id"] if isinstance(result, dict) else None)
