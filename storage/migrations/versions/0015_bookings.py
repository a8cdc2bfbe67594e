"""Places of slots, and people who are needed at a moment."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "bookings",
        sa.Column("what", sa.Text(), nullable=False, comment="Procedure or person."),
        sa.Column("at", Instant(), nullable=False, comment="When."),
        sa.Column(
            "place",
            sa.BigInteger(),
            nullable=False,
            comment="Number of the place, from 1; of a person the case, for they are asked even so.",
        ),
        sa.Column("case_id", sa.BigInteger(), nullable=False, comment="Case that holds it."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_bookings_case_id"),
        sa.PrimaryKeyConstraint("what", "at", "place", name="pk_bookings"),
    )
    op.create_index("ix_bookings_case_id", "bookings", ["case_id"])
    op.create_index("ix_bookings_at", "bookings", ["at"])
