"""Who is on duty, as far as the clock must look at it."""

from sqlalchemy import BigInteger, ForeignKey, Index, Table

from storage.database import Instant
from storage.schema.columns import key, metadata, must
from storage.schema.people import people

sound_tests = Table(
    "sound_tests",
    metadata,
    key("person_id", BigInteger, "Who has not pressed Dengar yet.", ForeignKey(people.c.id)),
    must("due_at", Instant, "When the phone counts as not heard."),
)
Index("ix_sound_tests_due_at", sound_tests.c.due_at)
