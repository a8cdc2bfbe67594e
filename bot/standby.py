"""One process works, any number of others stand by: whoever is gone, frozen or cut off is followed within seconds."""

import asyncio
import os
import socket
import time
from pathlib import Path

import structlog

from bot.errors import SupersededError
from storage import lease
from storage.database import Database
from storage.faults import DatabaseError, Superseded
from storage.lease import LASTS_S, Lease

log = structlog.get_logger()

LOOK_EVERY_S = 1.0
RENEW_EVERY_S = 1.5
PROCESSES = Path("/proc")
_STARTED = 19
"""Place of the start time among the fields of /proc/PID/stat that follow the name. Source: man 5 proc."""


class Standby:
    """Waits for the lease. A process of this machine that has ended is known to be gone, without any waiting."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.waiting = True

    async def turn(self, stop: asyncio.Event) -> "Tenure | None":
        """Our time to work; None when we were told to stop before it came."""
        me, told = _identity(os.getpid()), False
        while not stop.is_set():
            try:
                before = await lease.holder(self._db)
                won = await lease.take(self._db, me, gone=before if _is_gone(before) else lease.FREE)
            except DatabaseError as error:
                log.error("standby.database", error=str(error))
                won = None
            if won is not None:
                self.waiting = False
                return Tenure(self._db, won)
            if not told:
                log.info("standby.waiting")
                told = True
            await _pause(stop, LOOK_EVERY_S)
        return None


class Tenure:
    """Our time to work: every commit of the work checks and prolongs it; it ends when somebody else has taken over."""

    def __init__(self, db: Database, held: Lease) -> None:
        self._db, self._held = db, held
        self._until = time.monotonic() + LASTS_S
        db.guard = held.renew

    @property
    def is_on(self) -> bool:
        """Whether nobody else can have begun to work yet; while frozen, time goes on."""
        return time.monotonic() < self._until

    async def run(self) -> None:
        """Prolong it until cancelled. Raises `SupersededError`."""
        while True:
            asked_at = time.monotonic()
            try:
                async with self._db.writing():
                    pass
                self._until = asked_at + LASTS_S
            except Superseded as error:
                self._until = asked_at
                raise SupersededError() from error
            except DatabaseError as error:
                log.error("standby.database", error=str(error))
            await asyncio.sleep(RENEW_EVERY_S)

    async def end(self) -> None:
        """Let the next one begin at once."""
        try:
            await self._held.release(self._db)
        except DatabaseError as error:
            log.error("standby.database", error=str(error))


def _identity(pid: int) -> str:
    """What no other process is called: machine, the processes it sees, number, and when it was started."""
    return f"{socket.gethostname()}/{_inode(PROCESSES / 'self' / 'ns' / 'pid')}/{pid}/{_started(pid)}"


def _is_gone(identity: str) -> bool:
    """Whether that process is known to have ended: it was one of this machine, and is not there any more."""
    place, _, number = identity.rpartition("/")[0].rpartition("/")
    same_machine = place == _identity(os.getpid()).rsplit("/", 2)[0]
    return same_machine and PROCESSES.is_dir() and identity != _identity(int(number))


def _started(pid: int) -> str:
    try:
        told = (PROCESSES / str(pid) / "stat").read_text()
    except OSError:
        return ""
    return told.rpartition(")")[2].split()[_STARTED]


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
