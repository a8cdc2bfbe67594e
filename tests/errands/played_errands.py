"""Errands that a test acts out."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from bot.errands import Done, ErrandKind
from storage.errands import Errand, ErrandRow

Act = Callable[[ErrandRow], Done]


class Played(ErrandKind):
    """An errand that the test acts out: what it does each time, the last again and again."""

    give_up_after = timedelta(hours=1)

    def __init__(self, *acts: Act | Exception, after: frozenset[str] = frozenset()) -> None:
        self.acts, self.after = list(acts), after
        self.tried: list[ErrandRow] = []

    async def do(self, errand: ErrandRow) -> Done:
        self.tried.append(errand)
        act = self.acts.pop(0) if len(self.acts) > 1 else self.acts[0]
        if isinstance(act, Exception):
            raise act
        return act(errand)


class Held(ErrandKind):
    """An errand that takes until the test lets it go."""

    def __init__(self) -> None:
        self.let_go = asyncio.Event()
        self.begun = asyncio.Semaphore(0)
        self.under_way = 0

    async def do(self, errand: ErrandRow) -> Done:
        self.under_way += 1
        self.begun.release()
        await self.let_go.wait()
        return Done({"n": errand.payload["n"]})


def walk(number: int = 1, kind: str = "walk", case_id: int | None = None) -> Errand:
    """Something to do."""
    return Errand(kind, {"n": number}, case_id, f"{kind}-{number}")


def well(errand: ErrandRow) -> Done:
    """It works."""
    return Done({"n": errand.payload["n"]})
