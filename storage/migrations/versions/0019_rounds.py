"""What the house does by itself again and again."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "rounds",
        sa.Column("name", sa.Text(), comment="What it is, such as digest."),
        sa.Column("next_at", Instant(), nullable=False, comment="When it comes round next."),
        sa.PrimaryKeyConstraint("name", name="pk_rounds"),
    )
