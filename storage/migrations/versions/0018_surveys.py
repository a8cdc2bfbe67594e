"""Satisfaction surveys and their answers."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "surveys",
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, comment="Case that has ended."),
        sa.Column("procedure", sa.Text(), nullable=False, comment="Procedure that it ran by."),
        sa.Column("next_at", Instant(), comment="When its requester is to be asked; null once that is settled."),
        sa.Column("asked_at", Instant(), comment="When the requester was asked."),
        sa.Column("ended_at", Instant(), comment="When the requester had answered all, or enough."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_surveys_case_id"),
        sa.PrimaryKeyConstraint("case_id", name="pk_surveys"),
    )
    op.create_index("ix_surveys_next_at", "surveys", ["next_at"])
    op.create_table(
        "survey_answers",
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, comment="Case that it is about."),
        sa.Column("unsur", sa.Text(), comment="Code of what was asked, u1 to u9."),
        sa.Column("grade", sa.Integer(), nullable=False, comment="From 1 to 4."),
        sa.Column("at", Instant(), nullable=False, comment="When it was answered."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_survey_answers_case_id"),
        sa.PrimaryKeyConstraint("case_id", "unsur", name="pk_survey_answers"),
    )
