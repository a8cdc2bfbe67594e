"""What is booked, as one update sees and changes it: places of slots, and people who are needed at a moment."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from core.slots import Engagement
from storage.bookings import PERSON, Place, engagement, of_person

if TYPE_CHECKING:
    from storage.known import Known


class Bookings:
    """The part of a unit of work that books."""

    def __init__(self, known: "Known", own: dict[Place, int | None], earlier: dict[Place, int | None]) -> None:
        """`own` is what this unit changes, over what `earlier` ones of its batch have changed."""
        self._known, self._own, self._earlier = known, own, earlier

    async def engagements(self) -> tuple[Engagement, ...]:
        """Who is needed when."""
        return tuple(engagement(place) for place in await self.places() if place.what.startswith(PERSON))

    async def places(self) -> dict[Place, int]:
        """The places that are held, each with its case."""
        held = {**await self._known.read_bookings(), **self._earlier, **self._own}
        return {place: case_id for place, case_id in held.items() if case_id is not None}

    async def taken(self, what: str, without: int) -> Counter[datetime]:
        """How many places of each moment other cases hold."""
        held = (await self.places()).items()
        return Counter(place.at for place, case_id in held if place.what == what and case_id != without)

    async def of_case(self, case_id: int, what: str) -> frozenset[datetime]:
        """The moments at which a case holds a place."""
        held = (await self.places()).items()
        return frozenset(place.at for place, holder in held if (place.what, holder) == (what, case_id))

    async def hold(self, case_id: int, what: str, slots: Mapping[datetime, int]) -> datetime | None:
        """Have a case hold one place at each of these moments and no others, of so many that there are.

        Returns the moment that has none left; nothing has changed then.
        """
        held = {place: holder for place, holder in (await self.places()).items() if place.what == what}
        mine = {place.at: place for place, holder in held.items() if holder == case_id}
        changed: dict[Place, int | None] = {place: None for at, place in mine.items() if at not in slots}
        for at, capacity in slots.items():
            numbers = (Place(what, at, number) for number in range(1, capacity + 1))
            free = mine.get(at) or next((place for place in numbers if place not in held), None)
            if free is None:
                return at
            if at not in mine:
                changed[free] = case_id
        self._own |= changed
        return None

    async def engage(self, case_id: int, needed: Collection[Engagement]) -> None:
        """Have these people needed for a case at these moments, and nobody else."""
        wanted = {of_person(one) for one in needed}
        places = (await self.places()).items()
        had = {place for place, holder in places if holder == case_id and place.what.startswith(PERSON)}
        self._own |= dict.fromkeys(had - wanted) | dict.fromkeys(wanted - had, case_id)
