"""Groups: nothing personal is said there, and nothing is done; whoever calls the bot is shown its private chat.

A group of staff that an admin has linked shows each alarm as one card, which is edited in place.
"""

from typing import TYPE_CHECKING

from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton, Message

from bot import keyboards, outgoing
from bot.facts import chosen
from bot.house import House
from bot.routes import plain
from bot.silence import is_silent
from bot.texts import Value
from core.access import foremost
from core.case import Case
from core.events import StepOpened
from core.field import ChoiceField
from core.office import Office
from core.people import Person
from core.performer import Kind
from core.procedure import Procedure

if TYPE_CHECKING:
    from bot.aftermath import Aftermath
    from bot.desk import Desk

LANE = "dispatch"


def alarm_words(house: House) -> frozenset[str]:
    """What people write who mean the alarm: its command and the words on its button, in every language."""
    alarms = [one.open for one in house.shelf.in_force.values() if one.lane == "alarm"]
    labels = [one.label.in_language(language) for one in alarms if one.label for language in house.texts.languages]
    return frozenset(one.command for one in alarms if one.command).union(map(plain, labels))


def pointer(house: House, reader: Person | None, message: Message, *, alarm: bool, username: str | None) -> SendMessage:
    """The way to the private chat, answering whoever called: words, and a button where the bot's name is known."""
    words = house.say(reader, "group-alarm" if alarm else "group-command")
    rows = link(house, reader, "grup", "button-private-chat", username)
    return outgoing.text(message.chat.id, words, keyboards.inline(rows), reply_to=message.message_id)


def link(house: House, reader: Person | None, start: str, label: str, username: str | None) -> keyboards.Rows:
    """A button that opens the private chat with `/start` and that word; none while the bot's name is not known."""
    if username is None:
        return []
    return [[InlineKeyboardButton(text=house.label(reader, label), url=f"https://t.me/{username}?start={start}")]]


async def announce(desk: "Desk", key: str, **values: Value) -> None:
    """Say something in every linked group, in Indonesian. Whoever calls this sees to it that nothing is personal."""
    for group in await desk.unit.groups():
        words = desk.house.say(None, key, **values)
        desk.unit.say(outgoing.message(outgoing.text(group.chat_id, words), LANE))


async def show(after: "Aftermath") -> None:
    """Bring the case's card in every linked group up to date; it comes with a sound once staff are called."""
    groups = await after.desk.unit.groups() if after.lane == "alarm" else []
    if not groups:
        return
    opened = [event.step for event in after.events if isinstance(event, StepOpened)]
    performers = [after.procedure.step(step).performer for step in opened]
    for_staff = any(one is not None and one.kind is not Kind.REQUESTER for one in performers)
    shown = {view.chat_id for view in await after.desk.unit.card_views(after.case.id)}
    for group in groups:
        if group.chat_id in shown or for_staff:
            ring = group.chat_id not in shown
            after.desk.unit.raise_card(after.case.id, group.chat_id, group.linked_by, LANE, ring=ring)


def card(house: House, case: Case, procedure: Procedure, office: Office) -> SendMessage:
    """What a group sees of a case: number, kind, area, step, who of the staff has it, and since when."""
    area = house.area(case.place)
    step = foremost((one for one in case.steps if not procedure.step(one.id).optional), procedure)
    outcome = procedure.outcomes.get(case.outcome or "")
    lines = [
        house.say(
            None,
            "group-card",
            ticket=case.ticket,
            kind=chosen(case, procedure, "kind", "id") or "none",
            kelurahan=area.kelurahan if area is not None and may_say_where(case, procedure) else "none",
            kecamatan=area.kecamatan if area is not None else "none",
            opened=house.time(case.opened_at),
        )
    ]
    if is_silent(case):
        lines.insert(0, house.say(None, "group-card-silent"))
    if case.closed_at is not None:
        words = outcome.in_language("id") if outcome is not None else case.outcome or "none"
        lines.append(house.say(None, "card-closed", outcome=words, time=house.time(case.closed_at)))
    elif step is not None:
        has = step.claimed_by if step.claimed_by is not None else next(iter(step.holders), 0)
        staff = office.person(has) if has != case.requester else None
        title = procedure.step(step.id).title.in_language("id")
        minutes = house.time_left(step.opened_at, house.time(step.opened_at))
        lines.append(house.say(None, "group-card-step", step=title, since=minutes))
        lines.append(house.say(None, "group-card-staff", name=staff.name if staff is not None else "none"))
    rows = link(house, None, f"case_{case.ticket}", "button-group-card", house.identity.username)
    return outgoing.text(0, "\n".join(lines), keyboards.inline(rows))


def may_say_where(case: Case, procedure: Procedure) -> bool:
    """Whether a group may read more than the kecamatan: the kind is known and not discreet, and nobody is in hiding."""
    kind = case.values.get("kind")
    choices = (one for field in procedure.fields if isinstance(field, ChoiceField) for one in field.choices)
    discreet = {choice.id for choice in choices if choice.discreet}
    return kind is not None and kind not in discreet and not is_silent(case)
