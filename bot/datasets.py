"""Published datasets as people get them: in words, as a file that an errand uploads, or as a link; each is counted."""

from datetime import timedelta
from typing import Any

from aiogram.methods import SendDocument, SendMessage, TelegramMethod
from aiogram.types import BufferedInputFile, InlineKeyboardButton

from bot import keyboards, outgoing
from bot.archive import Archive
from bot.clock import Clock
from bot.errands import Done, ErrandKind, Hopeless
from bot.house import House
from bot.outcomes import errand_call
from bot.telegram import Wire
from bot.texts import Markup
from bot.visit import Visit
from core.dataset import Dataset
from core.people import Person
from storage.batch import Batch
from storage.database import Database
from storage.datasets import counter
from storage.errands import Errand, ErrandRow

DESCRIPTION_MOST = 300
LARGEST_BYTES = 50 * 1024 * 1024
"""What a bot may send: https://core.telegram.org/bots/api#senddocument"""


def in_words(house: House, reader: Person, dataset: Dataset) -> Markup:
    """Name, period and what it holds."""
    about = dataset.description
    clipped = about if len(about) <= DESCRIPTION_MOST else f"{about[: DESCRIPTION_MOST - 1]}…"
    return house.say(
        reader, "dataset-one", name=dataset.name, period=dataset.period or "none", description=clipped or "none"
    )


async def take(visit: Visit, dataset: Dataset) -> TelegramMethod[Any] | None:
    """Give somebody a dataset, which is counted: the link at once, or the file by an errand."""
    number = await visit.desk.unit.next_number(counter(dataset.id))
    visit.desk.unit.note("DatasetTaken", {"dataset": dataset.id, "count": number}, visit.person.id)
    if dataset.link:
        url = InlineKeyboardButton(text=visit.label("dataset-open"), url=dataset.link)
        return visit.reply("dataset-link", keyboards.inline([[url]]), name=dataset.name)
    telegram_id = visit.person.telegram_id
    payload = {"telegram_id": telegram_id, "dataset": dataset.id}
    visit.desk.unit.ask(Errand("dataset", payload, None, f"dataset:{dataset.id}:{number}"))
    return None


class DatasetFile(ErrandKind):
    """Payload: telegram_id, dataset. Uploads the file to that chat; a dataset taken back meanwhile is said to be."""

    give_up_after = timedelta(hours=24)

    def __init__(self, bot: Wire, db: Database, archive: Archive, house: House, clock: Clock) -> None:
        self._bot, self._db, self._archive, self._house, self._clock = bot, db, archive, house, clock

    async def do(self, errand: ErrandRow) -> Done:
        """Upload it; fails for good when nobody is there."""
        unit, telegram_id = Batch(self._db).unit(self._clock.now()), errand.payload["telegram_id"]
        reader = await unit.person(telegram_id)
        if reader is None:
            raise Hopeless("nobody")
        dataset = next((one for one in await unit.datasets() if one.id == errand.payload["dataset"]), None)
        with errand_call(self._clock):
            await self._bot(await self._message(reader, dataset))
        return Done({})

    async def _message(self, reader: Person, dataset: Dataset | None) -> SendDocument | SendMessage:
        gone = outgoing.text(reader.telegram_id, self._house.say(reader, "dataset-gone"))
        if dataset is None:
            return gone
        try:
            content = await self._archive.read(dataset.file)
        except FileNotFoundError:
            return gone
        return SendDocument(
            chat_id=reader.telegram_id,
            document=BufferedInputFile(content, dataset.file_name),
            caption=in_words(self._house, reader, dataset),
            parse_mode="HTML",
        )
