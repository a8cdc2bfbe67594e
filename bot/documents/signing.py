"""Paraf and signature as the record has them, for the block that a letter prints."""

from typing import TYPE_CHECKING, Any

from bot.documents import wording
from core.case import Case
from core.drafts import Signature, versions
from core.letter_order import Order
from storage.titles import Titles

if TYPE_CHECKING:
    from bot.aftermath import Aftermath


async def signatures(after: "Aftermath", asked: Order) -> list[dict[str, Any]]:
    """Who has put their name to what the letter is bound behind, else to the newest version of anything, in order."""
    wanted = [one for one in after.case.signatures if _counts(after.case, asked, one)]
    titles = await after.desk.unit.titles(one.by for one in wanted if one.by is not None)
    return [_printed(after, one, titles.get(one.by or 0)) for one in wanted]


def _counts(case: Case, asked: Order, signature: Signature) -> bool:
    of_what = asked.after is None or asked.after == f"${signature.what}"
    return of_what and signature.version == len(versions(case, signature.what))


def _printed(after: "Aftermath", signature: Signature, titles: Titles | None) -> dict[str, Any]:
    person = after.office.person(signature.by or 0)
    role = signature.capacity if signature.capacity in after.procedure.known_roles else None
    position = after.procedure.role_title(role).id if role is not None else ""
    return {
        "act": after.house.texts.label(wording.LANGUAGE, f"signed-{signature.mark}"),
        "name": person.name if person is not None else wording.BLANK,
        "position": (titles.position if titles is not None else "") or position,
        "capacity": "",
        "moment": wording.moment(after.house, signature.at),
        "document": next((sha256 for _, sha256 in signature.files), ""),
    }
