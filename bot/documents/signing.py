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
    return [await signed_as(after, one, titles.get(one.by or 0)) for one in wanted]


def signature_under(after: "Aftermath", asked: Order) -> Signature | None:
    """The signature, no paraf, under what the letter is bound behind; None where it is bound behind nothing."""
    put = (one for one in after.case.signatures if one.mark != "paraf" and _counts(after.case, asked, one))
    return max(put, key=lambda one: one.at, default=None) if asked.after is not None else None


def _counts(case: Case, asked: Order, signature: Signature) -> bool:
    of_what = asked.after is None or asked.after == f"${signature.what}"
    return of_what and signature.version == len(versions(case, signature.what))


async def signed_as(after: "Aftermath", signature: Signature, titles: Titles | None) -> dict[str, Any]:
    """As what they signed; who has left the office since is named all the same."""
    person = await after.person(signature.by or 0)
    role = signature.capacity if signature.capacity in after.procedure.known_roles else None
    position = after.procedure.role_title(role).id if role is not None else ""
    return {
        "mark": signature.mark,
        "act": after.house.texts.label(wording.LANGUAGE, f"signed-{signature.mark}"),
        "name": person.name if person is not None else wording.BLANK,
        "position": signature.acting or (titles.position if titles is not None else "") or position,
        "capacity": "",
        "moment": wording.moment(after.house, signature.at),
        "document": next((sha256 for _, sha256 in signature.files), ""),
    }
