"""What goes out, and what is done outside."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger(), autoincrement=False, comment="Number in order of writing."),
        sa.Column("chat_id", sa.BigInteger(), nullable=False, comment="Chat it goes to."),
        sa.Column("lane", sa.Text(), nullable=False, comment="alarm, dispatch, reply, nag or broadcast."),
        sa.Column("method", sa.Text(), nullable=False, comment="Method of the Bot API."),
        sa.Column("payload", sa.JSON(), nullable=False, comment="Its parameters."),
        sa.Column("case_id", sa.BigInteger(), comment="Case it is about."),
        sa.Column("reply_to_card", sa.Boolean(), nullable=False, comment="Sent as a reply to the case's card."),
        sa.Column("key", sa.Text(), comment="Two messages with the same key are one."),
        sa.Column("created_at", Instant(), nullable=False, comment="When it was written."),
        sa.Column("not_before", Instant(), comment="Not to be tried before."),
        sa.Column("expires_at", Instant(), comment="Not worth sending after."),
        sa.Column("state", sa.Text(), nullable=False, comment="new, sending, sent, failed, uncertain or dropped."),
        sa.Column("attempts", sa.Integer(), nullable=False, comment="Times that it was tried."),
        sa.Column("message_id", sa.BigInteger(), comment="Message that came of it."),
        sa.Column("error", sa.Text(), comment="Why it failed, last time."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_outbox_case_id"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
    )
    op.create_index("ix_outbox_state", "outbox", ["state", "id"])
    op.create_table(
        "card_views",
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, comment="Case that is shown."),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, comment="Chat it is shown in."),
        sa.Column("person_id", sa.BigInteger(), nullable=False, comment="Who looks at it."),
        sa.Column("message_id", sa.BigInteger(), comment="Message that shows it, once there is one."),
        sa.Column("wanted", sa.Integer(), nullable=False, comment="Raised when there is something new to show."),
        sa.Column("shown", sa.Integer(), nullable=False, comment="The value of wanted that is shown."),
        sa.Column("rings_wanted", sa.Integer(), nullable=False, comment="Times that it is to be sent anew."),
        sa.Column("rings_shown", sa.Integer(), nullable=False, comment="Times that it was sent anew."),
        sa.Column("hash", sa.Text(), comment="Hash of what is shown; an equal edit is skipped."),
        sa.Column("lane", sa.Text(), nullable=False, comment="Lane it is sent in."),
        sa.Column(
            "showing",
            sa.Boolean(),
            nullable=False,
            comment="It was about to be sent anew; if it still is at a start, it may have been.",
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_card_views_case_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_card_views_person_id"),
        sa.PrimaryKeyConstraint("case_id", "chat_id", name="pk_card_views"),
    )
    op.create_index(
        "ix_card_views_stale",
        "card_views",
        ["case_id"],
        sqlite_where=sa.text("wanted > shown OR rings_wanted > rings_shown"),
        postgresql_where=sa.text("wanted > shown OR rings_wanted > rings_shown"),
    )
    op.create_table(
        "errands",
        sa.Column("id", sa.BigInteger(), autoincrement=False, comment="Number in order of writing."),
        sa.Column("kind", sa.Text(), nullable=False, comment="What is to be done."),
        sa.Column("case_id", sa.BigInteger(), comment="Case it is for."),
        sa.Column("payload", sa.JSON(), nullable=False, comment="What it needs to know."),
        sa.Column("key", sa.Text(), nullable=False, comment="Two errands with the same key are one."),
        sa.Column("state", sa.Text(), nullable=False, comment="new, doing, done or failed."),
        sa.Column("attempts", sa.Integer(), nullable=False, comment="Times that it was tried."),
        sa.Column("not_before", Instant(), comment="Not to be tried before."),
        sa.Column("created_at", Instant(), nullable=False, comment="When it was asked for."),
        sa.Column("result", sa.JSON(), comment="What came of it."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_errands_case_id"),
        sa.PrimaryKeyConstraint("id", name="pk_errands"),
        sa.UniqueConstraint("key", name="uq_errands_key"),
    )
    op.create_index("ix_errands_state", "errands", ["state", "id"])
