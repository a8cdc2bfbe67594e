"""What has happened, which is never changed, and what of it belongs to people, which can be erased."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text
from sqlalchemy import UniqueConstraint as Unique

from storage.database import Instant
from storage.schema.cases import cases
from storage.schema.columns import Json, key, may, metadata, must

events = Table(
    "events",
    metadata,
    key("seq", BigInteger, "Place in the chain, 1 to n without gaps."),
    may("case_id", BigInteger, "Case it belongs to, if any.", ForeignKey(cases.c.id)),
    may("case_version", Integer, "The case's version after it."),
    must("kind", Text, "What happened."),
    must("at", Text, "When, as the hash covers it: ISO 8601, UTC, microseconds."),
    may("by", BigInteger, "Id of whoever did it; null for the system."),
    must("data", Text, "Its fields as canonical JSON; digests in place of personal values."),
    must("previous", Text, "Hash of the event before it."),
    must("hash", Text, "SHA-256 over the previous hash and this row, hex."),
    Unique("case_id", "case_version"),
)

chain_head = Table(
    "chain_head",
    metadata,
    key("id", Integer, "Always 1."),
    must("seq", BigInteger, "Place of the last event, so that a cut tail shows."),
    must("hash", Text, "Hash of the last event."),
)

personal_values = Table(
    "personal_values",
    metadata,
    key("seq", BigInteger, "Event it belongs to.", ForeignKey(events.c.seq)),
    key("name", Text, "Field of the event."),
    Column("case_id", BigInteger, index=True, comment="Case it belongs to, if any."),
    must("salt", Text, "Random salt of the digest, hex."),
    may("value", Text, "The value as canonical JSON; null once erased."),
)

evidence = Table(
    "evidence",
    metadata,
    key("case_id", BigInteger, "Case it belongs to.", ForeignKey(cases.c.id)),
    key("number", Integer, "Number within the case."),
    must("kind", Text, "photo, voice, video or document."),
    must("file_unique_id", Text, "The file's lasting identifier."),
    must("path", Text, "Where it is kept, under the data folder."),
    must("sha256", Text, "SHA-256 of the file, hex."),
    must("size", BigInteger, "Size in bytes."),
    must("kept_at", Instant, "When it was kept."),
)

letters = Table(
    "letters",
    metadata,
    key("code", Text, "The letter's own, random, in the link printed on it."),
    must("case_id", BigInteger, "Case it belongs to.", ForeignKey(cases.c.id)),
    must("template", Text, "Template it is made from."),
    must("title", Text, "What it is called."),
    must("year", Integer, "Year of its number."),
    must("serial", BigInteger, "Place among the letters of that classification code and year, 1 to n without gaps."),
    must("number", Text, "Number as printed."),
    must("dated_at", Instant, "When it was asked for, and its date."),
    must("recipients", Json, "Ids of those who get it."),
    may("content", Json, "What it says; null once its file is made."),
    may("path", Text, "Where its file is kept, under the data folder."),
    may("sha256", Text, "SHA-256 of the file, hex."),
    may("size", BigInteger, "Size of the file in bytes."),
    Unique("template", "year", "serial"),
)
Index("ix_letters_case_id", letters.c.case_id)
Index("ix_letters_sha256", letters.c.sha256)

register = Table(
    "register",
    metadata,
    key("case_id", BigInteger, "Case it records.", ForeignKey(cases.c.id)),
    key("name", Text, "Which register; empty for the one of all procedures."),
    may("number", BigInteger, "Number of the line in its year, where the register is numbered."),
    must("ticket", Text, "Ticket number of the case."),
    must("written_at", Instant, "When it was written."),
    may("written_by", BigInteger, "Id of whoever wrote it; null for the system."),
    must("row", Json, "The columns of the register."),
)
