"""What the office has changed of its calendar."""

from sqlalchemy import BigInteger, Date, ForeignKey, Table, Text, Time

from storage.database import Instant
from storage.schema.columns import key, may, metadata, must
from storage.schema.people import people

corrections = Table(
    "corrections",
    metadata,
    key("number", BigInteger, "Number of the correction; of two for one day the higher counts."),
    must("change", Text, "closed, open (works on a free day) or hours (other hours)."),
    must("first", Date, "First day."),
    must("last", Date, "Last day."),
    may("opens", Time, "Opening on those days, where the hours are others."),
    may("closes", Time, "Closing on those days, where the hours are others."),
    must("reason", Text, "Reason, as whoever made it wrote it."),
    must("made_by", BigInteger, "Who made it.", ForeignKey(people.c.id)),
    must("made_at", Instant, "When it was made."),
    may("removed_by", BigInteger, "Who took it back.", ForeignKey(people.c.id)),
    may("removed_at", Instant, "When it was taken back; null while it counts."),
)
