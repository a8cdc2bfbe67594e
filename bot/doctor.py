"""What is well and what is not with an installation: settings' files, database, staff, Telegram, the running bot."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import aiohttp

from bot.commands.database import opened
from bot.errors import SigapError
from bot.procedures import load_procedures
from bot.settings import LOCALES, Settings
from bot.texts import Texts
from core.fault import FaultyText
from storage import people

NEEDED_FREE_BYTES = 500_000_000
PATIENCE = aiohttp.ClientTimeout(total=10)


class Ill(SigapError):
    """{reason}; mend: {mend}"""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is well, and what there is to say."""

    subject: str
    well: bool
    said: str


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    """Look at everything, one after the other; no finding stops the rest."""
    checks: dict[str, Callable[[Settings], Awaitable[str]]] = {
        "data": _data,
        "texts": _texts,
        "SOPs": _procedures,
        "database": _database,
        "staff": _staff,
        "Telegram": _telegram,
        "bot": _bot,
    }
    for subject, check in checks.items():
        try:
            yield Finding(subject, True, await check(settings))
        except (SigapError, FaultyText) as error:
            yield Finding(subject, False, str(error))


async def _data(settings: Settings) -> str:
    folder = settings.data_dir

    def look() -> int:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return shutil.disk_usage(folder).free

    try:
        free = await asyncio.to_thread(look)
    except OSError as error:
        raise Ill(reason=f"{folder} cannot be written ({error.strerror})", mend="set DATA_DIR, or its owner") from error
    if free < NEEDED_FREE_BYTES:
        raise Ill(reason=f"{free // 1_000_000} MB are free in {folder}", mend="make room on the disk")
    return f"{folder}, {free // 1_000_000_000} GB free"


async def _texts(_settings: Settings) -> str:
    return ", ".join(Texts.load(LOCALES).languages)


async def _procedures(settings: Settings) -> str:
    return ", ".join(sorted(load_procedures(settings.sop_dir)))


async def _database(settings: Settings) -> str:
    async with opened(settings) as database:
        return f"{database.path}, {await database.version()}"


async def _staff(settings: Settings) -> str:
    async with opened(settings) as database:
        staff = await people.list_staff(database)
    for role in ("operator", "officer"):
        if not any(person.holds(role) for person in staff):
            raise Ill(reason=f"nobody is {role}", mend=f"sigap staff add --telegram-id N --name … --role {role}")
    return f"{len(staff)}, {sum(person.on_duty for person in staff)} of them on duty"


async def _telegram(settings: Settings) -> str:
    address = f"{settings.telegram_api_url}/bot{settings.token()}"
    try:
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            async with session.get(f"{address}/getMe") as response:
                me = await response.json()
            if not me.get("ok"):
                raise Ill(reason=f"it refuses the token ({me.get('description')})", mend="copy it from @BotFather")
            async with session.get(f"{address}/getWebhookInfo") as response:
                webhook = (await response.json())["result"]["url"]
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        raise Ill(
            reason=f"{settings.telegram_api_url} does not answer ({type(error).__name__})", mend="look at the network"
        ) from None
    return f"@{me['result']['username']}, {'by webhook' if webhook else 'by polling'}"


async def _bot(settings: Settings) -> str:
    host, port = settings.listen
    host = f"[{host}]" if ":" in host else host
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as session,
            session.get(f"http://{host}:{port}/health") as response,
        ):
            said = await response.text()
    except (aiohttp.ClientError, TimeoutError):
        return f"does not run here (nothing answers on {host}:{port})"
    if not response.ok:
        raise Ill(reason=f"/health answers {response.status}: {said[:200]}", mend="look at the journal")
    return f"runs: {said[:200]}"
