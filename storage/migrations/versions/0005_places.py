"""Where open cases are, so that those near each other are found by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Apply the step."""
    op.add_column(
        "cases", sa.Column("lat", sa.Float(), comment="Latitude of the place, WGS84; personal, erased with it.")
    )
    op.add_column(
        "cases", sa.Column("lon", sa.Float(), comment="Longitude of the place, WGS84; personal, erased with it.")
    )
    op.create_index(
        "ix_cases_place",
        "cases",
        ["lat", "lon"],
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
