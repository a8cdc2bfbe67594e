"""What the office has changed of its calendar."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "corrections",
        sa.Column(
            "number",
            sa.BigInteger(),
            autoincrement=False,
            comment="Number of the correction; of two for one day the higher counts.",
        ),
        sa.Column(
            "change", sa.Text(), nullable=False, comment="closed, open (works on a free day) or hours (other hours)."
        ),
        sa.Column("first", sa.Date(), nullable=False, comment="First day."),
        sa.Column("last", sa.Date(), nullable=False, comment="Last day."),
        sa.Column("opens", sa.Time(), comment="Opening on those days, where the hours are others."),
        sa.Column("closes", sa.Time(), comment="Closing on those days, where the hours are others."),
        sa.Column("reason", sa.Text(), nullable=False, comment="Reason, as whoever made it wrote it."),
        sa.Column("made_by", sa.BigInteger(), nullable=False, comment="Who made it."),
        sa.Column("made_at", Instant(), nullable=False, comment="When it was made."),
        sa.Column("removed_by", sa.BigInteger(), comment="Who took it back."),
        sa.Column("removed_at", Instant(), comment="When it was taken back; null while it counts."),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name="fk_corrections_made_by"),
        sa.ForeignKeyConstraint(["removed_by"], ["people.id"], name="fk_corrections_removed_by"),
        sa.PrimaryKeyConstraint("number", name="pk_corrections"),
    )
