"""What lasts while the bot runs and every update needs: procedures, texts, areas, and how moments are written."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from html import escape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.documents.letterhead import Letterhead
from bot.texts import NOTHING, Markup, Texts, Value, local_time
from core.areas import Area, Areas, Outside
from core.case import Case
from core.distance import printed
from core.office_calendar import USUAL_CALENDAR, OfficeCalendar
from core.people import Fix, Person
from core.procedure import Procedure

if TYPE_CHECKING:
    from aiogram.types import ReplyKeyboardMarkup

LANGUAGES = ("id", "en")
BY_THE_SEA_M, FAR_M = 12_000.0, 50_000.0
"""Up to there somebody outside the areas may be at sea; from there on they are far away."""


@dataclass(slots=True)
class Shelf:
    """The procedures: those in force by id, and every version that a case was opened with."""

    in_force: dict[str, Procedure]
    versions: dict[str, Procedure] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.versions |= {procedure.version: procedure for procedure in self.in_force.values()}

    def of(self, case: Case) -> Procedure:
        """The procedure as it stood when the case was opened."""
        return self.versions[case.procedure_version]


@dataclass(slots=True)
class Identity:
    """Who the bot is at Telegram, once Telegram has told it."""

    username: str | None = None


@dataclass(frozen=True, slots=True)
class House:
    """The parts that are the same for every update."""

    shelf: Shelf
    texts: Texts
    zone: ZoneInfo
    areas: Areas | None = None
    admin_ids: tuple[int, ...] = ()
    geocodes: bool = False
    identity: Identity = field(default_factory=Identity)
    listed: dict[int, Hashable] = field(default_factory=dict)
    """By Telegram id, the roles and language for which somebody's commands were last looked at."""
    storm_from: tuple[int, timedelta] = (0, timedelta(0))
    """So many alarms in so long begin a storm by themselves; with 0 none does."""
    calendar: OfficeCalendar = USUAL_CALENDAR
    """The office's usual week, before what it has corrected."""
    letterhead: Letterhead = field(default_factory=Letterhead)
    digest_at: time = time(7, 30)
    """When the morning's digest comes, on the local clock."""
    upload_url: str | None = None
    """Where people put files that are too big for a bot."""
    menus: "dict[Hashable, ReplyKeyboardMarkup]" = field(default_factory=dict)

    def say(self, person: Person | None, key: str, known: Mapping[str, Value] = NOTHING, /, **values: Value) -> Markup:
        """A text as HTML in the person's language; what it names is taken from the values, else from what is known."""
        return self.texts.say(language_of(person), key, known, **values)

    def label(self, person: Person | None, key: str, **values: Value) -> str:
        """A text without markup, for buttons and answers to presses."""
        return self.texts.label(language_of(person), key, **values)

    def time(self, at: datetime) -> str:
        """A moment on the local clock, `14:02`."""
        return local_time(at, self.zone)

    def moment(self, at: datetime) -> str:
        """A moment with its date, `21/11 14:02`."""
        return f"{at.astimezone(self.zone):%d/%m} {self.time(at)}"

    def since(self, at: datetime, now: datetime) -> str:
        """A moment before another one: on the local clock, with its date where that is another day's."""
        same_day = at.astimezone(self.zone).date() == now.astimezone(self.zone).date()
        return self.time(at) if same_day else self.moment(at)

    def year(self, at: datetime) -> int:
        """The year on the local calendar, by which things are numbered."""
        return at.astimezone(self.zone).year

    def day(self, person: Person | None, at: datetime) -> str:
        """A day of the local calendar in the person's language, `Kam 12 Mar`."""
        return self.day_of(person, at.astimezone(self.zone).date())

    def day_of(self, person: Person | None, day: date) -> str:
        """A date in the person's language, `Kam 12 Mar`."""
        return self.label(person, "day", weekday=day.weekday(), day=str(day.day), month=day.month)

    def day_and_time(self, person: Person | None, at: datetime) -> str:
        """A moment with its day, `Kam 12 Mar 15:00`."""
        return f"{self.day(person, at)} {self.time(at)}"

    def morning_after(self, at: datetime) -> datetime:
        """The next moment at which mornings begin, on whatever day."""
        day = at.astimezone(self.zone).date()
        today = datetime.combine(day, self.digest_at, self.zone)
        return today if at < today else datetime.combine(day + timedelta(days=1), self.digest_at, self.zone)

    def date(self, at: datetime) -> str:
        """A day on the local calendar, `21/11`."""
        return f"{at.astimezone(self.zone):%d/%m}"

    def join(self, lines: Iterable[Markup]) -> Markup:
        """Texts that are HTML already, a paragraph each."""
        return Markup("\n\n".join(lines))

    def time_left(self, at: datetime, words: str) -> Markup:
        """Words that a client which can shows as the time left until then."""
        return Markup(f'<tg-time unix="{int(at.timestamp())}" format="r">{escape(words)}</tg-time>')

    def area(self, place: Fix | None) -> Area | None:
        """The kelurahan of a position, where the areas are known."""
        return self.areas.find(place.lat, place.lon) if self.areas is not None and place is not None else None

    def outside(self, place: Fix | None) -> Outside | None:
        """How far a position is from every kelurahan, where the areas are known and it lies in none."""
        return self.areas.outside(place.lat, place.lon) if self.areas is not None and place is not None else None

    def outside_words(self, place: Fix | None, language: str) -> str | None:
        """The same in words: `di luar Kota Tarakan, mungkin di laut, sekitar 2,1 km dari Kel. …`."""
        found = self.outside(place)
        if found is None or self.areas is None:
            return None
        return self.texts.label(
            language,
            "place-outside",
            city=self.areas.city or "none",
            nearest=found.nearest.kelurahan,
            far=printed(found.metres, language),
            reach="far" if found.metres > FAR_M else "near" if found.metres <= BY_THE_SEA_M else "beyond",
        )


def language_of(person: Person | None) -> str:
    """The language to speak to somebody."""
    return person.language if person is not None and person.language in LANGUAGES else LANGUAGES[0]
