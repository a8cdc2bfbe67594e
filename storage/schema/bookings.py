"""What is booked: places of slots, and people who are needed at a moment."""

from sqlalchemy import BigInteger, ForeignKey, Index, Table, Text

from storage.database import Instant
from storage.schema.cases import cases
from storage.schema.columns import key, metadata, must

bookings = Table(
    "bookings",
    metadata,
    key("what", Text, "Procedure or person."),
    key("at", Instant, "When."),
    key("place", BigInteger, "Number of the place, from 1; of a person the case, for they are asked even so."),
    must("case_id", BigInteger, "Case that holds it.", ForeignKey(cases.c.id)),
    Index("ix_bookings_case_id", "case_id"),
    Index("ix_bookings_at", "at"),
)
