"""A group that became a supergroup takes everything along."""

from collections.abc import Awaitable, Callable

from alarms import CITIZEN, NOON, alarm

from storage import cards, chats, inbox, outbox, progress
from storage.batch import Batch
from storage.cards import Shown
from storage.conversations import Conversation
from storage.database import Database
from storage.inbox import Arrival
from storage.outbox import Message
from storage.progress import Progress

OLD, NEW = -4001, -1002001


async def test_every_table_follows_the_group(db: Database, keep: Callable[..., Awaitable[None]]) -> None:
    """Updates, messages, conversations and cards; done twice it changes nothing more."""
    await keep(alarm(1))
    await inbox.insert(db, [Arrival(1, OLD, 101, False, "{}")], NOON)
    batch = Batch(db)
    unit = batch.unit(NOON)
    unit.say(Message(OLD, "reply", "sendMessage", {"chat_id": OLD, "text": "a"}))
    unit.save_conversation(Conversation(OLD, 101, "form", {"step": 1}))
    unit.raise_card(1, OLD, CITIZEN.id, "alarm")
    batch.accept(unit)
    await batch.commit([], at=NOON)
    await progress.note(db, Progress(shown=[Shown(1, OLD, 77, 1, 0, "hash")]), NOON)
    for _ in range(2):
        await chats.move(db, OLD, NEW)
        assert [NEW] == [row.chat_id for row in await inbox.undone(db, 10)]
        assert [NEW] == [row.chat_id for row in await outbox.pending(db)]
        assert "form" == (await Batch(db).unit(NOON).conversation(NEW, 101)).state
        (card,) = await cards.stale(db)
        assert (NEW, None) == (card.chat_id, card.message_id)


async def test_what_the_supergroup_has_already_stays(db: Database, keep: Callable[..., Awaitable[None]]) -> None:
    """A conversation and a card that began under the new number are the newer ones."""
    await keep(alarm(1))
    batch = Batch(db)
    unit = batch.unit(NOON)
    for chat_id, state in ((OLD, "old"), (NEW, "new")):
        unit.save_conversation(Conversation(chat_id, 101, state))
        unit.raise_card(1, chat_id, CITIZEN.id, "alarm")
    batch.accept(unit)
    await batch.commit([], at=NOON)
    await progress.note(db, Progress(shown=[Shown(1, NEW, 88, 1, 0, "hash")]), NOON)
    await chats.move(db, OLD, NEW)
    assert "new" == (await Batch(db).unit(NOON).conversation(NEW, 101)).state
    assert None is (await Batch(db).unit(NOON).conversation(OLD, 101)).state
    assert [] == await cards.stale(db)
