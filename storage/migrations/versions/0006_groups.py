"""Groups of staff that alarms are shown in."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "groups",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, comment="Chat of the group."),
        sa.Column("title", sa.Text(), nullable=False, comment="Its name when it was linked."),
        sa.Column("linked_by", sa.BigInteger(), nullable=False, comment="Admin who linked it."),
        sa.Column("linked_at", Instant(), nullable=False, comment="When it was linked."),
        sa.ForeignKeyConstraint(["linked_by"], ["people.id"], name="fk_groups_linked_by"),
        sa.PrimaryKeyConstraint("chat_id", name="pk_groups"),
    )
