"""/dataset: what the office has published, to be looked through and taken."""

from typing import Any

from aiogram.types import Message

from bot import datasets, keyboards
from bot.facts import clipped
from bot.presses import Press, data
from bot.routes import Routes
from bot.visit import Visit

routes = Routes()

PAGE = 5
LABEL_MOST = 60


@routes.command("dataset", "datasets")
@routes.word(keyboards.DATASETS)
async def browse(message: Message, visit: Visit) -> Any:
    """The published datasets, a few at a time."""
    return await _page(visit, 0)


@routes.press("datasets")
async def more(press: Press, visit: Visit) -> Any:
    """Another page."""
    return await _page(visit, max(0, press.number(0)))


@routes.press("dataset")
async def take(press: Press, visit: Visit) -> Any:
    """One of them: its file or its link."""
    found = next((one for one in await visit.desk.unit.datasets() if one.id == press.part(0)), None)
    if found is None:
        return visit.toast("dataset-gone", alert=True)
    return [await datasets.take(visit, found), visit.toast("instead-taken")]


async def _page(visit: Visit, number: int) -> Any:
    published = await visit.desk.unit.datasets()
    shown = published[number * PAGE : (number + 1) * PAGE]
    if not shown:
        return visit.reply("dataset-none", await visit.menu())
    rows = [
        [keyboards.button(clipped(visit.label("dataset-take", name=one.name), LABEL_MOST), data("dataset", one.id))]
        for one in shown
    ]
    if len(published) > (number + 1) * PAGE:
        rows.append([keyboards.button(visit.label("dataset-more"), data("datasets", number + 1))])
    house = visit.desk.house
    found = house.join(datasets.in_words(house, visit.person, one) for one in shown)
    return visit.reply("dataset-list", keyboards.inline(rows), count=len(published), found=found)
