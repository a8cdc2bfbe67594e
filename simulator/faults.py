"""Faults on demand: what goes wrong between a bot and Telegram."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

KINDS = {
    "429": "Too Many Requests with `retry_after`",
    "500": "Internal Server Error as JSON",
    "502": "Bad Gateway as HTML, from a proxy",
    "silence": "no effect and no answer until the client gives up or the fault is cleared",
    "silence_after": "the effect, but no answer",
    "reset_before": "connection dropped without effect",
    "reset_after": "the effect, then the connection dropped",
    "down": "every request dropped, waiting ones too",
    "409": "getUpdates says that another poller took over",
    "duplicate": "the next update is delivered twice with one update_id",
    "reorder": "the updates of one answer come newest first",
}
ON_UPDATES = {"duplicate", "reorder"}


@dataclass(eq=False)
class Fault:
    """One fault; it strikes `times` times, or until cleared with None."""

    kind: str
    methods: frozenset[str] = frozenset()
    chat_id: int | None = None
    times: int | None = None
    retry_after: int = 5
    struck: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def spent(self) -> bool:
        """Whether it strikes no more."""
        return self.over.is_set() or (self.times is not None and self.struck >= self.times)

    def concerns(self, method: str, chat_id: int | None) -> bool:
        """Whether a call is hit; without `methods` every method but getUpdates is."""
        if self.spent or self.kind in ON_UPDATES:
            return False
        if self.kind == "down":
            return True
        if self.kind == "409":
            return method == "getUpdates"
        if self.chat_id is not None and self.chat_id != chat_id:
            return False
        return method in self.methods if self.methods else method != "getUpdates"


class Faults:
    """The faults in force."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self.changed = asyncio.Event()

    def add(
        self,
        kind: str,
        *,
        methods: Iterable[str] = (),
        chat_id: int | None = None,
        times: int | None = None,
        retry_after: int = 5,
    ) -> Fault:
        """Put a fault in force; the kinds are those of `KINDS`.

        `methods` names Bot API methods (default: all but getUpdates), `chat_id` narrows it to one chat.
        """
        if kind not in KINDS:
            raise ValueError(f"no fault {kind!r}; there are {', '.join(KINDS)}")
        fault = Fault(kind, frozenset(methods), chat_id, times, retry_after)
        self._faults.append(fault)
        changed, self.changed = self.changed, asyncio.Event()
        changed.set()
        return fault

    def clear(self, fault: Fault | None = None) -> None:
        """End one fault, or all; requests held in silence are dropped."""
        for one in [fault] if fault is not None else self._faults:
            one.over.set()
        self._faults = [one for one in self._faults if not one.over.is_set()]

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that hits this call, if any, counted as struck."""
        return self._first([one for one in self._faults if one.concerns(method, chat_id)])

    def take_update(self, kind: str) -> bool:
        """Whether a fault of delivery strikes now."""
        return self._first([one for one in self._faults if one.kind == kind and not one.spent]) is not None

    @property
    def in_force(self) -> list[Fault]:
        """The faults that may still strike."""
        return [one for one in self._faults if not one.spent]

    @property
    def down(self) -> bool:
        """Whether nothing gets through."""
        return any(one.kind == "down" and not one.spent for one in self._faults)

    def _first(self, hit: list[Fault]) -> Fault | None:
        if not hit:
            return None
        hit[0].struck += 1
        return hit[0]


def fault_routes(faults: Faults) -> list[web.RouteDef]:
    """``POST /faults {"kind": …}`` adds one; ``DELETE /faults`` clears all; ``GET /faults`` lists the kinds."""

    async def kinds(request: web.Request) -> web.Response:
        return web.json_response(KINDS)

    async def add(request: web.Request) -> web.Response:
        order: dict[str, Any] = await request.json()
        try:
            faults.add(**order)
        except (TypeError, ValueError) as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response({"added": order["kind"]})

    async def clear(request: web.Request) -> web.Response:
        faults.clear()
        return web.json_response({"cleared": True})

    return [web.get("/faults", kinds), web.post("/faults", add), web.delete("/faults", clear)]
