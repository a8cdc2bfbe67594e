"""Short codes that stand for an action of a case."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "codes",
        sa.Column("code", sa.Text(), nullable=False, comment="What is typed, or scanned as a part of a deep link."),
        sa.Column("case_id", sa.BigInteger(), nullable=False, comment="Case that it belongs to."),
        sa.Column("action", sa.Text(), nullable=False, comment="Action of the case that it stands for."),
        sa.Column("created_at", Instant(), nullable=False, comment="When it was given."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_codes_case_id"),
        sa.PrimaryKeyConstraint("code", name="pk_codes"),
    )
