"""A place whose code was scanned: kept for ten minutes, so that an alarm pressed meanwhile knows where it is."""

from dataclasses import asdict
from datetime import timedelta
from typing import Any

from bot.flows import cry
from bot.visit import Visit
from core.answers import position
from storage.place_codes import PlaceCode

STATE = "code"
KEPT_FOR = timedelta(minutes=10)


def keep(visit: Visit, place: PlaceCode) -> None:
    """Keep the place; where a cry for help is kept already, it goes along with that."""
    if cry.is_asked(visit):
        kept = [*visit.conversation.data.get("kept", ()), *(list(part) for part in parts(visit, place))]
        visit.go_to(cry.STATE, {**visit.conversation.data, "kept": kept})
    else:
        visit.go_to(STATE, asdict(place))


def goes_along(visit: Visit) -> None:
    """A cry for help after a scan: the place is kept with it."""
    if found := kept(visit):
        visit.go_to(cry.STATE, {"kept": [list(part) for part in found]})


def kept(visit: Visit) -> list[tuple[str, Any]]:
    """What a code that was scanned a moment ago says, as an alarm takes it."""
    at = visit.conversation.updated_at
    if visit.conversation.state != STATE or at is None or visit.desk.now - at > KEPT_FOR:
        return []
    return parts(visit, PlaceCode(**visit.conversation.data))


def parts(visit: Visit, place: PlaceCode) -> list[tuple[str, Any]]:
    """The position of the place, and its name for whoever reads the card."""
    landmark = place.landmark or "none"
    words = visit.desk.house.label(None, "code-words", name=place.name, landmark=landmark)
    return [("location", position(place.lat, place.lon, visit.desk.now)), ("text", words)]
