"""Storms: times with more alarms than people."""

from sqlalchemy import BigInteger, ForeignKey, Table, Text

from storage.database import Instant
from storage.schema.columns import key, may, metadata, must
from storage.schema.people import people

storms = Table(
    "storms",
    metadata,
    key("id", BigInteger, "Number of the storm."),
    must("procedure", Text, "Procedure whose cases are queued."),
    must("began_at", Instant, "When it began."),
    may("began_by", BigInteger, "Who declared it; null where the number of alarms did.", ForeignKey(people.c.id)),
    must("busy_at", Instant, "When alarms last came too fast."),
    must("summed_at", Instant, "When it was last summed up."),
    may("rung_at", Instant, "When the queue last rang."),
    may("ended_at", Instant, "When it ended; null while it is on."),
)
