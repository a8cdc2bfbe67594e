"""Who stands in for whom, and from when to when."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "stand_ins",
        sa.Column("id", sa.BigInteger(), autoincrement=False, comment="Number of the appointment."),
        sa.Column("principal", sa.BigInteger(), nullable=False, comment="Who appointed somebody."),
        sa.Column("deputy", sa.BigInteger(), nullable=False, comment="Who stands in."),
        sa.Column("capacity", sa.Text(), nullable=False, comment="plh or plt."),
        sa.Column("starts_at", Instant(), nullable=False, comment="When it begins."),
        sa.Column("ends_at", Instant(), nullable=False, comment="When it is over."),
        sa.Column("next_at", Instant(), comment="When it begins or ends next; null once it is over."),
        sa.Column("begun", sa.Boolean(), nullable=False, comment="Whether it has begun."),
        sa.ForeignKeyConstraint(["principal"], ["people.id"], name="fk_stand_ins_principal"),
        sa.ForeignKeyConstraint(["deputy"], ["people.id"], name="fk_stand_ins_deputy"),
        sa.PrimaryKeyConstraint("id", name="pk_stand_ins"),
    )
    op.create_index("ix_stand_ins_next_at", "stand_ins", ["next_at"])
