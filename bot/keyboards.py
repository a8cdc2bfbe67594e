"""Buttons: inline ones under cards and questions, and the keyboard at the bottom that fits what somebody is doing."""

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.closing import is_asked
from bot.house import House, language_of
from bot.silence import is_silent
from core.case import Case
from core.people import Person
from core.rehearsal import buttons
from core.vocabulary import PUBLISHED_DATA

Rows = list[list[InlineKeyboardButton]]
LOCATE, CANCEL, STATUS, TASKS, DUTY_ON, DUTY_OFF = (
    "menu-locate",
    "menu-cancel",
    "menu-status",
    "menu-tasks",
    "menu-duty-on",
    "menu-duty-off",
)
SILENCE = "menu-silence"
SAFE, NEEDED, NUMBER, AGAIN = "menu-safe", "menu-needed", "menu-number", "menu-again"
UNDER_DURESS = "menu-go-on"
"""What takes Batal back where the screen may be read by somebody else."""
DATASETS = "menu-datasets"
RELOCATE, PANIC_HERE = "menu-relocate", "menu-panic-here"
ON_DUTY_ROLES = ("operator", "officer")


def button(label: str, press: str, style: str | None = None) -> InlineKeyboardButton:
    """An inline button; `style` is danger, success or primary."""
    if style is None:
        return InlineKeyboardButton(text=label, callback_data=press)
    return InlineKeyboardButton(text=label, callback_data=press, style=style)


def inline(rows: Iterable[Sequence[InlineKeyboardButton]]) -> InlineKeyboardMarkup | None:
    """Inline buttons, or nothing when there are none."""
    filled = [list(row) for row in rows if row]
    return InlineKeyboardMarkup(inline_keyboard=filled) if filled else None


def in_rows(found: Sequence[InlineKeyboardButton], width: int) -> Rows:
    """Buttons laid out in rows."""
    return [list(found[start : start + width]) for start in range(0, len(found), width)]


def menu(house: House, person: Person, alarm: Case | None = None) -> ReplyKeyboardMarkup:
    """The keyboard at the bottom, made once for all who are in the same situation."""
    if alarm is not None and _is_rehearsal(house, alarm):
        rehearsal = (alarm.procedure_version, alarm.place is None)
        situation: Hashable = (language_of(person), person.roles, person.on_duty, rehearsal)
        if situation not in house.menus:
            house.menus[situation] = _of_rehearsal(house, person, alarm)
        return house.menus[situation]
    situation = (language_of(person), person.roles, person.on_duty, _stage(house, alarm))
    if situation not in house.menus:
        house.menus[situation] = _menu(house, person, _stage(house, alarm))
    return house.menus[situation]


class Stage(NamedTuple):
    """Where somebody's alarm stands, as far as their keyboard goes."""

    is_open: bool = False
    waits_for_place: bool = False
    is_silent: bool = False
    asks_close: bool = False
    may_share_number: bool = False


def _stage(house: House, alarm: Case | None) -> Stage:
    if alarm is None:
        return Stage()
    at_entry = alarm.step(house.shelf.of(alarm).entry.id) is not None
    wanted = "operator" in alarm.named and "phone" not in alarm.personal
    return Stage(True, at_entry and alarm.place is None, is_silent(alarm), is_asked(alarm), wanted)


def _menu(house: House, person: Person, stage: Stage) -> ReplyKeyboardMarkup:
    """While an alarm waits for its position there is one thing to do; a silent one shows nothing that names it."""
    place = [_asks_location(house, person)]
    if not stage.is_open:
        rows = [_alarms(house, person), *_services(house, person), *_staff(house, person)]
    elif stage.is_silent:
        closing = _word(house, person, UNDER_DURESS if stage.asks_close else CANCEL)
        rows = [place, [_word(house, person, AGAIN), closing]]
    elif stage.waits_for_place:
        rows = [place, [_word(house, person, CANCEL)]]
    else:
        wishes = [_word(house, person, SILENCE), _word(house, person, RELOCATE)]
        rows = [_alarms(house, person), [*place, _word(house, person, STATUS)], wishes]
        rows.append([_word(house, person, NEEDED if stage.asks_close else SAFE)])
        if stage.may_share_number:
            rows[-1].insert(0, KeyboardButton(text=house.label(person, NUMBER), request_contact=True))
    return ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True, is_persistent=True)


def contact(house: House, person: Person, *, back: bool, skip: bool) -> ReplyKeyboardMarkup:
    """The keyboard that asks for the person's own contact; the alarm stays on top of it."""
    asks = KeyboardButton(text=house.label(person, "form-own-contact"), request_contact=True, style="primary")
    ways = [word for word, is_there in (("form-back", back), ("form-skip", skip), ("form-cancel", True)) if is_there]
    rows = [_alarms(house, person), [asks], [_word(house, person, word) for word in ways]]
    return ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True, one_time_keyboard=True)


def menu_here(house: House, person: Person) -> ReplyKeyboardMarkup:
    """The menu with an alarm on top that knows the place whose code was scanned."""
    usual = menu(house, person)
    here = [KeyboardButton(text=house.label(person, PANIC_HERE), style="danger")]
    return usual.model_copy(update={"keyboard": [here, *usual.keyboard[1:]]})


def menu_words(house: House) -> dict[str, str]:
    """Every label of the menu in every language, and the key or command that it stands for."""
    duress = (SILENCE, SAFE, NEEDED, NUMBER, AGAIN, UNDER_DURESS)
    keys = (LOCATE, CANCEL, STATUS, *duress, RELOCATE, PANIC_HERE, DATASETS, TASKS, DUTY_ON, DUTY_OFF)
    words = {house.texts.label(language, key): key for language in house.texts.languages for key in keys}
    for procedure in house.shelf.in_force.values():
        if procedure.open.command is not None and procedure.open.label is not None:
            for language in house.texts.languages:
                words[procedure.open.label.in_language(language)] = f"/{procedure.open.command}"
        if (on_behalf := procedure.open.on_behalf) is not None:
            words |= {on_behalf.label.in_language(one): f"/{on_behalf.command}" for one in house.texts.languages}
    return words


def _alarms(house: House, person: Person) -> list[KeyboardButton]:
    return [
        _procedure(house, person, name)
        for name, p in house.shelf.in_force.items()
        if p.lane == "alarm" and p.open.command
    ]


def _is_rehearsal(house: House, case: Case) -> bool:
    return house.shelf.of(case).rehearses is not None


def _of_rehearsal(house: House, person: Person, case: Case) -> ReplyKeyboardMarkup:
    """The real alarm on top; Jangan telepon stands where it stands in an alarm."""
    own = [KeyboardButton(text=one.label.in_language(language_of(person))) for one in buttons(house.shelf.of(case))]
    rows = [_alarms(house, person), [_asks_location(house, person)], own]
    if case.place is not None:
        rows.insert(2, [_word(house, person, SILENCE)])
    return ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True, is_persistent=True)


def _services(house: House, person: Person) -> list[list[KeyboardButton]]:
    names = [
        name
        for name, procedure in house.shelf.in_force.items()
        if procedure.lane != "alarm"
        and procedure.open.command
        and any(person.holds(role) for role in procedure.open.by)
    ]
    offered = [_procedure(house, person, name) for name in names]
    if publishes(house):
        offered.append(_word(house, person, DATASETS))
    offered.append(_word(house, person, STATUS))
    return [offered[start : start + 2] for start in range(0, len(offered), 2)]


def publishes(house: House) -> bool:
    """Whether some procedure gives out what is published, so that people may look through it too."""
    return any(procedure.open.before == PUBLISHED_DATA for procedure in house.shelf.in_force.values())


def _staff(house: House, person: Person) -> list[list[KeyboardButton]]:
    if not person.roles:
        return []
    row = [_word(house, person, TASKS)]
    if any(person.holds(role) for role in ON_DUTY_ROLES):
        row.append(_word(house, person, DUTY_OFF if person.on_duty else DUTY_ON))
    entries = [one.open.on_behalf for one in house.shelf.in_force.values() if one.open.on_behalf is not None]
    mine = [one.label.in_language(language_of(person)) for one in entries if any(map(person.holds, one.by))]
    return [row, [KeyboardButton(text=label) for label in mine]] if mine else [row]


def _procedure(house: House, person: Person, name: str) -> KeyboardButton:
    procedure = house.shelf.in_force[name]
    label = (procedure.open.label or procedure.title).in_language(language_of(person))
    if procedure.open.style is None:
        return KeyboardButton(text=label)
    return KeyboardButton(text=label, style=procedure.open.style)


def _word(house: House, person: Person, key: str) -> KeyboardButton:
    return KeyboardButton(text=house.label(person, key))


def _asks_location(house: House, person: Person) -> KeyboardButton:
    return KeyboardButton(text=house.label(person, LOCATE), request_location=True, style="primary")
