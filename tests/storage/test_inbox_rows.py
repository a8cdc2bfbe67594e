"""Updates as they came: each once, in order, the urgent first."""

from datetime import timedelta

from alarms import NOON

from storage import census, inbox
from storage.batch import Batch
from storage.database import Database
from storage.inbox import Arrival, InboxRow


def arrival(update_id: int, chat_id: int = 101, *, urgent: bool = False) -> Arrival:
    """An update in a private chat."""
    return Arrival(update_id, chat_id, chat_id, urgent, f'{{"update_id":{update_id}}}')


async def test_a_repeated_update_is_dropped(db: Database) -> None:
    """Only numbers that never came before are new, whether they repeat within a call or across calls."""
    assert await inbox.insert(db, [arrival(1), arrival(2), arrival(1)], NOON) == [1, 2]
    assert await inbox.insert(db, [arrival(2), arrival(3)], NOON) == [3]
    assert await inbox.insert(db, [], NOON) == []
    expected = InboxRow(1, 101, 101, False, '{"update_id":1}', NOON, 0)
    assert expected == (await inbox.undone(db, 1))[0]


async def test_a_repeated_update_that_is_done_stays_done(db: Database) -> None:
    """Telegram repeating an update does not have it handled twice."""
    await inbox.insert(db, [arrival(1)], NOON)
    await Batch(db).commit([1], at=NOON)
    assert await inbox.insert(db, [arrival(1)], NOON) == []
    assert await inbox.undone(db, 10) == []


async def test_more_than_one_page_of_updates_fits(db: Database) -> None:
    """Two thousand updates go in at once."""
    numbers = list(range(1, 2001))
    assert numbers == await inbox.insert(db, [arrival(n, n) for n in numbers], NOON)


async def test_urgent_chats_come_first_and_order_within_a_chat_is_kept(db: Database) -> None:
    """An urgent update takes the earlier ones of its chat along, and stands before older ones of others."""
    await inbox.insert(db, [arrival(1, 101), arrival(2, 102), arrival(3, 103), arrival(4, 102, urgent=True)], NOON)
    assert await _order(db) == [2, 4, 1, 3]
    assert await _order(db, limit=3) == [2, 4, 1]
    assert await _order(db, limit=1) == [2]


async def test_order_is_that_of_coming_not_of_the_numbers(db: Database) -> None:
    """Numbers that begin anew after a quiet week do not overtake."""
    await inbox.insert(db, [arrival(900)], NOON)
    await inbox.insert(db, [arrival(5)], NOON + timedelta(seconds=1))
    assert await _order(db) == [900, 5]


async def test_skipped_chats_wait(db: Database) -> None:
    """Updates of chats to be skipped are left out, urgent or not."""
    await inbox.insert(db, [arrival(1, 101), arrival(2, 102, urgent=True), arrival(3, 103), arrival(4, 0)], NOON)
    assert await _order(db, skip=(101, 102)) == [3, 4]


async def test_strikes_are_counted_and_a_parked_update_lets_its_chat_go_on(db: Database) -> None:
    """A third strike is told from the first; once parked the next of the chat is the first in line."""
    await inbox.insert(db, [arrival(1), arrival(2)], NOON)
    assert [await inbox.strike(db, 1, "KeyError") for _ in range(3)] == [1, 2, 3]
    assert (await inbox.undone(db, 1))[0].strikes == 3
    await inbox.park(db, 1, "KeyError", NOON)
    assert await _order(db) == [2]
    counted = await census.take(db)
    assert (counted.waiting, counted.oldest_at, counted.parked) == (1, NOON, 1)


async def test_what_is_done_is_forgotten_after_a_while(db: Database) -> None:
    """Old rows go once they are done or ignored; waiting and parked ones stay."""
    await inbox.insert(db, [arrival(n) for n in (1, 2, 3, 4)], NOON)
    await inbox.insert(db, [arrival(5)], NOON + timedelta(hours=2))
    await Batch(db).commit([1, 5], at=NOON)
    await inbox.ignore(db, [2], NOON)
    await inbox.park(db, 3, "KeyError", NOON)
    assert await inbox.forget_before(db, NOON + timedelta(hours=1)) == 2
    assert await inbox.insert(db, [arrival(n) for n in (1, 2, 3, 4, 5)], NOON) == [1, 2]


async def _order(db: Database, limit: int = 10, skip: tuple[int, ...] = ()) -> list[int]:
    return [row.update_id for row in await inbox.undone(db, limit, skip)]
