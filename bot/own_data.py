"""What is kept of somebody, for their own eyes: in plain words, and as a file that an errand sends to their chat."""

import json
from datetime import datetime, timedelta
from typing import Any

from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile

from bot.clock import Clock
from bot.drafts import told_to_requester
from bot.errands import Done, ErrandKind, Hopeless
from bot.house import House
from bot.outcomes import errand_call
from bot.telegram import Wire
from core.case import Case
from core.people import Fix, Person
from storage import outbox
from storage.batch import Batch
from storage.conversations import Conversation
from storage.database import Database
from storage.errands import ErrandRow
from storage.outbox import OutboxRow
from storage.unit_of_work import UnitOfWork

CASES_MOST = 1000
SHOWN_MOST = 10
FILE_NAME = "sigap-data-saya.json"


def is_needed(case: Case, now: datetime) -> bool:
    """Whether the case still needs what it holds of people: it is open, or its end can still be taken back."""
    return case.is_open or (case.undo is not None and case.undo.until > now)


async def cases_of(unit: UnitOfWork, person: Person) -> list[Case]:
    """The cases that somebody has asked for, the newest first."""
    return await unit.last_cases_of(person.id, CASES_MOST)


def summary(house: House, person: Person, cases: list[Case]) -> str:
    """Everything in plain words; of the cases the newest, and how many there are."""
    relative = person.relative
    lines = [
        house.label(
            person,
            "privacy-case",
            ticket=case.ticket,
            opened=house.moment(case.opened_at),
            closed=house.moment(case.closed_at) if case.closed_at is not None else "none",
        )
        for case in cases[:SHOWN_MOST]
    ]
    return house.say(
        person,
        "privacy-shown",
        account=str(person.telegram_id),
        name=person.name,
        number=person.phone or "none",
        since=house.moment(person.registered_at) if person.registered_at is not None else "none",
        relative=relative.name if relative is not None else "none",
        relativenumber=relative.phone if relative is not None else "none",
        position=house.moment(person.fix.at) if person.fix is not None else "none",
        count=len(cases),
        cases="\n".join(lines),
    )


def export(house: House, person: Person, cases: list[Case], talk: Conversation, sent: list[OutboxRow]) -> bytes:
    """The same and the contents, as JSON with keys in the person's language; times are local, ISO 8601."""

    def label(key: str) -> str:
        return house.label(person, key)

    def moment(at: datetime | None) -> str | None:
        return at.astimezone(house.zone).isoformat(timespec="seconds") if at is not None else None

    def place(fix: Fix | None) -> dict[str, Any] | None:
        if fix is None:
            return None
        return {"lat": fix.lat, "lon": fix.lon, label("privacy-key-time"): moment(fix.at)}

    relative = person.relative
    found = {
        label("privacy-key-account"): person.telegram_id,
        label("privacy-key-name"): person.name,
        label("privacy-key-language"): person.language,
        label("privacy-key-phone"): person.phone,
        label("privacy-key-registered"): moment(person.registered_at),
        label("privacy-key-relative"): None
        if relative is None
        else {
            label("privacy-key-name"): relative.name,
            label("privacy-key-phone"): relative.phone,
            label("privacy-key-allowed"): relative.allowed,
        },
        label("privacy-key-position"): place(person.fix),
        label("privacy-key-earlier-position"): place(person.previous),
        label("privacy-key-roles"): sorted(person.roles),
        label("privacy-key-cases"): [
            {
                label("privacy-key-ticket"): case.ticket,
                label("privacy-key-opened"): moment(case.opened_at),
                label("privacy-key-closed"): moment(case.closed_at),
                label("privacy-key-contents"): _theirs(house, case),
                label("privacy-key-files"): [
                    {label("privacy-key-kind"): file.kind, label("privacy-key-time"): moment(file.at)}
                    for file in case.evidence
                ],
            }
            for case in cases
        ],
        label("privacy-key-conversation"): {
            label("privacy-key-unfinished"): talk.data.get("answers", {}),
            label("privacy-key-messages"): [
                {
                    label("privacy-key-time"): moment(row.created_at),
                    label("privacy-key-text"): row.payload.get("text") or row.payload.get("caption"),
                }
                for row in sent
            ],
        },
    }
    return json.dumps(found, ensure_ascii=False, indent=2, default=str).encode()


def _theirs(house: House, case: Case) -> dict[str, Any]:
    """What the case holds of whoever opened it; what the office wrote down among itself is not theirs."""
    procedure = house.shelf.of(case)
    among_staff = {field.name for field in procedure.fields} - told_to_requester(procedure)
    return {name: value for name, value in case.personal.items() if name not in among_staff}


class OwnData(ErrandKind):
    """Payload: telegram_id. Sends the file to that chat and to no other; what it holds is read as it leaves."""

    give_up_after = timedelta(hours=24)

    def __init__(self, bot: Wire, db: Database, house: House, clock: Clock) -> None:
        self._bot, self._db, self._house, self._clock = bot, db, house, clock

    async def do(self, errand: ErrandRow) -> Done:
        """Upload it; fails for good when nobody is there."""
        now, telegram_id = self._clock.now(), errand.payload["telegram_id"]
        unit = Batch(self._db).unit(now)
        person = await unit.person(telegram_id)
        if person is None:
            raise Hopeless("nobody")
        talk = await unit.conversation(telegram_id, telegram_id)
        # What staff were sent is about other people.
        sent = [] if person.roles else await outbox.sent_to(self._db, telegram_id)
        content = export(self._house, person, await cases_of(unit, person), talk, sent)
        caption = self._house.label(person, "privacy-file")
        document = BufferedInputFile(content, FILE_NAME)
        with errand_call(self._clock):
            await self._bot(SendDocument(chat_id=telegram_id, document=document, caption=caption))
        return Done({})
