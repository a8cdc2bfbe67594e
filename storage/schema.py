"""The tables. What belongs to people stands where it can be erased; what has happened stands where it cannot."""

from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.types import TypeEngine

from storage.database import Instant

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Kind = TypeEngine[Any] | type[TypeEngine[Any]]
Json = JSON(none_as_null=True)


def _key(name: str, kind: Kind, comment: str, *links: ForeignKey) -> Column[Any]:
    return Column(name, kind, *links, primary_key=True, autoincrement=False, comment=comment)


def _must(name: str, kind: Kind, comment: str, *links: ForeignKey) -> Column[Any]:
    return Column(name, kind, *links, nullable=False, comment=comment)


def _may(name: str, kind: Kind, comment: str, *links: ForeignKey) -> Column[Any]:
    return Column(name, kind, *links, nullable=True, comment=comment)


inbox = Table(
    "inbox",
    metadata,
    _key("update_id", BigInteger, "Number of the update; a second one with it is dropped."),
    _must("received_at", Instant, "When it came; the moment at which it is decided."),
    _must("chat_id", BigInteger, "Chat it came from, 0 where it has none."),
    _may("person_id", BigInteger, "Telegram id of the sender, if any."),
    _must("urgent", Boolean, "Taken before the others."),
    _must("raw", Text, "The update as it came, JSON."),
    _must("state", Text, "new, done, parked or ignored."),
    _must("strikes", Integer, "Times that it could not be handled."),
    _may("done_at", Instant, "When it was done with, whichever way."),
    _may("fault", Text, "Why it could not be handled, last time."),
)
Index("ix_inbox_queue", inbox.c.state, inbox.c.urgent, inbox.c.received_at, inbox.c.update_id)

conversations = Table(
    "conversations",
    metadata,
    _key("chat_id", BigInteger, "Chat it is held in."),
    _key("user_id", BigInteger, "Telegram id of whom it is held with."),
    _may("state", Text, "The question that waits for an answer."),
    _must("data", Json, "The answers so far."),
    _must("updated_at", Instant, "When it last moved."),
)

people = Table(
    "people",
    metadata,
    _key("id", BigInteger, "Random number given by us; says nothing about the person."),
    Column("telegram_id", BigInteger, unique=True, comment="Telegram id, also the private chat; null once erased."),
    _must("name", Text, "Name as the person or the office wrote it."),
    _must("language", Text, "Language of the texts: id or en."),
    _may("phone", Text, "Telephone number that the person shared."),
    _may("on_duty_since", Instant, "When the person came on duty; null while off duty."),
    _must("reachable", Boolean, "False once the person has blocked the bot."),
    _may("post_lat", Float, "Latitude of the post, WGS84 degrees."),
    _may("post_lon", Float, "Longitude of the post, WGS84 degrees."),
    _may("post_at", Instant, "When the post was given."),
    _may("post_accuracy", Float, "Accuracy of the post in metres."),
    _may("fix_lat", Float, "Latitude of the newest position, WGS84 degrees."),
    _may("fix_lon", Float, "Longitude of the newest position, WGS84 degrees."),
    _may("fix_at", Instant, "When the newest position was taken."),
    _may("fix_accuracy", Float, "Accuracy of the newest position in metres."),
    _must("created_at", Instant, "When we first met."),
)

grants = Table(
    "grants",
    metadata,
    _key("person_id", BigInteger, "Who holds the role.", ForeignKey(people.c.id)),
    _key("role", Text, "The role, as the procedures name it."),
    _key("unit", Text, "The unit it holds for; empty for the whole office."),
)

counters = Table(
    "counters",
    metadata,
    _key("name", Text, "What is counted."),
    _must("value", BigInteger, "The last number given."),
)

procedures = Table(
    "procedures",
    metadata,
    _key("version", Text, "Version that cases freeze."),
    _must("id", Text, "Procedure it is a version of."),
    _must("source", Text, "The file as it was loaded."),
    _must("loaded_at", Instant, "When it was first loaded."),
)

cases = Table(
    "cases",
    metadata,
    _key("id", BigInteger, "Number of the case."),
    Column("ticket", Text, nullable=False, unique=True, comment="Ticket number that people see."),
    _must("procedure", Text, "Procedure it runs by."),
    _must("procedure_version", Text, "Version it was opened with.", ForeignKey(procedures.c.version)),
    _must("requester", BigInteger, "Who opened it.", ForeignKey(people.c.id)),
    _must("opened_at", Instant, "When it was opened."),
    _may("closed_at", Instant, "When it ended; null while open."),
    _may("outcome", Text, "How it ended."),
    _must("version", Integer, "How many events it has had."),
    _may("next_at", Instant, "When the clock must look at it; null once closed."),
    _must("state", Json, "The rest of what is known, without personal values."),
    _may("personal", Json, "Personal values; null once erased."),
)
case_is_open = cases.c.closed_at.is_(None)
Index("ix_cases_next_at", cases.c.next_at, sqlite_where=case_is_open, postgresql_where=case_is_open)
Index("ix_cases_requester", cases.c.requester, cases.c.id)

open_steps = Table(
    "open_steps",
    metadata,
    _key("case_id", BigInteger, "Case that waits.", ForeignKey(cases.c.id)),
    _key("entry", Integer, "Number of the step within the case."),
    _key("taker", Text, "Who may take it: role:operator or person:123; one row each."),
    _may("person_id", BigInteger, "The person among the takers, null in a role's row."),
    _must("step", Text, "Step of the procedure."),
    _must("opened_at", Instant, "When the step opened."),
    _may("due_at", Instant, "When its time is up."),
)
Index("ix_open_steps_taker", open_steps.c.taker, open_steps.c.due_at)

events = Table(
    "events",
    metadata,
    _key("seq", BigInteger, "Place in the chain, 1 to n without gaps."),
    _may("case_id", BigInteger, "Case it belongs to, if any.", ForeignKey(cases.c.id)),
    _may("case_version", Integer, "The case's version after it."),
    _must("kind", Text, "What happened."),
    _must("at", Text, "When, as the hash covers it: ISO 8601, UTC, microseconds."),
    _may("by", BigInteger, "Id of whoever did it; null for the system."),
    _must("data", Text, "Its fields as canonical JSON; digests in place of personal values."),
    _must("previous", Text, "Hash of the event before it."),
    _must("hash", Text, "SHA-256 over the previous hash and this row, hex."),
    Unique("case_id", "case_version"),
)

chain_head = Table(
    "chain_head",
    metadata,
    _key("id", Integer, "Always 1."),
    _must("seq", BigInteger, "Place of the last event, so that a cut tail shows."),
    _must("hash", Text, "Hash of the last event."),
)

personal_values = Table(
    "personal_values",
    metadata,
    _key("seq", BigInteger, "Event it belongs to.", ForeignKey(events.c.seq)),
    _key("name", Text, "Field of the event."),
    Column("case_id", BigInteger, index=True, comment="Case it belongs to, if any."),
    _must("salt", Text, "Random salt of the digest, hex."),
    _may("value", Text, "The value as canonical JSON; null once erased."),
)

reminders = Table(
    "reminders",
    metadata,
    _key("case_id", BigInteger, "Case that is late.", ForeignKey(cases.c.id)),
    _key("entry", Integer, "Step that is late."),
    _key("stage", Text, "Which reminder; each is given once."),
    _must("at", Instant, "When it fell due."),
)

outbox = Table(
    "outbox",
    metadata,
    _key("id", BigInteger, "Number in order of writing."),
    _must("chat_id", BigInteger, "Chat it goes to."),
    _must("lane", Text, "alarm, dispatch, reply, nag or broadcast."),
    _must("method", Text, "Method of the Bot API."),
    _must("payload", Json, "Its parameters."),
    _may("case_id", BigInteger, "Case it is about.", ForeignKey(cases.c.id)),
    _must("reply_to_card", Boolean, "Sent as a reply to the case's card."),
    Column("key", Text, unique=True, comment="Two messages with the same key are one."),
    _must("created_at", Instant, "When it was written."),
    _may("not_before", Instant, "Not to be tried before."),
    _may("expires_at", Instant, "Not worth sending after."),
    _must("state", Text, "new, sending, sent, failed, uncertain or dropped."),
    _must("attempts", Integer, "Times that it was tried."),
    _may("message_id", BigInteger, "Message that came of it."),
    _may("error", Text, "Why it failed, last time."),
)
Index("ix_outbox_state", outbox.c.state, outbox.c.id)

card_views = Table(
    "card_views",
    metadata,
    _key("case_id", BigInteger, "Case that is shown.", ForeignKey(cases.c.id)),
    _key("chat_id", BigInteger, "Chat it is shown in."),
    _must("person_id", BigInteger, "Who looks at it.", ForeignKey(people.c.id)),
    _may("message_id", BigInteger, "Message that shows it, once there is one."),
    _must("wanted", Integer, "Raised when there is something new to show."),
    _must("shown", Integer, "The value of wanted that is shown."),
    _must("rings_wanted", Integer, "Times that it is to be sent anew."),
    _must("rings_shown", Integer, "Times that it was sent anew."),
    _may("hash", Text, "Hash of what is shown; an equal edit is skipped."),
    _must("lane", Text, "Lane it is sent in."),
    _must("showing", Boolean, "It was about to be sent anew; if it still is at a start, it may have been."),
)
card_is_stale = (card_views.c.wanted > card_views.c.shown) | (card_views.c.rings_wanted > card_views.c.rings_shown)
Index("ix_card_views_stale", card_views.c.case_id, sqlite_where=card_is_stale, postgresql_where=card_is_stale)

errands = Table(
    "errands",
    metadata,
    _key("id", BigInteger, "Number in order of writing."),
    _must("kind", Text, "What is to be done."),
    _may("case_id", BigInteger, "Case it is for.", ForeignKey(cases.c.id)),
    _must("payload", Json, "What it needs to know."),
    Column("key", Text, nullable=False, unique=True, comment="Two errands with the same key are one."),
    _must("state", Text, "new, doing, done or failed."),
    _must("attempts", Integer, "Times that it was tried."),
    _may("not_before", Instant, "Not to be tried before."),
    _must("created_at", Instant, "When it was asked for."),
    _may("result", Json, "What came of it."),
)
Index("ix_errands_state", errands.c.state, errands.c.id)

evidence = Table(
    "evidence",
    metadata,
    _key("case_id", BigInteger, "Case it belongs to.", ForeignKey(cases.c.id)),
    _key("number", Integer, "Number within the case."),
    _must("kind", Text, "photo, voice, video or document."),
    _must("file_unique_id", Text, "The file's lasting identifier."),
    _must("path", Text, "Where it is kept, under the data folder."),
    _must("sha256", Text, "SHA-256 of the file, hex."),
    _must("size", BigInteger, "Size in bytes."),
    _must("kept_at", Instant, "When it was kept."),
)

register = Table(
    "register",
    metadata,
    _key("case_id", BigInteger, "Case it records.", ForeignKey(cases.c.id)),
    _must("ticket", Text, "Ticket number of the case."),
    _must("written_at", Instant, "When it was written."),
    _may("written_by", BigInteger, "Id of whoever wrote it; null for the system."),
    _must("row", Json, "The columns of the register."),
)
