"""The effect `code`: a short code that stands for an action of the case, to be typed, or scanned as a QR code.

It is no secret: whoever types or scans it must be allowed the action.
"""

import asyncio
import re
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from aiogram.methods import SendPhoto
from aiogram.types import BufferedInputFile, ReplyParameters

from bot.clock import Clock
from bot.documents import qr
from bot.errands import Done, ErrandKind, Hopeless, NotYet
from bot.house import House
from bot.outcomes import errand_call
from bot.telegram import Wire
from core.action import Effect
from core.events import ValueGiven
from storage.batch import Batch
from storage.codes import Code
from storage.database import Database
from storage.errands import Errand, ErrandRow

if TYPE_CHECKING:
    from bot.aftermath import Aftermath

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Nothing that is read as something else: no 0 and O, no 1, I and L."""
LENGTH = 6
CODE = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")
LOOKS, LOOK_S = 100, 0.05
NAME = "code"
"""The value of the case that the code becomes."""


async def give(after: "Aftermath", effect: Effect) -> None:
    """Give the case its code, if it has none yet, and send it to whoever asked for the case, with a QR code."""
    case, unit = after.case, after.desk.unit
    if NAME in case.values:
        return
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    while await unit.code(code) is not None:
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    unit.save_code(Code(code, case.id, effect.subject or "", after.desk.now))
    await after.witness(ValueGiven(by=after.actor, name=NAME, value=code))
    await after.say(case.requester, after.lane, "check-code-given", code=code, mark=f"code:{code}")
    key = f"{case.id}:code:{code}"
    unit.ask(Errand("code", {"case_id": case.id, "code": code, "key": key}, case.id, key))


def link(bot: str, procedure: str, code: str) -> str:
    """The link behind the QR code."""
    return f"https://t.me/{bot}?start={procedure}_{code}"


class CodePicture(ErrandKind):
    """Payload: case_id, code, key. Sends the QR code to whoever asked for the case, below the message of that key."""

    give_up_after = timedelta(days=1)

    def __init__(self, bot: Wire, db: Database, house: House, clock: Clock) -> None:
        self._bot, self._db, self._house, self._clock = bot, db, house, clock

    async def do(self, errand: ErrandRow) -> Done:
        """Draw and send it; fails for good when nobody is there."""
        unit, code = Batch(self._db).unit(self._clock.now()), errand.payload["code"]
        case = await unit.case(errand.payload["case_id"])
        person = await unit.person_by_id(case.requester) if case is not None else None
        username = self._house.identity.username
        if username is None:
            raise NotYet("no_name")
        if case is None or person is None or not person.has_chat or not person.reachable:
            raise Hopeless("nobody")
        picture = BufferedInputFile(qr.png(link(username, case.procedure, code)), "kode.png")
        caption = self._house.say(person, "check-code-picture", ticket=case.ticket, code=code)
        photo = SendPhoto(chat_id=person.telegram_id, photo=picture, caption=caption, parse_mode="HTML")
        if (above := await self._sent(errand.payload["key"])) is not None:
            photo.reply_parameters = ReplyParameters(message_id=above, allow_sending_without_reply=True)
        with errand_call(self._clock):
            await self._bot(photo)
        return Done({})

    async def _sent(self, key: str) -> int | None:
        """The message with the code in words; one that is just being sent is waited for, so that it comes first."""
        for _ in range(LOOKS):
            found = await Batch(self._db).unit(self._clock.now()).sent_as(key)
            if found is not None:
                return found
            await asyncio.sleep(LOOK_S)
        return None
