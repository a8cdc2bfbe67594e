"""Builds the parts, starts the loops, and drains them on SIGTERM."""

import asyncio
import gc
import signal
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from bot import commands_menu
from bot.album import Album
from bot.clock import Clock, MovedClock, Ticker
from bot.curtain import Curtain
from bot.delivery import Delivery
from bot.errand_kinds import errand_kinds
from bot.errands import Errands
from bot.errors import DatabaseUnusableError, SigapError, TokenRevokedError
from bot.furnishing import furnish, learn_versions
from bot.health import Health, Vitals
from bot.house import House
from bot.intake import Intake
from bot.pacing import Pacing
from bot.polling import Polling
from bot.reception import reception
from bot.sending import Sender
from bot.settings import Settings
from bot.standby import Standby, Tenure
from bot.telegram import Wire
from bot.webhook import Webhook
from bot.worker import Worker
from storage import cases, census, inbox, outbox, positions
from storage.database import Database
from storage.faults import DatabaseError

log = structlog.get_logger()

TAKE_IN_WITHIN_S, DRAIN_WITHIN_S = 2, 6
INBOX_KEPT = timedelta(hours=48)
OUTBOX_KEPT = timedelta(days=30)
POSITIONS_KEPT = timedelta(days=30)

Tasks = list[asyncio.Task[None]]


async def run(settings: Settings) -> int:
    """Run until SIGTERM or SIGINT; 0 when it ended as asked, 1 when a part failed. Raises `SigapError`."""
    clock = await _clock(settings)
    try:
        db = await Database.open(settings.database_url)
        try:
            house = await furnish(settings, db, clock)
            return await App(settings, db, clock, house).run()
        finally:
            await db.close()
    except DatabaseError as error:
        raise DatabaseUnusableError(reason=error) from error


def _webhook(settings: Settings, intake: Intake) -> Webhook | None:
    if settings.webhook_url is None or settings.webhook_secret is None:
        return None
    return Webhook(settings.webhook_url, settings.webhook_secret.get_secret_value(), intake)


async def _clock(settings: Settings) -> Clock:
    if settings.clock_url is None:
        return Clock()
    clock = MovedClock(settings.clock_url)
    await clock.start()
    return clock


class App:
    """The running bot: intake, worker, delivery, errands, ticker and health around one database."""

    def __init__(self, settings: Settings, db: Database, clock: Clock, house: House) -> None:
        self._db, self._clock, self._house = db, clock, house
        self._bot = Wire(settings.token(), settings.telegram_api_url, self._may_speak)
        urgent: set[int] = set()
        self._urgent = urgent
        self._worker = Worker(db, clock, house, reception(house), urgent)
        sender = Sender(self._bot, db, Album(db, house, clock), house.texts, clock)
        self._delivery = Delivery(db, clock, Pacing(settings.messages_per_second), sender, self._worker.wake)
        self._errands = Errands(db, clock, errand_kinds(settings, self._bot, db, clock, house), self._worker.wake)
        self._worker.delivery, self._worker.errands = self._delivery, self._errands
        self._intake = Intake(db, clock, urgent, self._worker.wake)
        self._polling = Polling(self._bot, self._intake, clock)
        self._webhook = _webhook(settings, self._intake)
        self._ticked_at = datetime.now(UTC)
        self._ticker = Ticker(self._tick, self._housekeeping)
        routes = [self._webhook.route] if self._webhook is not None else []
        if settings.clock_url is not None:
            routes.append(Curtain(db, house.shelf, self._vitals).route)
        self._health = Health(settings.listen, self._vitals, *routes)
        self._standby = Standby(db)
        self._tenure: Tenure | None = None
        self._stop = asyncio.Event()

    async def run(self) -> int:
        """Stand by until it is our turn, then work; raises the `SigapError` for which a part gave up."""
        await self._health.start()
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, self._stop.set)
        try:
            self._tenure = await self._standby.turn(self._stop)
            return await self._work(self._tenure) if self._tenure is not None else 0
        finally:
            await self._health.stop()
            await self._bot.session.close()

    async def _work(self, tenure: Tenure) -> int:
        """Start every part, wait for the end, drain."""
        await learn_versions(self._house.shelf, self._db)
        await self._housekeeping()
        await self._delivery.load()
        await self._errands.load()
        follow: list[Coroutine[Any, Any, None]] = [self._clock.follow()] if isinstance(self._clock, MovedClock) else []
        receiving = self._webhook.run(self._bot) if self._webhook is not None else self._polling.run()
        incoming = [asyncio.create_task(one) for one in (receiving, self._worker.run())]
        outgoing = [asyncio.create_task(one) for one in (self._delivery.run(), self._errands.run())]
        background = [asyncio.create_task(one) for one in (self._revoked(), tenure.run(), self._introduce(), *follow)]
        self._ticker.start()
        # What is built by now stays until the end: the garbage collector need not walk it, nor come as often.
        gc.freeze()
        gc.set_threshold(20_000)
        log.info("app.started", procedures=sorted(self._house.shelf.in_force))
        failed = await self._until_the_end([*incoming, *outgoing, *background[:2]])
        await self._drain(incoming, outgoing, background)
        await tenure.end()
        for error in failed:
            if isinstance(error, SigapError):
                log.critical("app.gave_up", error=type(error).__name__)
                raise error
            log.critical("app.failed", error=type(error).__name__, exc_info=error)
        return 1 if failed else 0

    async def _until_the_end(self, tasks: list[asyncio.Task[None]]) -> list[BaseException]:
        stop = asyncio.create_task(self._stop.wait())
        done, _ = await asyncio.wait({*tasks, stop}, return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        return [error for task in done if task in tasks and (error := task.exception()) is not None]

    async def _drain(self, incoming: Tasks, outgoing: Tasks, background: Tasks) -> None:
        """Take nothing more in, finish what is at hand, leave the rest on disk: within ten seconds."""
        self._ticker.stop()
        self._polling.stop()
        if self._webhook is not None:
            self._webhook.stop()
        self._worker.stop()
        await asyncio.wait(incoming, timeout=TAKE_IN_WITHIN_S)
        self._delivery.stop()
        self._errands.stop()
        _, late = await asyncio.wait({*incoming, *outgoing}, timeout=DRAIN_WITHIN_S)
        for task in (*late, *background):
            task.cancel()
        await asyncio.gather(*incoming, *outgoing, *background, return_exceptions=True)
        log.info("app.stopped", late=len(late))

    def _may_speak(self) -> bool:
        return self._tenure is not None and self._tenure.is_on

    async def _introduce(self) -> None:
        """Tell Telegram the commands, and learn from it what the bot is called."""
        await commands_menu.publish(self._bot, self._house)
        self._house.identity.username = await commands_menu.username(self._bot)
        await commands_menu.catch_up(self._bot, self._db, self._house)

    async def _revoked(self) -> None:
        await self._delivery.revoked.wait()
        raise TokenRevokedError()

    async def _tick(self) -> None:
        self._ticked_at = datetime.now(UTC)
        await self._worker.tick()

    async def _housekeeping(self) -> None:
        """Forget what is over, and know anew which chats an alarm is open in."""
        now = self._clock.now()
        await inbox.forget_before(self._db, now - INBOX_KEPT)
        await outbox.forget_before(self._db, now - OUTBOX_KEPT)
        await positions.forget_before(self._db, now - POSITIONS_KEPT)
        self._delivery.forget_idle()
        alarms = {name for name, one in self._house.shelf.in_force.items() if one.lane == "alarm"}
        earlier = set(self._urgent)
        still = await cases.chats_of_open(self._db, alarms)
        self._urgent -= earlier - still
        self._urgent |= still

    async def _vitals(self) -> Vitals:
        counted = await census.take(self._db)
        return Vitals(
            inbox=counted.waiting + int(self._worker.busy),
            parked=counted.parked,
            outbox=counted.outbox,
            cards=self._delivery.cards_waiting,
            sending=self._delivery.waiting,
            paced_until=self._delivery.next_at,
            errands=self._errands.waiting,
            errands_retrying=self._errands.retrying,
            uncertain=counted.uncertain,
            last_update_id=self._intake.last_update_id,
            clock=self._worker.ticked,
            waited_s=(self._clock.now() - counted.oldest_at).total_seconds() if counted.oldest_at is not None else 0.0,
            ticked_at=self._ticked_at,
            progress=self._delivery.sent + self._errands.finished + self._worker.handled,
            standby=self._standby.waiting,
        )
