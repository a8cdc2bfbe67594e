"""How the bot stands in Telegram: its commands beside the text field, and its own name.

Everybody sees what citizens can do, groups only the alarm, and each of the staff, in their own chat, what their roles
allow. Source: https://core.telegram.org/bots/api#botcommandscope and #setmycommands.
"""

from hashlib import sha256
from typing import Any

import structlog

from bot.documents.register_book import names
from bot.errands import Done, ErrandKind, Hopeless, NotYet
from bot.house import House
from bot.keyboards import ON_DUTY_ROLES, publishes
from bot.outcomes import Refused, Unreachable, classify
from bot.telegram import Payload, Wire
from core.access import stands_above
from core.people import DUTY_ROLES
from storage import people
from storage.database import Database
from storage.errands import ErrandRow

log = structlog.get_logger()

GROUPS = {"type": "all_group_chats"}
EVERYBODYS = ("status", "daftar", "privasi", "bantuan", "bahasa", "batal")


async def publish(bot: Wire, house: House) -> None:
    """Tell Telegram what everybody and what groups see, in each language; no harm when it fails."""
    for language in house.texts.languages:
        everybody, alarms = everybodys(house, language), _alarms(house, language)
        payloads: tuple[Payload, ...] = ({"commands": everybody}, {"commands": alarms, "scope": GROUPS})
        for payload in payloads:
            if language != "id":
                payload["language_code"] = language
            try:
                await bot.post("setMyCommands", payload)
            except Exception as error:
                log.warning("commands.unpublished", outcome=type(classify(error)).__name__)


async def catch_up(bot: Wire, db: Database, house: House) -> None:
    """Look at the commands of all staff, for roles may have been given or taken while nobody ran."""
    admins = set(house.admin_ids)
    staff = {person.telegram_id: person for person in await people.list_staff(db)}
    for telegram_id in await people.with_commands(db):
        person = staff.get(telegram_id)
        roles = person.roles if person is not None else frozenset[str]()
        language = person.language if person is not None else "id"
        if telegram_id in admins:
            roles |= {"admin"}
        try:
            await _set(bot, db, house, telegram_id, roles, language)
        except Exception as error:
            log.warning("commands.unset", outcome=type(classify(error)).__name__)


class Commands(ErrandKind):
    """Payload: telegram_id, roles, language. What stands in that chat already is left as it is."""

    def __init__(self, bot: Wire, db: Database, house: House) -> None:
        self._bot, self._db, self._house = bot, db, house

    async def do(self, errand: ErrandRow) -> Done:
        """Set them, or let everybody's show again where there is no role any more."""
        telegram_id, roles = errand.payload["telegram_id"], frozenset(errand.payload["roles"])
        language = errand.payload.get("language", "id")
        try:
            await _set(self._bot, self._db, self._house, telegram_id, roles, language)
        except Exception as error:
            outcome = classify(error)
            reason = type(outcome).__name__
            raise (Hopeless if isinstance(outcome, Unreachable | Refused) else NotYet)(reason) from error
        return Done({})


async def username(bot: Wire) -> str | None:
    """The bot's name for links; None when Telegram does not say."""
    try:
        return (await bot.me()).username
    except Exception as error:
        log.warning("commands.nameless", outcome=type(classify(error)).__name__)
        return None


def everybodys(house: House, language: str) -> list[Payload]:
    """What citizens can do, the alarm first."""
    opening = [one for one in house.shelf.in_force.values() if one.open.command and "citizen" in one.open.by]
    listed = [
        _command(one.open.command, (one.open.label or one.title).in_language(language))
        for one in sorted(opening, key=lambda one: one.lane != "alarm")
    ]
    published = ("dataset",) if publishes(house) else ()
    return [*listed, *(_own(house, language, name) for name in (*published, *EVERYBODYS))]


def staffs(house: House, language: str, roles: frozenset[str]) -> list[Payload]:
    """What somebody with these roles can do: their work between the alarm and what everybody can do."""
    alarms, everybody = _alarms(house, language), everybodys(house, language)
    work = [_own(house, language, "tugas")]
    if roles - DUTY_ROLES:
        work.append(_own(house, language, "delegasi"))
    if any(stands_above(roles, one) for one in house.shelf.in_force.values()):
        work.append(_own(house, language, "laporan"))
    if roles & set(ON_DUTY_ROLES):
        work.append(_own(house, language, "piket"))
    if "admin" in roles:
        work.append(_own(house, language, "libur"))
    for one in house.shelf.in_force.values():
        if one.open.command is not None and "citizen" not in one.open.by and roles & set(one.open.by):
            work.append(_command(one.open.command, (one.open.label or one.title).in_language(language)))
        if one.open.on_behalf is not None and roles & set(one.open.on_behalf.by):
            work.append(_command(one.open.on_behalf.command, one.open.on_behalf.label.in_language(language)))
    if any(readers & roles for readers in names(house).values()):
        work.append(_own(house, language, "buku"))
    return [*alarms, *work, *(one for one in everybody if one not in alarms)]


async def _set(bot: Wire, db: Database, house: House, telegram_id: int, roles: frozenset[str], language: str) -> None:
    """Tell Telegram once; what was told last is remembered."""
    wanted = staffs(house, language, roles) if roles else None
    mark = sha256(repr(wanted).encode()).hexdigest()[:16] if wanted is not None else None
    if mark == await people.commands_of(db, telegram_id):
        return
    scope: Payload = {"scope": {"type": "chat", "chat_id": telegram_id}}
    if wanted is None:
        await bot.post("deleteMyCommands", scope)
    else:
        await bot.post("setMyCommands", scope | {"commands": wanted})
    await people.note_commands(db, telegram_id, mark)


def _alarms(house: House, language: str) -> list[Payload]:
    alarms = (one.open for one in house.shelf.in_force.values() if one.lane == "alarm")
    return [_command(one.command, one.label.in_language(language)) for one in alarms if one.command and one.label]


def _own(house: House, language: str, name: str) -> Payload:
    return _command(name, house.texts.label(language, f"command-{name}"))


def _command(name: Any, description: str) -> Payload:
    return {"command": name, "description": description}
