"""Live positions, which way staff go, and places with a code."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Apply the step."""
    op.add_column("people", sa.Column("previous_lat", sa.Float(), comment="Latitude of an earlier position."))
    op.add_column("people", sa.Column("previous_lon", sa.Float(), comment="Longitude of an earlier position."))
    op.add_column("people", sa.Column("previous_at", Instant(), comment="When an earlier position was taken."))
    op.add_column(
        "people", sa.Column("previous_accuracy", sa.Float(), comment="Accuracy of an earlier position in metres.")
    )
    op.add_column("people", sa.Column("live_until", Instant(), comment="Until when the position is shared live."))
    op.create_table(
        "positions",
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, comment="Case that the move belongs to."),
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, comment="Whose live location moved."),
        sa.Column("at", Instant(), comment="When it was taken."),
        sa.Column("lat", sa.Float(), nullable=False, comment="Latitude, WGS84 degrees."),
        sa.Column("lon", sa.Float(), nullable=False, comment="Longitude, WGS84 degrees."),
        sa.Column("accuracy", sa.Float(), comment="Accuracy in metres."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_positions_case_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_positions_person_id"),
        sa.PrimaryKeyConstraint("case_id", "person_id", "at", name="pk_positions"),
    )
    op.create_table(
        "place_codes",
        sa.Column("id", sa.Text(), autoincrement=False, comment="What the QR code carries."),
        sa.Column("name", sa.Text(), nullable=False, comment="Name of the place, as people there call it."),
        sa.Column("lat", sa.Float(), nullable=False, comment="Latitude, WGS84 degrees."),
        sa.Column("lon", sa.Float(), nullable=False, comment="Longitude, WGS84 degrees."),
        sa.Column("landmark", sa.Text(), nullable=False, comment="How to find it in words; may be empty."),
        sa.Column("created_at", Instant(), nullable=False, comment="When it was given its code."),
        sa.PrimaryKeyConstraint("id", name="pk_place_codes"),
    )
