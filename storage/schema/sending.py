"""What goes out: messages, cards, and errands to the world outside."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table, Text

from storage.database import Instant
from storage.schema.cases import cases
from storage.schema.columns import Json, key, may, metadata, must
from storage.schema.people import people

outbox = Table(
    "outbox",
    metadata,
    key("id", BigInteger, "Number in order of writing."),
    must("chat_id", BigInteger, "Chat it goes to."),
    must("lane", Text, "alarm, dispatch, reply, nag or broadcast."),
    must("method", Text, "Method of the Bot API."),
    must("payload", Json, "Its parameters."),
    may("case_id", BigInteger, "Case it is about.", ForeignKey(cases.c.id)),
    must("reply_to_card", Boolean, "Sent as a reply to the case's card."),
    Column("key", Text, unique=True, comment="Two messages with the same key are one."),
    must("created_at", Instant, "When it was written."),
    may("not_before", Instant, "Not to be tried before."),
    may("expires_at", Instant, "Not worth sending after."),
    must("state", Text, "new, sending, sent, failed, uncertain or dropped."),
    must("attempts", Integer, "Times that it was tried."),
    may("message_id", BigInteger, "Message that came of it."),
    may("error", Text, "Why it failed, last time."),
)
Index("ix_outbox_state", outbox.c.state, outbox.c.id)

card_views = Table(
    "card_views",
    metadata,
    key("case_id", BigInteger, "Case that is shown; 0 is the queue of a storm."),
    key("chat_id", BigInteger, "Chat it is shown in."),
    must("person_id", BigInteger, "Who looks at it.", ForeignKey(people.c.id)),
    may("message_id", BigInteger, "Message that shows it, once there is one."),
    must("wanted", Integer, "Raised when there is something new to show."),
    must("shown", Integer, "The value of wanted that is shown."),
    must("rings_wanted", Integer, "Times that it is to be sent anew."),
    must("rings_shown", Integer, "Times that it was sent anew."),
    may("hash", Text, "Hash of what is shown; an equal edit is skipped."),
    must("lane", Text, "Lane it is sent in."),
    must("showing", Boolean, "It was about to be sent anew; if it still is at a start, it may have been."),
)
card_is_stale = (card_views.c.wanted > card_views.c.shown) | (card_views.c.rings_wanted > card_views.c.rings_shown)
Index("ix_card_views_stale", card_views.c.case_id, sqlite_where=card_is_stale, postgresql_where=card_is_stale)

Index("ix_outbox_case_id", outbox.c.case_id)

forgetting = Table(
    "forgetting",
    metadata,
    key("case_id", BigInteger, "Closed case; gone once it is done.", ForeignKey(cases.c.id)),
    must("due_at", Instant, "When its cards and messages lose what is personal."),
)
Index("ix_forgetting_due_at", forgetting.c.due_at)

errands = Table(
    "errands",
    metadata,
    key("id", BigInteger, "Number in order of writing."),
    must("kind", Text, "What is to be done."),
    may("case_id", BigInteger, "Case it is for.", ForeignKey(cases.c.id)),
    must("payload", Json, "What it needs to know."),
    Column("key", Text, nullable=False, unique=True, comment="Two errands with the same key are one."),
    must("state", Text, "new, doing, done or failed."),
    must("attempts", Integer, "Times that it was tried."),
    may("not_before", Instant, "Not to be tried before."),
    must("created_at", Instant, "When it was asked for."),
    may("result", Json, "What came of it."),
)
Index("ix_errands_state", errands.c.state, errands.c.id)
