"""What may come before a case is opened: named hooks, written here once and used by any file (`before:`)."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot import datasets
from bot.texts import Markup
from bot.visit import Visit
from core.dataset import matching

OFFERED_MOST = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may be what was asked for: its id, its button, and what it is."""

    id: str
    label: str
    words: Markup


@dataclass(frozen=True, slots=True)
class Hook:
    """`find` looks for what may stand in for a case, by what was asked in words; `take` hands one of them over."""

    find: Callable[[Visit, str], Awaitable[Sequence[Offer]]]
    take: Callable[[Visit, str], Awaitable[Any]]


async def _published(visit: Visit, words: str) -> Sequence[Offer]:
    found = matching(await visit.desk.unit.datasets(), words, OFFERED_MOST)
    house, person = visit.desk.house, visit.person
    return [
        Offer(one.id, visit.label("dataset-take", name=one.name), datasets.in_words(house, person, one))
        for one in found
    ]


async def _publish(visit: Visit, dataset_id: str) -> Any:
    dataset = next((one for one in await visit.desk.unit.datasets() if one.id == dataset_id), None)
    if dataset is None:
        return visit.reply("dataset-gone", await visit.menu())
    return await datasets.take(visit, dataset)


HOOKS: dict[str, Hook] = {"published_data": Hook(_published, _publish)}
