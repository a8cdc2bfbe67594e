"""Datasets that the office has published."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "datasets",
        sa.Column("id", sa.Text(), comment="What buttons and commands call it."),
        sa.Column("name", sa.Text(), nullable=False, comment="Its name, as people look for it."),
        sa.Column("description", sa.Text(), nullable=False, comment="What it holds; may be empty."),
        sa.Column("period", sa.Text(), nullable=False, comment="The time that it tells of; may be empty."),
        sa.Column(
            "file",
            sa.Text(),
            nullable=False,
            comment="Where its file is kept, under the data folder; empty where a link stands for it.",
        ),
        sa.Column("file_name", sa.Text(), nullable=False, comment="What its file is called when it is sent."),
        sa.Column(
            "link", sa.Text(), nullable=False, comment="Where it is published; empty where a file stands for it."
        ),
        sa.Column("added_at", Instant(), nullable=False, comment="When it was entered."),
        sa.PrimaryKeyConstraint("id", name="pk_datasets"),
    )
