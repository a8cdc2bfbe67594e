"""Who has come on duty and not yet pressed Dengar."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "sound_tests",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, comment="Who has not pressed Dengar yet."),
        sa.Column("due_at", Instant(), nullable=False, comment="When the phone counts as not heard."),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_sound_tests_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_sound_tests"),
    )
    op.create_index("ix_sound_tests_due_at", "sound_tests", ["due_at"])
