"""Every reporter of a merged event: which case is worked on for theirs, and what they are told of it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import closing
from bot.silence import VALUE
from core.case import Case
from core.commands import Conclude
from storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from bot.aftermath import Aftermath

OWN = ("position", "landmark", "street", "phone")
"""What a merged case's reporter is told of as their own."""


async def main_of(unit: UnitOfWork, case: Case) -> Case | None:
    """The case that is worked on for a merged one: the head of the chain; None for a case that stands by itself."""
    head = case
    while head.merged is not None and (above := await unit.case(head.merged)) is not None:
        head = above
    return head if head.id != case.id else None


async def members_of(unit: UnitOfWork, case: Case) -> list[Case]:
    """The open cases that a case is worked on for, also by way of others."""
    found: list[Case] = []
    for member_id in case.members:
        member = await unit.case(member_id)
        if member is not None and member.is_open:
            found += [member, *await members_of(unit, member)]
    return found


async def views_of(after: "Aftermath") -> list["Aftermath"]:
    """The aftermath as each merged case's reporter is told of it: their own report, with the main one's course."""
    members = await members_of(after.desk.unit, after.case)
    return [replace(after, case=told_as(member, after.case), views={}) for member in members]


async def conclude(after: "Aftermath", outcome: str) -> None:
    """What was merged into a case that has ended ends with it."""
    for member_id in after.case.members:
        member = await after.desk.unit.case(member_id)
        if member is not None and member.is_open:
            await after.desk.decide(member, Conclude(outcome=outcome))


def told_as(member: Case, main: Case) -> Case:
    """The case that a merged one's reporter is told of."""
    return replace(
        main,
        id=member.id,
        ticket=member.ticket,
        requester=member.requester,
        opened_at=member.opened_at,
        opened_by=member.opened_by,
        presses=member.presses,
        members=(),
        values={**main.values, **{name: member.values.get(name) for name in (VALUE, closing.VALUE)}},
        personal={**main.personal, **{name: member.personal.get(name) for name in OWN}},
    )
