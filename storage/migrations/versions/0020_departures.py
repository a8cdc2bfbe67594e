"""Who gave up a role, until their steps have gone to others."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0020"
down_revision = "0019"

WHO = "Who gave up a role, until their steps have gone to others."


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "departures",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, comment=WHO),
        sa.Column("at", Instant(), nullable=False, comment="When the role was taken from them."),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_departures_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_departures"),
    )
