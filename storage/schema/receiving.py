"""What comes in, and what conversations wait for."""

from sqlalchemy import BigInteger, Boolean, Float, Index, Integer, Table, Text

from storage.database import Instant
from storage.schema.columns import Json, key, may, metadata, must

inbox = Table(
    "inbox",
    metadata,
    key("update_id", BigInteger, "Number of the update; a second one with it is dropped."),
    must("received_at", Instant, "When it came; the moment at which it is decided."),
    must("chat_id", BigInteger, "Chat it came from, 0 where it has none."),
    may("person_id", BigInteger, "Telegram id of the sender, if any."),
    must("urgent", Boolean, "Taken before the others."),
    must("raw", Text, "The update as it came, JSON."),
    must("state", Text, "new, done, parked or ignored."),
    must("strikes", Integer, "Times that it could not be handled."),
    may("done_at", Instant, "When it was done with, whichever way."),
    may("fault", Text, "Why it could not be handled, last time."),
)
Index("ix_inbox_queue", inbox.c.state, inbox.c.urgent, inbox.c.received_at, inbox.c.update_id)

conversations = Table(
    "conversations",
    metadata,
    key("chat_id", BigInteger, "Chat it is held in."),
    key("user_id", BigInteger, "Telegram id of whom it is held with."),
    may("state", Text, "The question that waits for an answer."),
    must("data", Json, "The answers so far."),
    must("updated_at", Instant, "When it last moved."),
)

lease = Table(
    "lease",
    metadata,
    key("id", Integer, "Always 1."),
    must("epoch", BigInteger, "How often the work has changed hands; each commit of the work checks it."),
    must("holder", Text, "What the process that works calls itself; empty when none does."),
    must("until", Float, "When it runs out unless it is renewed: seconds since 1970 by the database's clock."),
)
