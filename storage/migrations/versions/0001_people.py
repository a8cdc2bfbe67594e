"""People, what comes in from them, and what the office runs by."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "people",
        sa.Column(
            "id",
            sa.BigInteger(),
            autoincrement=False,
            comment="Random number given by us; says nothing about the person.",
        ),
        sa.Column("telegram_id", sa.BigInteger(), comment="Telegram id, also the private chat; null once erased."),
        sa.Column("name", sa.Text(), nullable=False, comment="Name as the person or the office wrote it."),
        sa.Column("language", sa.Text(), nullable=False, comment="Language of the texts: id or en."),
        sa.Column("phone", sa.Text(), comment="Telephone number that the person shared."),
        sa.Column("on_duty_since", Instant(), comment="When the person came on duty; null while off duty."),
        sa.Column("reachable", sa.Boolean(), nullable=False, comment="False once the person has blocked the bot."),
        sa.Column("post_lat", sa.Float(), comment="Latitude of the post, WGS84 degrees."),
        sa.Column("post_lon", sa.Float(), comment="Longitude of the post, WGS84 degrees."),
        sa.Column("post_at", Instant(), comment="When the post was given."),
        sa.Column("post_accuracy", sa.Float(), comment="Accuracy of the post in metres."),
        sa.Column("fix_lat", sa.Float(), comment="Latitude of the newest position, WGS84 degrees."),
        sa.Column("fix_lon", sa.Float(), comment="Longitude of the newest position, WGS84 degrees."),
        sa.Column("fix_at", Instant(), comment="When the newest position was taken."),
        sa.Column("fix_accuracy", sa.Float(), comment="Accuracy of the newest position in metres."),
        sa.Column("created_at", Instant(), nullable=False, comment="When we first met."),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("telegram_id", name="uq_people_telegram_id"),
    )
    op.create_table(
        "grants",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, comment="Who holds the role."),
        sa.Column("role", sa.Text(), autoincrement=False, comment="The role, as the procedures name it."),
        sa.Column("unit", sa.Text(), autoincrement=False, comment="The unit it holds for; empty for the whole office."),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_grants_person_id"),
        sa.PrimaryKeyConstraint("person_id", "role", "unit", name="pk_grants"),
    )
    op.create_table(
        "inbox",
        sa.Column(
            "update_id",
            sa.BigInteger(),
            autoincrement=False,
            comment="Number of the update; a second one with it is dropped.",
        ),
        sa.Column("received_at", Instant(), nullable=False, comment="When it came; the moment at which it is decided."),
        sa.Column("chat_id", sa.BigInteger(), nullable=False, comment="Chat it came from, 0 where it has none."),
        sa.Column("person_id", sa.BigInteger(), comment="Telegram id of the sender, if any."),
        sa.Column("urgent", sa.Boolean(), nullable=False, comment="Taken before the others."),
        sa.Column("raw", sa.Text(), nullable=False, comment="The update as it came, JSON."),
        sa.Column("state", sa.Text(), nullable=False, comment="new, done, parked or ignored."),
        sa.Column("strikes", sa.Integer(), nullable=False, comment="Times that it could not be handled."),
        sa.Column("done_at", Instant(), comment="When it was done with, whichever way."),
        sa.Column("fault", sa.Text(), comment="Why it could not be handled, last time."),
        sa.PrimaryKeyConstraint("update_id", name="pk_inbox"),
    )
    op.create_index("ix_inbox_queue", "inbox", ["state", "urgent", "received_at", "update_id"])
    op.create_table(
        "conversations",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, comment="Chat it is held in."),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, comment="Telegram id of whom it is held with."),
        sa.Column("state", sa.Text(), comment="The question that waits for an answer."),
        sa.Column("data", sa.JSON(), nullable=False, comment="The answers so far."),
        sa.Column("updated_at", Instant(), nullable=False, comment="When it last moved."),
        sa.PrimaryKeyConstraint("chat_id", "user_id", name="pk_conversations"),
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.Text(), autoincrement=False, comment="What is counted."),
        sa.Column("value", sa.BigInteger(), nullable=False, comment="The last number given."),
        sa.PrimaryKeyConstraint("name", name="pk_counters"),
    )
    op.create_table(
        "procedures",
        sa.Column("version", sa.Text(), autoincrement=False, comment="Version that cases freeze."),
        sa.Column("id", sa.Text(), nullable=False, comment="Procedure it is a version of."),
        sa.Column("source", sa.Text(), nullable=False, comment="The file as it was loaded."),
        sa.Column("loaded_at", Instant(), nullable=False, comment="When it was first loaded."),
        sa.PrimaryKeyConstraint("version", name="pk_procedures"),
    )
