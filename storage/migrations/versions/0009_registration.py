"""Who has registered, whom they want to have told, and whose commands are their own."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Apply the step."""
    for column in (
        sa.Column("registered_at", Instant(), comment="When the person registered; null without, or once withdrawn."),
        sa.Column("relative_name", sa.Text(), comment="Whom the person wants to have told."),
        sa.Column("relative_phone", sa.Text(), comment="That relative's telephone number."),
        sa.Column(
            "relative_allowed",
            sa.Boolean(),
            comment="Whether those who handle the person's alarm may see that relative.",
        ),
        sa.Column("commands", sa.Text(), comment="Hash of the commands set in the private chat; null for everybody's."),
    ):
        op.add_column("people", column)
