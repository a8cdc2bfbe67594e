"""What delivery promises of messages, with a Telegram that ends each call as it is told."""

from dataclasses import replace
from datetime import timedelta

import pytest
from post_office import PostOffice, message
from standing_clock import StandingClock

from bot import delivery
from bot.outcomes import Moved, NotNow, Revoked, Sent, TooMany, Unreachable, Unsure
from storage import census, progress
from storage.faults import Locked

SARI, BUDI, RINI, GROUP = 101, 102, 103, -4001


async def test_what_was_in_flight_at_a_crash_is_repeated_or_listed(office: PostOffice) -> None:
    """An alarm comes again and says so, an edit comes again, an answer is uncertain and stays so."""
    office.sender.silent = {SARI, BUDI, RINI}
    await office.start()
    edit = replace(message(RINI, "edited"), method="editMessageText")
    await office.write(message(SARI, "alarm", "alarm"), message(BUDI, "reply"), edit)
    await office.until(lambda: len(office.sender.calls) == 3)
    await office.crash()
    office.sender.silent, office.sender.calls = set(), []
    await office.start()
    await office.quiet()
    assert [(SARI, "alarm", True), (RINI, "edited", False)] == office.sender.calls
    assert [("sent", 1), ("uncertain", 1), ("sent", 1)] == await office.states()
    assert (await census.take(office.db)).uncertain == 1


async def test_what_surely_failed_is_no_repeat(office: PostOffice, clock: StandingClock) -> None:
    """Telegram said that it failed: after a restart the answer is sent, once and unmarked."""
    office.sender.script[SARI].append(NotNow("500"))
    await office.start()
    await office.write(message(SARI, "reply"))
    await office.quiet()
    assert [("new", 1)] == await office.states()
    await office.stop()
    clock.forward(seconds=1)
    await office.start()
    await office.quiet()
    assert [(SARI, "reply", False), (SARI, "reply", False)] == office.sender.calls
    assert [("sent", 2)] == await office.states()


async def test_a_doubt_is_not_forgotten(office: PostOffice, clock: StandingClock) -> None:
    """Once an alarm may have arrived, every later try is marked, also after a try that surely failed."""
    office.sender.script[SARI] += [Unsure("TimeoutError"), NotNow("500")]
    await office.start()
    await office.write(message(SARI, "alarm", "alarm"))
    await office.quiet()
    assert [("sending", 1)] == await office.states()
    for _ in range(2):
        clock.forward(seconds=60)
        await office.quiet()
    assert [False, True, True] == [repeated for _, _, repeated in office.sender.calls]
    assert [("sent", 3)] == await office.states()


@pytest.mark.parametrize("lane", ["reply", "broadcast"])
async def test_chatter_is_sent_at_most_once(office: PostOffice, lane: str) -> None:
    """An answer that may have arrived is not sent again."""
    office.sender.script[SARI].append(Unsure("TimeoutError"))
    await office.start()
    await office.write(message(SARI, "chatter", lane))
    await office.quiet()
    assert [("uncertain", 1)] == await office.states()


async def test_what_is_past_its_time_is_dropped(office: PostOffice, clock: StandingClock) -> None:
    """It is not sent, and does not hold up what is behind it."""
    await office.write(message(SARI, "late", expires_at=clock.now() + timedelta(minutes=1)), message(SARI, "next"))
    clock.forward(minutes=1)
    await office.start()
    await office.quiet()
    assert [(SARI, "next", False)] == office.sender.calls
    assert [("dropped", 1), ("sent", 1)] == await office.states()


async def test_whoever_cannot_be_reached_is_told_to_the_worker_once(office: PostOffice) -> None:
    """What waits for them is dropped, alarms too; others go on."""
    office.sender.script[SARI].append(Unreachable("Forbidden: bot was blocked by the user"))
    await office.write(message(SARI, "a", "alarm"), message(SARI, "b", "alarm"), message(SARI, "c"), message(BUDI, "d"))
    await office.start()
    await office.quiet()
    assert [("dropped", 1), ("dropped", 1), ("dropped", 1), ("sent", 1)] == await office.states()
    assert ['{"internal":"unreachable","telegram_id":101}'] == await office.notes()
    assert 1 == office.woken


async def test_a_group_that_moved_gets_everything_under_its_new_number(office: PostOffice) -> None:
    """The order stays, and nothing is sent to the old number again."""
    office.sender.script[GROUP].append(Moved("upgraded", chat_id=-1009))
    await office.write(message(GROUP, "a"), message(GROUP, "b"), message(GROUP, "c", "alarm"))
    await office.start()
    await office.quiet()
    assert [(GROUP, "c"), (-1009, "c"), (-1009, "a"), (-1009, "b")] == [call[:2] for call in office.sender.calls]
    assert [("sent", 1)] * 3 == await office.states()


async def test_a_limited_chat_waits_and_others_do_not(office: PostOffice, clock: StandingClock) -> None:
    """429 is no failure: the message leaves as soon as Telegram allows."""
    office.sender.script[SARI].append(TooMany("429", seconds=7))
    await office.write(message(SARI, "a", "dispatch"), message(BUDI, "b"))
    await office.start()
    await office.quiet()
    assert [("new", 1), ("sent", 1)] == await office.states()
    assert clock.now() + timedelta(seconds=7) == office.delivery.next_at
    clock.forward(seconds=7)
    await office.quiet()
    assert [("sent", 2), ("sent", 1)] == await office.states()


async def test_while_telegram_is_away_only_a_probe_goes_out(office: PostOffice, clock: StandingClock) -> None:
    """After three failures nothing is burnt by trying; once the probe is answered alarms leave first."""
    office.sender.is_away = NotNow("ClientConnectorError")
    await office.start()
    for chat_id in (SARI, BUDI, RINI):
        await office.write(message(chat_id, "dispatch", "dispatch"))
    await office.quiet()
    assert 3 == len(office.sender.calls)
    await office.write(message(104, "reply"), message(105, "alarm", "alarm"), message(106, "alarm", "alarm"))
    for _ in range(20):
        clock.forward(seconds=5)
        await office.quiet()
    assert 3 == len(office.sender.calls)
    assert 20 == office.sender.probed
    office.sender.is_away, office.sender.calls = None, []
    clock.forward(seconds=5)
    await office.quiet()
    order = [chat_id for chat_id, _, _ in office.sender.calls]
    assert ([105, 106], {SARI, BUDI, RINI}, [104]) == (order[:2], set(order[2:5]), order[5:])
    assert {"sent"} == {state for state, _ in await office.states()}


async def test_slow_calls_leave_places_for_alarms(office: PostOffice) -> None:
    """24 calls without an answer hold up other messages, and no alarm."""
    office.sender.silent = set(range(1, 41))
    await office.start()
    await office.write(*(message(chat_id, "slow") for chat_id in range(1, 41)))
    await office.until(lambda: len(office.sender.calls) == 24)
    await office.write(message(SARI, "reply"), message(BUDI, "alarm", "alarm"))
    await office.until(lambda: len(office.sender.calls) == 25)
    assert (BUDI, "alarm", False) == office.sender.calls[-1]
    await office.crash()


async def test_answers_to_presses_take_no_place(office: PostOffice) -> None:
    """A hundred answers that hang hold up no message."""
    await office.start()
    office.delivery.answer([{"callback_query_id": str(number)} for number in range(100)])
    await office.write(message(SARI, "reply"))
    await office.until(lambda: office.sender.calls)
    assert [(SARI, "reply", False)] == office.sender.calls
    await office.crash()


async def test_it_ends_while_telegram_is_silent(office: PostOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SIGTERM does not wait for calls that hang; the alarm among them is repeated at the next start."""
    monkeypatch.setattr(delivery, "LAND_WITHIN_S", 0.01)
    office.sender.silent = {SARI}
    await office.start()
    await office.write(message(SARI, "alarm", "alarm"))
    await office.until(lambda: office.sender.calls)
    await office.stop()
    assert [("sending", 0)] == await office.states()


async def test_a_locked_database_loses_nothing(office: PostOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves that could not be noted, and what has become of the others is noted later."""
    real, fails = progress.note, iter([False, True, True])

    async def note(*args: object) -> None:
        if next(fails, False):
            raise Locked(path="sigap.db", reason="another process")
        await real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(progress, "note", note)
    monkeypatch.setattr(delivery, "DATABASE_PAUSE_S", 0.01)
    await office.write(message(SARI, "a"), message(SARI, "b"), message(BUDI, "c"))
    await office.start()
    await office.until(lambda: len(office.sender.calls) == 3)
    await office.quiet()
    assert [("sent", 1)] * 3 == await office.states()
    assert 3 == len(office.sender.calls)


async def test_a_fault_of_our_own_stops_no_chat(office: PostOffice, clock: StandingClock) -> None:
    """An exception before the call is tried again later, and the chat is not stuck for ever."""
    office.sender.script[SARI].append(Locked(path="sigap.db", reason="another process"))
    await office.write(message(SARI, "a", "alarm"), message(SARI, "b"))
    await office.start()
    await office.quiet()
    clock.forward(seconds=1)
    await office.quiet()
    assert [("sent", 2), ("sent", 1)] == await office.states()


async def test_a_revoked_token_is_told_and_loses_nothing(office: PostOffice) -> None:
    """The message stays for the next start."""
    office.sender.script[SARI].append(Revoked("Unauthorized"))
    await office.write(message(SARI, "a"))
    await office.start()
    await office.quiet()
    assert office.delivery.revoked.is_set()
    assert [("new", 1)] == await office.states()


async def test_after_a_day_there_is_no_further_try(office: PostOffice, clock: StandingClock) -> None:
    """What has failed for a day is listed as failed, or as uncertain where it may have arrived."""
    office.sender.script[SARI] += [NotNow("500"), NotNow("500")]
    office.sender.script[BUDI] += [Unsure("TimeoutError"), NotNow("500")]
    office.sender.script[RINI].append(Sent())
    await office.start()
    await office.write(message(SARI, "a", "nag"), message(BUDI, "b", "nag"), message(RINI, "c"))
    await office.quiet()
    clock.forward(days=1, seconds=1)
    await office.quiet()
    assert [("failed", 2), ("uncertain", 2), ("sent", 1)] == await office.states()
