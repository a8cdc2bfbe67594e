"""How the time of a step passes: round the clock, or only while the office is open."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.duration import Duration, Unit
from core.office_calendar import OfficeCalendar

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkClock:
    """With `office` it stands still while the office is closed. Working days and months follow the calendar anyway."""

    calendar: OfficeCalendar
    office: bool

    def add(self, moment: datetime, length: timedelta) -> datetime:
        """The moment so much time later, earlier where it is negative."""
        return self.calendar.add_time(moment, length) if self.office else moment + length

    def between(self, since: datetime, until: datetime) -> timedelta:
        """How much time passes from `since` to `until`; negative where `until` comes first."""
        return self.calendar.time_between(since, until) if self.office else until - since

    def next_day(self, moment: datetime) -> datetime:
        """The same hour of the next day, of the office's next one where only its hours count."""
        return self.calendar.add_days(moment, 1) if self.office else moment + DAY

    def end(self, moment: datetime, length: Duration) -> datetime:
        """When a time of that length is over that begins then; one `before` a moment is counted back as it is said."""
        amount = -length.amount if length.before else length.amount
        if length.unit is Unit.WORKING_DAY:
            return self.calendar.add_days(moment, amount)
        if length.unit is Unit.MONTH:
            return self.calendar.add_months(moment, amount)
        delta = length.delta or timedelta(0)
        if length.before:
            return moment - delta
        if length.unit is Unit.DAY:
            return self.calendar.from_then(moment + delta) if self.office else moment + delta
        return self.add(moment, delta)
