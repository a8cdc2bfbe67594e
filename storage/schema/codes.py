"""Short codes that stand for an action of a case."""

from sqlalchemy import BigInteger, ForeignKey, Table, Text

from storage.database import Instant
from storage.schema.cases import cases
from storage.schema.columns import key, metadata, must

codes = Table(
    "codes",
    metadata,
    key("code", Text, "What is typed, or scanned as a part of a deep link."),
    must("case_id", BigInteger, "Case that it belongs to.", ForeignKey(cases.c.id)),
    must("action", Text, "Action of the case that it stands for."),
    must("created_at", Instant, "When it was given."),
)
