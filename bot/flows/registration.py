"""Registering: a name, one's own number, and a relative only for whoever wants one; each may be withdrawn."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from bot.flows.sheets import SHEETS, Sheet
from bot.visit import Visit
from core.field import Fields
from core.people import Relative

NAME = "registration"
_FIELDS = TypeAdapter(Fields)
_GIVEN = "$relative_name given"
_ASKED: tuple[dict[str, Any], ...] = (
    {"id": "name", "type": "text", "min": 2, "max": 64, "voice": False},
    {"id": "phone", "type": "phone"},
    {"id": "relative_name", "type": "text", "min": 2, "max": 64, "voice": False, "optional": True},
    {"id": "relative_phone", "type": "phone", "own": False, "when": _GIVEN},
    {"id": "relative_allowed", "type": "yes_no", "when": _GIVEN},
)
_WORDED = {
    "name": "registration-name",
    "phone": "registration-phone",
    "relative_name": "registration-relative-name",
    "relative_phone": "registration-relative-phone",
    "relative_allowed": "registration-relative-allowed",
}


def fields(visit: Visit) -> Fields:
    """The questions, each with its reason; whoever is of the office goes by the name that the office gave."""
    texts = visit.desk.house.texts
    asked = (one for one in _ASKED if one["id"] != "name" or not visit.person.roles)
    return _FIELDS.validate_python(
        [{**one, "ask": {la: texts.label(la, _WORDED[one["id"]]) for la in texts.languages}} for one in asked]
    )


async def keep(visit: Visit, answers: Mapping[str, Any]) -> Any:
    """Registered from now on; what was given earlier is replaced."""
    relative = None
    if "relative_name" in answers and "relative_phone" in answers:
        relative = Relative(answers["relative_name"], answers["relative_phone"], bool(answers.get("relative_allowed")))
    visit.keep(
        name=answers.get("name", visit.person.name),
        phone=answers["phone"],
        registered_at=visit.desk.now,
        relative=relative,
    )
    visit.desk.unit.note("Registered", {"person": visit.person.id}, visit.person.id)
    return visit.reply("registration-kept", await visit.menu())


def withdraw(visit: Visit) -> None:
    """Forget what was given; the name becomes again what Telegram says."""
    name = visit.person.name if visit.person.roles else visit.called
    visit.keep(name=name, phone=None, registered_at=None, relative=None)
    visit.desk.unit.note("RegistrationWithdrawn", {"person": visit.person.id}, visit.person.id)


SHEETS[NAME] = Sheet(fields, keep)
