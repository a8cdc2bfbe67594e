"""What a card is about: a case as it stands, and whoever looks at it."""

from dataclasses import dataclass
from datetime import datetime

from bot.surroundings import NOTHING_AROUND, Surroundings
from core.case import Case
from core.office import Office
from core.people import Person
from core.procedure import Procedure


@dataclass(frozen=True, slots=True)
class Subject:
    """What a card shows, and to whom."""

    case: Case
    procedure: Procedure
    office: Office
    viewer: Person
    requester: Person | None
    now: datetime
    around: Surroundings = NOTHING_AROUND
    others: int = 0
    """How many other cases wait at the viewer's desk."""
