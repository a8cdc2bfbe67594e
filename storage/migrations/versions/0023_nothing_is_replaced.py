"""An event cannot be replaced by another of its place either."""

from alembic import op

from storage.migrations.triggers import NOTHING_IS_REPLACED

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    """Apply the step."""
    for statement in NOTHING_IS_REPLACED[op.get_bind().dialect.name]:
        op.execute(statement)
