"""When cards and messages of closed cases lose what is personal."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "forgetting",
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, comment="Closed case; gone once it is done."),
        sa.Column("due_at", Instant(), nullable=False, comment="When its cards and messages lose what is personal."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_forgetting_case_id"),
        sa.PrimaryKeyConstraint("case_id", name="pk_forgetting"),
    )
    op.create_index("ix_forgetting_due_at", "forgetting", ["due_at"])
    op.create_index("ix_outbox_case_id", "outbox", ["case_id"])
