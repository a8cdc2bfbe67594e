"""The clock also looks at a case that has just ended, while its end can be taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Apply the step."""
    op.drop_index("ix_cases_next_at", "cases")
    op.create_index(
        "ix_cases_next_at",
        "cases",
        ["next_at"],
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )
