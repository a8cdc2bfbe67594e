"""The street at the place of a case: asked for once a place, and shown only while it is the street of that place."""

from typing import TYPE_CHECKING

from core.case import Case
from core.distance import great_circle_m
from core.people import Fix
from storage.errands import Errand

if TYPE_CHECKING:
    from bot.aftermath import Aftermath

SAME_STREET_M = 150.0


def ask(after: "Aftermath") -> None:
    """Have the street at the place looked up, where there is somebody to ask; each place is asked for once."""
    place = after.case.place
    if after.house.geocodes and place is not None:
        payload = {"case_id": after.case.id, "lat": place.lat, "lon": place.lon}
        key = f"geocode:{after.case.id}:{place.lat:.4f}:{place.lon:.4f}"
        after.desk.unit.ask(Errand("geocode", payload, after.case.id, key))


def of(case: Case) -> str | None:
    """The street at the place, as long as it is the street of that place and not of an earlier one."""
    street, place = case.personal.get("street"), case.place
    if isinstance(street, str) or street is None or place is None:
        return street
    return street["name"] if is_near(place, street["lat"], street["lon"]) else None


def is_near(place: Fix, lat: float, lon: float) -> bool:
    """Whether what was found out about a position holds for the place too."""
    return great_circle_m(place.lat, place.lon, lat, lon) <= SAME_STREET_M
