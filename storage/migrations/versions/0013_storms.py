"""Storms, and a card in each operator's chat that shows their queue instead of a case."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0013"
down_revision = "0012"

STALE = sa.text("wanted > shown OR rings_wanted > rings_shown")


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "storms",
        sa.Column("id", sa.BigInteger(), autoincrement=False, comment="Number of the storm."),
        sa.Column("procedure", sa.Text(), nullable=False, comment="Procedure whose cases are queued."),
        sa.Column("began_at", Instant(), nullable=False, comment="When it began."),
        sa.Column("began_by", sa.BigInteger(), comment="Who declared it; null where the number of alarms did."),
        sa.Column("busy_at", Instant(), nullable=False, comment="When alarms last came too fast."),
        sa.Column("summed_at", Instant(), nullable=False, comment="When it was last summed up."),
        sa.Column("rung_at", Instant(), comment="When the queue last rang."),
        sa.Column("ended_at", Instant(), comment="When it ended; null while it is on."),
        sa.ForeignKeyConstraint(["began_by"], ["people.id"], name="fk_storms_began_by"),
        sa.PrimaryKeyConstraint("id", name="pk_storms"),
    )
    op.create_index("ix_cases_opened", "cases", ["procedure", "opened_at"])
    op.drop_index("ix_card_views_stale", "card_views")
    with op.batch_alter_table("card_views") as table:
        table.drop_constraint("fk_card_views_case_id", type_="foreignkey")
        table.alter_column(
            "case_id",
            existing_type=sa.BigInteger(),
            existing_nullable=False,
            comment="Case that is shown; 0 is the queue of a storm.",
        )
    op.create_index("ix_card_views_stale", "card_views", ["case_id"], sqlite_where=STALE, postgresql_where=STALE)
