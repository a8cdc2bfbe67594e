"""Posts, and who is crew of which."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "posts",
        sa.Column("name", sa.Text(), autoincrement=False, comment="Name of the post, as people call it."),
        sa.Column("lat", sa.Float(), nullable=False, comment="Latitude, WGS84 degrees."),
        sa.Column("lon", sa.Float(), nullable=False, comment="Longitude, WGS84 degrees."),
        sa.Column(
            "kinds", sa.JSON(), nullable=False, comment="Kinds of incident that it serves; empty for every kind."
        ),
        sa.Column("phone", sa.Text(), nullable=False, comment="Telephone number at which it answers."),
        sa.Column("given_at", Instant(), nullable=False, comment="When it was entered."),
        sa.PrimaryKeyConstraint("name", name="pk_posts"),
    )
    op.add_column("people", sa.Column("station", sa.Text(), comment="Name of the post that the person is crew of."))
