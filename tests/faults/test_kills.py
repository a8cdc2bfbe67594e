"""kill -9 at random moments while alarms run: nothing is lost, nothing is done twice, and a possible repeat says so."""

import random
from collections import Counter, defaultdict

from character import Character
from city import KARANG_BALIK
from mortal import MortalCity
from stricken import TWICE, StrickenCity, plain, read_by

from storage import chain

KILLS = 12
ACTS_BETWEEN = 4
SENDING = ("sendMessage", "sendLocation", "editMessageText")


async def test_nothing_is_lost_and_nothing_is_done_twice(mortal: MortalCity) -> None:
    """Twelve kills among three citizens who press, write and share where they are."""
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    city, chance = mortal, random.Random(seed)
    operator, officer = await city.operator(), await city.officer()
    citizens = [city.citizen() for _ in range(3)]
    written: dict[int, list[str]] = defaultdict(list)
    for citizen in citizens:
        citizen.person.write("/panik")
        citizen.person.share_location(*KARANG_BALIK)
    for round_ in range(KILLS):
        for act in range(ACTS_BETWEEN):
            citizen = chance.choice(citizens)
            words = f"keterangan {round_}.{act}"
            citizen.person.write(words)
            written[citizen.id].append(words)
        if chance.random() < 0.5:
            operator.person.write("/tugas")
        await _somewhere_in_the_middle(city, chance)
        await city.bot.kill()
        city.faults.clear()
        city.telegram.clock.forward(seconds=chance.choice([0, 1, 20]))
        await city.bot.start()
    await city.settle()

    _every_update_had_its_effect(city, citizens, written)
    _no_message_came_unmarked_more_often_than_written(city, [*citizens, operator, officer])
    _order_is_kept(city)
    assert None is await chain.verify(city.db)
    code, printed = await city.sigap("audit", "verify")
    assert (0, "whole") == (code, printed.partition(":")[0])


async def test_a_card_on_its_way_at_a_kill_comes_again_and_says_so(city: StrickenCity) -> None:
    """The operator has it, but the bot was killed before it heard that: the second one is marked."""
    operator, citizen = await city.operator(), city.citizen()
    heard = city.faults.add("silence_after", methods=["sendMessage"], chat_id=operator.id, times=1)
    citizen.person.write("/panik")
    await city.until(lambda: heard.struck)
    await city.killed()
    await city.settle()
    cards = [text for text in read_by(operator) if citizen.name in text]
    assert [False, True] == [text.endswith(TWICE) for text in cards]


async def _somewhere_in_the_middle(city: StrickenCity, chance: random.Random) -> None:
    """Any moment from the receipt of an update to the answer of a call that had its effect."""
    moment = chance.choice(["poll", "effect", "before", "calls"])
    if moment in ("effect", "before"):
        kind = "silence_after" if moment == "effect" else "silence"
        fault = city.faults.add(kind, methods=SENDING, times=chance.randint(1, 3))
        await city.telegram.until(lambda: fault.struck, 10)
    elif moment == "calls":
        calls = len(city.telegram.record) + chance.randint(1, 4)
        await city.telegram.until(lambda: len(city.telegram.record) >= calls, 10)
    else:
        pending = city.telegram.bot.pending
        await city.telegram.until(lambda: city.telegram.bot.pending < pending or not pending, 10)


def _every_update_had_its_effect(city: StrickenCity, citizens: list[Character], written: dict[int, list[str]]) -> None:
    assert {"done"} == {state for (state,) in city.rows("SELECT state FROM inbox")}
    assert [(1,)] * len(citizens) == city.rows("SELECT count(*) FROM cases GROUP BY requester")
    kept = Counter(value for (value,) in city.rows("SELECT value FROM personal_values WHERE value LIKE '%keterangan%'"))
    assert {f'"{words}"': 1 for spoken in written.values() for words in spoken} == kept
    for citizen in citizens:
        query = "SELECT count(*) FROM outbox WHERE chat_id = ? AND payload LIKE '%Diterima dan diteruskan%'"
        assert [(len(written[citizen.id]),)] == city.rows(query, citizen.id)


def _no_message_came_unmarked_more_often_than_written(city: StrickenCity, readers: list[Character]) -> None:
    """Alarms and news came at least once; what came more often than it was written is marked."""
    for reader in readers:
        query = "SELECT payload ->> 'text', lane FROM outbox WHERE chat_id = ? AND method = 'sendMessage'"
        rows = city.rows(query, reader.id)
        wanted = Counter(plain(text) for text, _ in rows)
        sure = Counter(plain(text) for text, lane in rows if lane in ("alarm", "dispatch", "nag"))
        read = [text for text in read_by(reader) if plain(text).removesuffix(f"\n{TWICE}") in wanted]
        unmarked = Counter(text for text in read if not text.endswith(TWICE))
        came = Counter(text.removesuffix(f"\n{TWICE}") for text in read)
        assert unmarked <= wanted
        assert sure <= came


def _order_is_kept(city: StrickenCity) -> None:
    """In each chat the alarms have rising message numbers, and so has everything else."""
    order: dict[tuple[int, bool], list[int]] = defaultdict(list)
    query = "SELECT chat_id, lane, message_id FROM outbox WHERE state = 'sent' AND method = 'sendMessage' ORDER BY id"
    for chat_id, lane, message_id in city.rows(query):
        order[chat_id, lane == "alarm"].append(message_id)
    assert all(numbers == sorted(numbers) for numbers in order.values())
