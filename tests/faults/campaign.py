"""The crash campaign: random days of alarms, and `kill -9` at random and at chosen moments of them.

After each kill the bot is started again, and what docs/guarantees.md promises is held against the simulator's record of
what people saw. The seed decides who does what and when the bot dies; how the two processes share the machine does not
come back with it.
"""

import asyncio
import random
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from character import Character
from crowd import Crowd
from mortal import End, MortalCity
from stricken import TWICE, plain

from simulator.chat import Message
from storage import chain

ACTS_BETWEEN = 5
COMMITS_AHEAD = 8
COMMITS_OF_A_START = 12
PAUSES_S = (0, 0, 1, 20, 130, 700, 8 * 3600)
MARK = f"\n{TWICE}"
SENDING = ("sendMessage", "sendLocation", "editMessageText", "answerCallbackQuery")
SURE_LANES = ("alarm", "dispatch", "nag")
NEW_MESSAGES = """
    SELECT payload ->> 'text', lane FROM outbox WHERE chat_id = ? AND method = 'sendMessage' AND id > ?
"""
MOMENTS = (
    *("before a commit", "after a commit", "before a send", "after a send"),
    *("during a start", "at a call", "at a poll", "at once"),
)


@dataclass
class Seen:
    """How much of each record has been looked at."""

    update: int = 0
    row: int = 0
    acts: int = 0


class Campaign:
    """One city, and as many kills as are asked for."""

    def __init__(self, city: MortalCity, crowd: Crowd, seed: int) -> None:
        self.city, self.crowd, self.seed = city, crowd, seed
        self.kills: Counter[str] = Counter()
        self._chance = crowd.chance
        self._moment = "at once"
        self._seen = Seen()
        self._read: Counter[int] = Counter()

    @classmethod
    async def begin(cls, folder: Path, seed: int) -> "Campaign":
        """A new city with three citizens, two operators, two officers and a head."""
        city = await MortalCity.found(folder)
        staff = [await city.operator(), await city.operator(), await city.officer(), await city.officer()]
        staff.append(await city.head())
        citizens = [city.citizen() for _ in range(3)]
        campaign = cls(city, Crowd(random.Random(seed), citizens, staff), seed)
        campaign._look()
        return campaign

    async def kill(self) -> None:
        """Let people act until the bot is dead, start it again, and look at everything."""
        await self._die(self._moment)
        await self._rise(self._chance.choice(MOMENTS))
        if not self.city.bot.lives:
            self.kills[self._moment] += 1
            await self._rise("at once")
        await self.check()

    async def check(self) -> None:
        """Hold the promises against what has happened since the last look."""
        self._every_act_had_its_effect()
        self._words_are_kept_once()
        self._messages_came_as_often_as_they_say()
        self._cards_came_as_often_as_they_rang()
        self._order_is_kept()
        assert [] == self.city.rows("SELECT ticket FROM cases WHERE closed_at IS NULL AND next_at IS NULL")
        assert None is await chain.verify(self.city.db)
        self._look()

    async def end(self) -> None:
        """Stop the city, whatever became of it."""
        self.city.bot.end = None
        await self.city.bot.kill()
        await self.city.db.close()
        await self.city.telegram.stop()

    async def _die(self, moment: str) -> None:
        """Somewhere in the middle of what people do."""
        city, chance = self.city, self._chance
        when, _, what = moment.partition(" a ")
        pending, calls = city.telegram.bot.pending, len(city.telegram.record) + chance.randint(1, 6)
        city.bot.count_commits()
        for _ in range(chance.randint(1, 2 * ACTS_BETWEEN)):
            self.crowd.act()
        if what == "commit":
            await self._until_dead_or_idle()
            moment = "at rest" if city.bot.lives else moment
        elif what == "send":
            kind = "silence" if when == "before" else "silence_after"
            fault = city.faults.add(kind, methods=[chance.choice(SENDING)], times=1)
            await self._until(lambda: fault.struck)
        elif moment == "at a call":
            await self._until(lambda: len(city.telegram.record) >= calls)
        elif moment == "at a poll":
            await self._until(lambda: city.telegram.bot.pending <= pending)
        await city.bot.kill()
        city.faults.clear()
        self.kills[moment] += 1
        city.telegram.clock.forward(seconds=chance.choice(PAUSES_S))

    async def _rise(self, moment: str) -> None:
        """Start the bot, whose next end is known from now on, and let it take up what was left."""
        self._moment = moment
        self.city.bot.end = self._end(moment)
        await self.city.bot.start()
        await self._until_dead_or_idle()

    def _end(self, moment: str) -> End | None:
        """Which commit it does not survive, where the moment is one: of what people do next, or of the start itself."""
        when, _, what = moment.partition(" a ")
        if what == "commit":
            return End(when, self._chance.randint(1, COMMITS_AHEAD), from_the_start=False)
        if what == "start":
            return End(self._chance.choice(("before", "after")), self._chance.randint(1, COMMITS_OF_A_START), True)
        return None

    async def _until(self, moment: Callable[[], Any]) -> None:
        """Wait for a moment that need not come."""
        with suppress(TimeoutError):
            await self.city.telegram.until(moment, 1)

    async def _until_dead_or_idle(self) -> None:
        settled = asyncio.ensure_future(self.city.settle())
        try:
            while self.city.bot.lives and not settled.done():  # noqa: ASYNC110
                await asyncio.sleep(0.005)
            if settled.done():
                settled.result()
        finally:
            settled.cancel()
            await asyncio.gather(settled, return_exceptions=True)

    def _look(self) -> None:
        rows = self.city.rows
        ((update,),) = rows("SELECT coalesce(max(update_id), 0) FROM inbox")
        ((row,),) = rows("SELECT coalesce(max(id), 0) FROM outbox")
        self._seen = Seen(update, row, self.crowd.acts)
        for one in self.crowd.everybody:
            self._read[one.id] = max(one.person.chat.all, default=0)

    def _every_act_had_its_effect(self) -> None:
        """Each is in the inbox once, and done."""
        states = self.city.rows("SELECT state FROM inbox WHERE update_id > ?", self._seen.update)
        assert {("done",): self.crowd.acts - self._seen.acts} == Counter(states)

    def _words_are_kept_once(self) -> None:
        kept = Counter(value for (value,) in self.city.rows("SELECT value FROM personal_values"))
        assert {} == {words: kept[f'"{words}"'] for words in self.crowd.written if kept[f'"{words}"'] > 1}

    def _new(self, reader: Character) -> list[Message]:
        """What the bot has sent to somebody since the last look, deleted or not."""
        sent = reader.person.chat.all.values()
        return [one for one in sent if one.from_bot and one.id > self._read[reader.id]]

    def _messages_came_as_often_as_they_say(self) -> None:
        """Alarms and news at least once; what came more often than it was written is marked."""
        for reader in self.crowd.everybody:
            rows = self.city.rows(NEW_MESSAGES, reader.id, self._seen.row)
            wanted = Counter(plain(text) for text, _ in rows)
            sure = Counter(plain(text) for text, lane in rows if lane in SURE_LANES)
            read = [text for one in self._new(reader) if (text := _first_text(one)).removesuffix(MARK) in wanted]
            unmarked = Counter(text for text in read if not text.endswith(TWICE))
            came = Counter(text.removesuffix(MARK) for text in read)
            assert unmarked <= wanted, unmarked - wanted
            assert sure <= came, sure - came

    def _cards_came_as_often_as_they_rang(self) -> None:
        """A card that was sent more often than at first and for each ring says so."""
        rung = self.city.rows(
            "SELECT chat_id, ticket, rings_wanted + 1 FROM card_views JOIN cases ON cases.id = case_id"
        )
        for chat_id, ticket, most in rung:
            reader = next((one for one in self.crowd.everybody if one.id == chat_id), None)
            if reader is None:
                continue
            cards = [text for one in reader.person.chat.all.values() if _is_card(text := _first_text(one), ticket)]
            unmarked = [text for text in cards if not text.endswith(TWICE)]
            assert len(unmarked) <= most, (reader.name, ticket, most, unmarked)

    def _order_is_kept(self) -> None:
        """In each chat the alarms have rising message numbers, and so has everything else."""
        order: dict[tuple[int, bool], list[int]] = defaultdict(list)
        query = (
            "SELECT chat_id, lane, message_id FROM outbox"
            " WHERE state = 'sent' AND method = 'sendMessage' AND id > ? ORDER BY id"
        )
        for chat_id, lane, message_id in self.city.rows(query, self._seen.row):
            order[chat_id, lane == "alarm"].append(message_id)
        assert all(numbers == sorted(numbers) for numbers in order.values())


def _first_text(message: Message) -> str:
    """As it was when it came."""
    return message.history[0] if message.history else message.text


def _is_card(text: str, ticket: str) -> bool:
    return "👤" in text[:120] and ticket in text[:120]
