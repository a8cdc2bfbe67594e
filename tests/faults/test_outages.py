"""Telegram fails, limits, is silent or is gone: what was to be said is said, and no alarm waits behind it."""

import asyncio
import resource
import time

import pytest
from alarm import alarm_at
from city import KARANG_BALIK
from stricken import TWICE, StrickenCity, read_by

RECEIVED = "SUDAH MASUK"
GIVEN_UP = "SELECT count(*) FROM outbox WHERE error = 'TimeoutError' AND chat_id >= ?"


@pytest.mark.parametrize(
    ("fault", "times_read", "is_marked"),
    [
        ("500", 1, False),
        ("502", 1, False),
        ("429", 1, False),
        ("reset_before", 1, True),
        ("reset_after", 2, True),
    ],
)
async def test_an_alarms_answer_comes_through_every_fault(
    city: StrickenCity, fault: str, times_read: int, is_marked: bool
) -> None:
    """It comes once where Telegram surely did not have it; else at least once, and the repeat says so."""
    citizen = city.citizen()
    city.faults.add(fault, methods=["sendMessage"], chat_id=citizen.id, times=1)
    await citizen.write("/panik")
    read = [text for text in read_by(citizen) if RECEIVED in text]
    assert times_read == len(read)
    assert is_marked == read[-1].endswith(TWICE)
    assert [] == [text for text in read[:-1] if TWICE in text]


async def test_chatter_that_may_have_come_is_not_repeated(city: StrickenCity) -> None:
    """An answer to /bantuan whose call broke off is listed as uncertain, and the next one is sent."""
    citizen = city.citizen()
    city.faults.add("reset_after", methods=["sendMessage"], chat_id=citizen.id, times=1)
    await citizen.write("/bantuan")
    await citizen.write("/bantuan")
    assert 2 == len(read_by(citizen))
    assert {"uncertain": 1, "sent": 1} == city.states(citizen)
    report = await city.bot.health()
    assert report is not None
    assert report["uncertain"]


async def test_what_telegram_never_answers_is_given_up(city: StrickenCity) -> None:
    """After 20 seconds an alarm's answer is sent again and says so, whether the first was taken or not; chatter is not.
    Meanwhile others are answered.
    """
    unheard, heard, chatty, other = (city.citizen() for _ in range(4))
    for citizen, kind in ((unheard, "silence"), (heard, "silence_after"), (chatty, "silence_after")):
        city.faults.add(kind, methods=["sendMessage"], chat_id=citizen.id, times=1)
    unheard.person.write("/panik")
    heard.person.write("/panik")
    chatty.person.write("/bantuan")
    await city.until(lambda: not city.faults.in_force)
    other.person.write("/panik")
    await city.telegram.until(lambda: [text for text in read_by(other) if RECEIVED in text], 10)
    assert [] == read_by(unheard)
    async with asyncio.timeout(60):
        while city.rows(GIVEN_UP, unheard.id) != [(3,)]:
            await city.bot.health()
    await city.settle()
    assert [True] == [text.endswith(TWICE) for text in read_by(unheard)]
    assert [False, True] == [text.endswith(TWICE) for text in read_by(heard)]
    assert 1 == len(read_by(chatty))


async def test_ten_minutes_without_telegram(city: StrickenCity) -> None:
    """Rings, reminders and calls of those above pile up; afterwards all of it arrives, and what people did meanwhile
    is dealt with.
    """
    operator, head, citizen, other = await city.operator(), await city.head(), city.citizen(), city.citizen()
    await citizen.write("/panik")
    city.faults.add("down")
    other.person.write("/panik")
    for _ in range(20):
        city.telegram.clock.forward(seconds=30)
        await city.noticed()
    assert not [text for text in read_by(other) if RECEIVED in text]
    assert city.states(operator, head, citizen)["new"]
    city.faults.clear()
    await city.settle()
    assert {"sent"} == set(city.states(operator, head, citizen, other))
    assert [text for text in read_by(other) if RECEIVED in text]
    assert [text for text in read_by(citizen) if "sudah 1 menit" in text]
    assert [text for text in read_by(head) if "sudah 1 menit" in text]
    cards = [one for one in operator.person.chat.messages if citizen.name in one.text]
    card = next(one for one in cards if "Tangani" in str(one.buttons))
    await operator.press("Tangani", card)
    assert f"Ditangani {operator.name}" in card.text


async def test_ten_hours_without_telegram(city: StrickenCity) -> None:
    """What was decided before, and what people did meanwhile, arrives afterwards: each once, and nothing in between."""
    operator, citizen, other = await city.operator(), city.citizen(), city.citizen()
    await citizen.write("/panik")
    read = {person: len(read_by(person)) for person in (operator, citizen)}
    city.faults.add("down")
    other.person.write("/panik")
    for _ in range(10):
        city.telegram.clock.forward(hours=1)
        await city.noticed()
    assert read == {person: len(read_by(person)) for person in read}
    city.faults.clear()
    await city.settle()
    assert [] == city.rows("SELECT id FROM outbox WHERE state IN ('new', 'sending')")
    assert 1 == len(set(other.tickets()))
    assert 1 == sum(other.name in card.text for card in operator.person.chat.messages if "👤" in card.text)
    assert 1 == sum("sudah 1 menit" in text for text in read_by(citizen))


async def test_a_photo_outlasts_ten_hours_without_telegram(city: StrickenCity) -> None:
    """Sent just before Telegram went away, it is fetched and kept once Telegram is there again."""
    citizen = city.citizen()
    await citizen.write("/panik")
    fetching = city.faults.add("500", methods=["getFile"])
    citizen.person.send_photo()
    await city.until(lambda: fetching.struck)
    city.faults.add("down")
    for _ in range(10):
        city.telegram.clock.forward(hours=1)
        await city.noticed()
    city.faults.clear()
    await city.settle()
    await city.forward(minutes=15)
    assert 1 == len([*(city.bot.folder / "evidence" / citizen.ticket()).iterdir()])
    code, printed = await city.sigap("audit", "verify")
    assert (0, "whole") == (code, printed.partition(":")[0])


async def test_an_operator_whom_nothing_reaches_is_replaced_at_once(city: StrickenCity) -> None:
    """Telegram refuses the card because the operator has blocked the bot: the head's phone rings, unasked."""
    operator, head, citizen = await city.operator(), await city.head(), city.citizen()
    operator.person.chat.blocked = True
    await citizen.write("/panik")
    await citizen.share(*KARANG_BALIK)
    assert "Belum ada yang menangani" in head.card().text
    assert [(0,)] == city.rows("SELECT reachable FROM people WHERE telegram_id = ?", operator.id)
    refused = [call for call in city.telegram.calls("sendMessage", chat_id=operator.id) if not call.ok]
    assert len(refused) <= 3


async def test_updates_that_come_twice_or_out_of_order_count_once(city: StrickenCity) -> None:
    """One alarm, and each word of it once and in the order in which it was written."""
    citizen = city.citizen()
    city.faults.add("duplicate", times=4)
    city.faults.add("reorder", times=2)
    citizen.person.write("/panik")
    citizen.person.share_location(*KARANG_BALIK)
    words = [f"kata {number}" for number in range(5)]
    for word in words:
        citizen.person.write(word)
    await city.settle()
    assert 1 == len(set(citizen.tickets()))
    kept = city.rows("SELECT value FROM personal_values WHERE value LIKE '%kata %' ORDER BY seq")
    assert [(f'"{word}"',) for word in words] == kept


async def test_sigterm_does_not_wait_for_a_silent_telegram(city: StrickenCity) -> None:
    """It ends within ten seconds, and the next start takes up where it was."""
    citizen = city.citizen()
    silence = city.faults.add("silence", methods=["sendMessage"])
    citizen.person.write("/panik")
    await city.telegram.until(lambda: silence.struck, 10)
    began = time.monotonic()
    assert 0 == await city.bot.stop()
    assert time.monotonic() - began < 10
    city.faults.clear()
    await city.bot.start()
    await city.settle()
    assert [True] == [text.endswith(TWICE) for text in read_by(citizen) if RECEIVED in text]


async def test_a_kill_between_two_reminders_loses_and_doubles_none(city: StrickenCity) -> None:
    """Half the time, the whole time: the officer who owes a report hears each once."""
    _, officer, _ = await alarm_at(city, "finished")
    for _ in range(2):
        await city.forward(seconds=150)
        await city.killed()
        await city.settle()
    read = [text for text in read_by(officer) if "menyusun laporan" in text and "👤" not in text]
    assert (1, 1) == (sum("hampir habis" in text for text in read), sum("sudah lewat" in text for text in read))


async def test_a_revoked_token_ends_it_loudly(doomed: StrickenCity) -> None:
    """Exit code 1, and as the last line what is wrong and how it is mended."""
    doomed.citizen().person.write("/start")
    del doomed.telegram.world.bots[doomed.bot.token]
    assert 1 == await doomed.ended()
    last = doomed.bot.log.splitlines()[-1]
    assert last == "BOT_TOKEN is not valid any more; mend: ask @BotFather for the token and set it in .env"
    assert "Traceback" not in doomed.bot.log


async def test_a_second_poller_is_tolerated_for_a_minute(doomed: StrickenCity) -> None:
    """Telegram may hold a dead poll for a while after a start; what goes on longer is another process."""
    citizen = doomed.citizen()
    doomed.faults.add("409", times=2)
    await citizen.write("/bantuan")
    assert 1 == len(read_by(citizen))
    fault = doomed.faults.add("409")
    citizen.person.write("/bantuan")
    for tries in (1, 2):
        await doomed.until(lambda tries=tries: fault.struck >= tries)
        doomed.telegram.clock.forward(seconds=40)
    assert 1 == await doomed.ended()
    assert "another process receives this bot's updates" in doomed.bot.log.splitlines()[-1]


async def test_a_database_that_another_process_locks_is_waited_for(city: StrickenCity) -> None:
    """The press is not lost and not parked; the log says in one line what is wrong, and the process goes on."""
    citizen, before, process = city.citizen(), len(city.bot.log), city.bot.process
    async with city.db.writing():
        citizen.person.write("/panik")
        await city.until(lambda: "is kept locked by another process" in city.bot.log[before:])
    await city.settle()
    assert [1] == [text.count(RECEIVED) for text in read_by(citizen)]
    assert "Traceback" not in city.bot.log[before:]
    assert process is city.bot.process
    assert process is not None
    assert process.returncode is None


async def test_a_disk_that_takes_nothing_is_waited_for(city: StrickenCity) -> None:
    """Nothing can be written, not even the log: the press stays with Telegram, and is dealt with afterwards."""
    assert city.bot.process is not None
    citizen, pid, count = city.citizen(), city.bot.process.pid, "SELECT count(*) FROM inbox"
    before = city.rows(count)
    _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, most))
    citizen.person.write("/panik")
    polls = city.faults.add("500", methods=["getUpdates"], times=2)
    await city.until(lambda: polls.spent)
    assert before == city.rows(count)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, most))
    await city.settle()
    assert [1] == [text.count(RECEIVED) for text in read_by(citizen)]
