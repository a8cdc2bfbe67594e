"""Jangan telepon: whoever stands beside the citizen may read the screen and hear the phone.

As long as such an alarm is open, every text to its requester is neutral and comes without a sound.
"""

from typing import Any, TypeVar

from aiogram.methods import TelegramMethod

from core.case import Case
from storage.unit_of_work import UnitOfWork

Method = TypeVar("Method", bound=TelegramMethod[Any])

VALUE = "silent"
NEUTRAL = {
    "alarm-no-location": "silent-no-place",
    "odd-position": "silent-no-place",
    "location-by-clip": "silent-no-place",
    "number-by-clip": "silent-unreadable",
    "relocate-ask": "silent-no-place",
    "alarm-nobody-yet": "silent-waiting",
    "alarm-asked-directly": "silent-waiting",
    "alarm-officer-turned-back": "silent-waiting",
    "undone-requester": "silent-waiting",
    "alarm-taken": "silent-in-hand",
    "alarm-on-the-way": "silent-in-hand",
    "crew-coming": "silent-in-hand",
    "alarm-arrived": "silent-there",
    "alarm-other-service": "silent-in-hand",
    "alarm-handed-over": "silent-closed",
    "alarm-closed": "silent-closed",
    "alarm-not-emergency": "silent-closed",
    "alarm-withdrawn": "silent-closed",
    "alarm-closed-safe": "silent-closed",
    "alarm-settled": "silent-closed",
    "alarm-head-asks": "silent-question",
    "alarm-operator-asks": "silent-question",
    "alarm-officer-asks": "silent-question",
    "alarm-unreadable": "silent-unreadable",
    "alarm-words-only": "silent-unreadable",
    "edit-unread": "silent-unreadable",
    "unknown-command": "silent-unreadable",
}
"""What is said instead; any other text becomes `silent-received`."""
PLAIN = ("form-", "wrong-", "language-", "refused-")
"""Texts that are neutral as they are."""


def is_silent(case: Case | None) -> bool:
    """Whether the requester of an open or just closed alarm must not be phoned."""
    return case is not None and case.values.get(VALUE) is True


async def is_wanted(unit: UnitOfWork, person_id: int) -> bool:
    """Whether somebody has an open alarm of that kind."""
    return any(is_silent(case) for case in await unit.open_cases_of(person_id))


def neutral(key: str) -> str:
    """The text that stands in for another."""
    return key if key.startswith(PLAIN) else NEUTRAL.get(key, "silent-received")


def without_sound(method: Method) -> Method:
    """The same message, which no phone rings or lights up for."""
    return method.model_copy(update={"disable_notification": True})
