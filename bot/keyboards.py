"""Buttons: inline ones under cards and questions, and the keyboard at the bottom that fits what somebody is doing."""

from collections.abc import Iterable, Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.house import House, language_of
from bot.silence import is_silent
from core.case import Case
from core.people import Person

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


def in_rows(buttons: Sequence[InlineKeyboardButton], width: int) -> Rows:
    """Buttons laid out in rows."""
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]


def menu(house: House, person: Person, alarm: Case | None = None) -> ReplyKeyboardMarkup:
    """The keyboard at the bottom, made once for all who are in the same situation."""
    place = alarm.place if alarm is not None else None
    stage = (alarm is not None, place is not None, is_silent(alarm))
    situation = (language_of(person), person.roles, person.on_duty, *stage)
    if situation not in house.menus:
        house.menus[situation] = _menu(house, person, alarm)
    return house.menus[situation]


def _menu(house: House, person: Person, alarm: Case | None) -> ReplyKeyboardMarkup:
    """While an alarm waits for its position there is one thing to do."""
    if alarm is not None and alarm.place is None:
        rows = [[_asks_location(house, person)], [_word(house, person, CANCEL)]]
    elif alarm is not None:
        rows = [_alarms(house, person), [_asks_location(house, person), _word(house, person, STATUS)]]
        if not is_silent(alarm):
            rows.append([_word(house, person, SILENCE)])
    else:
        rows = [_alarms(house, person), *_services(house, person), *_staff(house, person)]
    return ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True, is_persistent=True)


def menu_words(house: House) -> dict[str, str]:
    """Every label of the menu in every language, and the key or command that it stands for."""
    keys = (LOCATE, CANCEL, STATUS, SILENCE, TASKS, DUTY_ON, DUTY_OFF)
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


def _services(house: House, person: Person) -> list[list[KeyboardButton]]:
    names = [
        name
        for name, procedure in house.shelf.in_force.items()
        if procedure.lane != "alarm"
        and procedure.open.command
        and any(person.holds(role) for role in procedure.open.by)
    ]
    buttons = [_procedure(house, person, name) for name in names] + [_word(house, person, STATUS)]
    return [buttons[start : start + 2] for start in range(0, len(buttons), 2)]


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
