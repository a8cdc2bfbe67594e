"""Who works on the database."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Apply the step."""
    lease = op.create_table(
        "lease",
        sa.Column("id", sa.Integer(), autoincrement=False, comment="Always 1."),
        sa.Column(
            "epoch",
            sa.BigInteger(),
            nullable=False,
            comment="How often the work has changed hands; each commit of the work checks it.",
        ),
        sa.Column(
            "holder",
            sa.Text(),
            nullable=False,
            comment="What the process that works calls itself; empty when none does.",
        ),
        sa.Column(
            "until",
            sa.Float(),
            nullable=False,
            comment="When it runs out unless it is renewed: seconds since 1970 by the database's clock.",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_lease"),
    )
    op.bulk_insert(lease, [{"id": 1, "epoch": 0, "holder": "", "until": 0.0}])
