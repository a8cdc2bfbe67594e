"""The calls themselves, against the simulated Telegram."""

import hashlib
from collections.abc import AsyncIterator
from typing import Any

import pytest
from alarms import CITIZEN
from post_office import message
from standing_clock import StandingClock

from bot.album import Drawing
from bot.outcomes import Broken, NotNow, Refused, Revoked, Sent, Unreachable, Unsure
from bot.sending import Sender
from bot.settings import LOCALES
from bot.telegram import Wire
from bot.texts import Texts
from simulator.people import Person
from simulator.server import DEFAULT_TOKEN, Simulator
from storage import cards, outbox, progress
from storage.batch import Batch
from storage.database import Database
from storage.outbox import OutboxRow
from storage.progress import Progress

TWICE = "mungkin terkirim dua kali"


class PlayedAlbum:
    """One card whose words the test sets."""

    words: str | Exception = "<b>Kasus</b>"

    async def draw(self, case_id: int, chat_id: int, *, silent: bool = False) -> Drawing | None:
        if isinstance(self.words, Exception):
            raise self.words
        payload: dict[str, Any] = {"chat_id": chat_id, "text": self.words, "parse_mode": "HTML"}
        if silent:
            payload["disable_notification"] = True
        return Drawing(payload, hashlib.sha256(self.words.encode()).hexdigest())


class Desk:
    """A sender, its album, and the citizen's phone."""

    def __init__(self, telegram: Simulator, db: Database, sender: Sender, album: PlayedAlbum) -> None:
        self.telegram, self.db, self.sender, self.album = telegram, db, sender, album
        self.phone: Person = telegram.person("Warga Contoh", id=CITIZEN.telegram_id)
        self.phone.write("/start")

    async def row(self, text: str, **payload: Any) -> OutboxRow:
        """A stored message to the citizen."""
        words = message(CITIZEN.telegram_id, text)
        words.payload.update(payload)
        return (await outbox.say(self.db, [words], StandingClock().now()))[0]

    async def show(self, *, ring: bool = False, repeated: bool = False) -> Any:
        """Raise the citizen's card and bring it up to date; returns the outcome."""
        batch = Batch(self.db)
        unit = batch.unit(StandingClock().now())
        unit.raise_card(1, CITIZEN.telegram_id, CITIZEN.id, "alarm", ring=ring)
        batch.accept(unit)
        await batch.commit([], at=StandingClock().now())
        outcome, shown = await self.sender.card(1, CITIZEN.telegram_id, repeated=repeated)
        await progress.note(self.db, Progress(shown=[shown] if shown is not None else []), StandingClock().now())
        return outcome

    def texts(self) -> list[str]:
        """What the citizen reads now, without what is deleted."""
        return [one.text for one in self.phone.chat.messages if one.from_bot and not one.deleted]


@pytest.fixture
async def desk(db: Database, clock: StandingClock) -> AsyncIterator[Desk]:
    """A sender at a desk."""
    telegram = await Simulator.start()
    bot, album = Wire(DEFAULT_TOKEN, telegram.base_url), PlayedAlbum()
    sender = Sender(bot, db, album, Texts.load(LOCALES), clock)  # type: ignore[arg-type]
    yield Desk(telegram, db, sender, album)
    await bot.session.close()
    await telegram.stop()


async def test_a_message_is_sent_as_it_is_stored(desk: Desk) -> None:
    """The number of the message comes back."""
    outcome = await desk.sender.message(await desk.row("<b>Halo</b>", parse_mode="HTML"), repeated=False)
    assert isinstance(outcome, Sent)
    assert desk.phone.chat.messages[-1].id == outcome.message_id
    assert ["Halo"] == desk.texts()


@pytest.mark.parametrize("payload", [{"parse_mode": "HTML"}, {}])
async def test_a_possible_repeat_says_so(desk: Desk, payload: dict[str, str]) -> None:
    """In markup or in plain words, as the message itself."""
    await desk.sender.message(await desk.row("Halo", **payload), repeated=True)
    assert [f"Halo\n(pesan ini {TWICE})"] == desk.texts()


async def test_a_repeat_that_has_no_room_to_say_so_is_sent_all_the_same(desk: Desk) -> None:
    """4096 characters stay what they are."""
    await desk.sender.message(await desk.row("x" * 4096), repeated=True)
    assert ["x" * 4096] == desk.texts()


async def test_what_telegram_cannot_parse_goes_as_plain_text(desk: Desk) -> None:
    """Better without bold than not at all."""
    outcome = await desk.sender.message(await desk.row("<b>Api & asap <bel", parse_mode="HTML"), repeated=False)
    assert isinstance(outcome, Sent)
    assert ["Api & asap <bel"] == desk.texts()


async def test_a_card_is_sent_once_and_then_edited(desk: Desk) -> None:
    """A change rewrites it in place; a card that shows it already is not touched."""
    await desk.show()
    await desk.show()
    desk.album.words = "<b>Kasus</b> baru"
    await desk.show()
    assert ["Kasus baru"] == desk.texts()
    assert ["sendMessage", "editMessageText"] == [call.method for call in desk.telegram.record]
    assert [] == await cards.stale(desk.db)


async def test_a_ring_sends_the_card_anew_with_sound(desk: Desk) -> None:
    """The old one is taken away."""
    await desk.show()
    await desk.show(ring=True)
    assert ["Kasus"] == desk.texts()
    assert [True, False] == [one.silent for one in desk.phone.chat.all.values() if one.from_bot]


async def test_a_card_that_somebody_deleted_is_sent_anew(desk: Desk) -> None:
    """There is nothing left to edit."""
    await desk.show()
    desk.phone.delete(desk.phone.chat.messages[-1])
    desk.album.words = "baru"
    await desk.show()
    assert ["baru"] == desk.texts()


async def test_a_card_that_may_have_come_before_says_so_until_it_changes(desk: Desk) -> None:
    """The mark is no part of the card."""
    await desk.show(repeated=True)
    assert TWICE in desk.texts()[0]
    desk.album.words = "baru"
    await desk.show()
    assert ["baru"] == desk.texts()


async def test_a_card_that_cannot_be_drawn_is_our_own_fault(desk: Desk) -> None:
    """No call is made, and delivery can say it plainly."""
    desk.album.words = LookupError()
    assert isinstance(await desk.show(), Broken)
    assert [] == desk.telegram.record


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [("500", NotNow), ("502", NotNow), ("reset_before", Unsure), ("reset_after", Unsure)],
)
async def test_faults_of_the_wire_are_told_apart(desk: Desk, fault: str, outcome: type) -> None:
    """Telegram's own failure is no delivery; a broken connection may be one."""
    desk.telegram.faults.add(fault, times=1)
    assert outcome is type(await desk.sender.message(await desk.row("Halo"), repeated=False))


async def test_nobody_listening_is_no_delivery(desk: Desk) -> None:
    """Without a connection the call surely had no effect."""
    await desk.telegram.stop()
    assert NotNow is type(await desk.sender.message(await desk.row("Halo"), repeated=False))
    assert NotNow is type(await desk.sender.probe())


async def test_whoever_blocked_the_bot_is_unreachable(desk: Desk) -> None:
    """So says the outcome, for messages and cards alike."""
    desk.phone.block()
    assert Unreachable is type(await desk.sender.message(await desk.row("Halo"), repeated=False))
    assert Unreachable is type(await desk.show())


async def test_an_answer_to_an_old_press_is_let_go(desk: Desk) -> None:
    """Telegram refuses it, and nothing follows from that."""
    await desk.sender.answer({"callback_query_id": "1"})
    (call,) = desk.telegram.calls("answerCallbackQuery")
    assert not call.ok


async def test_a_wrong_token_is_revoked(desk: Desk, db: Database, clock: StandingClock) -> None:
    """Telegram knows no such bot any more."""
    bot = Wire("43:revoked", desk.telegram.base_url)
    sender = Sender(bot, db, PlayedAlbum(), Texts.load(LOCALES), clock)  # type: ignore[arg-type]
    assert Revoked is type(await sender.probe())
    await bot.session.close()


async def test_what_telegram_refuses_for_good_is_refused(desk: Desk) -> None:
    """An empty text is never sent."""
    assert Refused is type(await desk.sender.message(await desk.row(" "), repeated=False))
