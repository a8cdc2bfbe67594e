"""Cases, and the chain of what has happened."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant
from storage.migrations.triggers import EVENTS_STAY

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "cases",
        sa.Column("id", sa.BigInteger(), autoincrement=False, comment="Number of the case."),
        sa.Column("ticket", sa.Text(), nullable=False, comment="Ticket number that people see."),
        sa.Column("procedure", sa.Text(), nullable=False, comment="Procedure it runs by."),
        sa.Column("procedure_version", sa.Text(), nullable=False, comment="Version it was opened with."),
        sa.Column("requester", sa.BigInteger(), nullable=False, comment="Who opened it."),
        sa.Column("opened_at", Instant(), nullable=False, comment="When it was opened."),
        sa.Column("closed_at", Instant(), comment="When it ended; null while open."),
        sa.Column("outcome", sa.Text(), comment="How it ended."),
        sa.Column("version", sa.Integer(), nullable=False, comment="How many events it has had."),
        sa.Column("next_at", Instant(), comment="When the clock must look at it; null once closed."),
        sa.Column("state", sa.JSON(), nullable=False, comment="The rest of what is known, without personal values."),
        sa.Column("personal", sa.JSON(), comment="Personal values; null once erased."),
        sa.ForeignKeyConstraint(["procedure_version"], ["procedures.version"], name="fk_cases_procedure_version"),
        sa.ForeignKeyConstraint(["requester"], ["people.id"], name="fk_cases_requester"),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        sa.UniqueConstraint("ticket", name="uq_cases_ticket"),
    )
    op.create_index(
        "ix_cases_next_at",
        "cases",
        ["next_at"],
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index("ix_cases_requester", "cases", ["requester", "id"])
    op.create_table(
        "open_steps",
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, comment="Case that waits."),
        sa.Column("entry", sa.Integer(), autoincrement=False, comment="Number of the step within the case."),
        sa.Column(
            "taker",
            sa.Text(),
            autoincrement=False,
            comment="Who may take it: role:operator or person:123; one row each.",
        ),
        sa.Column("person_id", sa.BigInteger(), comment="The person among the takers, null in a role's row."),
        sa.Column("step", sa.Text(), nullable=False, comment="Step of the procedure."),
        sa.Column("opened_at", Instant(), nullable=False, comment="When the step opened."),
        sa.Column("due_at", Instant(), comment="When its time is up."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_open_steps_case_id"),
        sa.PrimaryKeyConstraint("case_id", "entry", "taker", name="pk_open_steps"),
    )
    op.create_index("ix_open_steps_taker", "open_steps", ["taker", "due_at"])
    op.create_table(
        "events",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, comment="Place in the chain, 1 to n without gaps."),
        sa.Column("case_id", sa.BigInteger(), comment="Case it belongs to, if any."),
        sa.Column("case_version", sa.Integer(), comment="The case's version after it."),
        sa.Column("kind", sa.Text(), nullable=False, comment="What happened."),
        sa.Column("at", sa.Text(), nullable=False, comment="When, as the hash covers it: ISO 8601, UTC, microseconds."),
        sa.Column("by", sa.BigInteger(), comment="Id of whoever did it; null for the system."),
        sa.Column(
            "data",
            sa.Text(),
            nullable=False,
            comment="Its fields as canonical JSON; digests in place of personal values.",
        ),
        sa.Column("previous", sa.Text(), nullable=False, comment="Hash of the event before it."),
        sa.Column("hash", sa.Text(), nullable=False, comment="SHA-256 over the previous hash and this row, hex."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_events_case_id"),
        sa.PrimaryKeyConstraint("seq", name="pk_events"),
        sa.UniqueConstraint("case_id", "case_version", name="uq_events_case_id_case_version"),
    )
    head = op.create_table(
        "chain_head",
        sa.Column("id", sa.Integer(), autoincrement=False, comment="Always 1."),
        sa.Column("seq", sa.BigInteger(), nullable=False, comment="Place of the last event, so that a cut tail shows."),
        sa.Column("hash", sa.Text(), nullable=False, comment="Hash of the last event."),
        sa.PrimaryKeyConstraint("id", name="pk_chain_head"),
    )
    op.bulk_insert(head, [{"id": 1, "seq": 0, "hash": "0" * 64}])
    op.create_table(
        "personal_values",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, comment="Event it belongs to."),
        sa.Column("name", sa.Text(), autoincrement=False, comment="Field of the event."),
        sa.Column("case_id", sa.BigInteger(), comment="Case it belongs to, if any."),
        sa.Column("salt", sa.Text(), nullable=False, comment="Random salt of the digest, hex."),
        sa.Column("value", sa.Text(), comment="The value as canonical JSON; null once erased."),
        sa.ForeignKeyConstraint(["seq"], ["events.seq"], name="fk_personal_values_seq"),
        sa.PrimaryKeyConstraint("seq", "name", name="pk_personal_values"),
    )
    op.create_index("ix_personal_values_case_id", "personal_values", ["case_id"])
    op.create_table(
        "reminders",
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, comment="Case that is late."),
        sa.Column("entry", sa.Integer(), autoincrement=False, comment="Step that is late."),
        sa.Column("stage", sa.Text(), autoincrement=False, comment="Which reminder; each is given once."),
        sa.Column("at", Instant(), nullable=False, comment="When it fell due."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_reminders_case_id"),
        sa.PrimaryKeyConstraint("case_id", "entry", "stage", name="pk_reminders"),
    )
    op.create_table(
        "evidence",
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, comment="Case it belongs to."),
        sa.Column("number", sa.Integer(), autoincrement=False, comment="Number within the case."),
        sa.Column("kind", sa.Text(), nullable=False, comment="photo, voice, video or document."),
        sa.Column("file_unique_id", sa.Text(), nullable=False, comment="The file's lasting identifier."),
        sa.Column("path", sa.Text(), nullable=False, comment="Where it is kept, under the data folder."),
        sa.Column("sha256", sa.Text(), nullable=False, comment="SHA-256 of the file, hex."),
        sa.Column("size", sa.BigInteger(), nullable=False, comment="Size in bytes."),
        sa.Column("kept_at", Instant(), nullable=False, comment="When it was kept."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_evidence_case_id"),
        sa.PrimaryKeyConstraint("case_id", "number", name="pk_evidence"),
    )
    op.create_table(
        "register",
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, comment="Case it records."),
        sa.Column("ticket", sa.Text(), nullable=False, comment="Ticket number of the case."),
        sa.Column("written_at", Instant(), nullable=False, comment="When it was written."),
        sa.Column("written_by", sa.BigInteger(), comment="Id of whoever wrote it; null for the system."),
        sa.Column("row", sa.JSON(), nullable=False, comment="The columns of the register."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_register_case_id"),
        sa.PrimaryKeyConstraint("case_id", name="pk_register"),
    )
    for statement in EVENTS_STAY[op.get_context().dialect.name]:
        op.execute(statement)
