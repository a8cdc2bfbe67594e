"""Letters, how they print staff, and registers with names of their own."""

import sqlalchemy as sa
from alembic import op

from storage.database import Instant

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Apply the step."""
    json = sa.JSON()
    op.create_table(
        "letters",
        sa.Column("code", sa.Text(), comment="The letter's own, random, in the link printed on it."),
        sa.Column("case_id", sa.BigInteger(), nullable=False, comment="Case it belongs to."),
        sa.Column("template", sa.Text(), nullable=False, comment="Template it is made from."),
        sa.Column("title", sa.Text(), nullable=False, comment="What it is called."),
        sa.Column("year", sa.Integer(), nullable=False, comment="Year of its number."),
        sa.Column(
            "serial",
            sa.BigInteger(),
            nullable=False,
            comment="Place among the letters of that classification code and year, 1 to n without gaps.",
        ),
        sa.Column("number", sa.Text(), nullable=False, comment="Number as printed."),
        sa.Column("dated_at", Instant(), nullable=False, comment="When it was asked for, and its date."),
        sa.Column("recipients", json, nullable=False, comment="Ids of those who get it."),
        sa.Column("content", json, comment="What it says; null once its file is made."),
        sa.Column("path", sa.Text(), comment="Where its file is kept, under the data folder."),
        sa.Column("sha256", sa.Text(), comment="SHA-256 of the file, hex."),
        sa.Column("size", sa.BigInteger(), comment="Size of the file in bytes."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_letters_case_id"),
        sa.PrimaryKeyConstraint("code", name="pk_letters"),
        sa.UniqueConstraint("template", "year", "serial", name="uq_letters_template_year_serial"),
    )
    op.create_index("ix_letters_case_id", "letters", ["case_id"])
    op.create_index("ix_letters_sha256", "letters", ["sha256"])
    op.create_table(
        "titles",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, comment="Who bears them."),
        sa.Column("nip", sa.Text(), nullable=False, comment="Number as a civil servant; empty without one."),
        sa.Column(
            "rank",
            sa.Text(),
            nullable=False,
            comment="Rank and grade, such as Penata, III/c; empty where unknown.",
        ),
        sa.Column(
            "position",
            sa.Text(),
            nullable=False,
            comment="Position as letters print it; empty for the name of the role.",
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_titles_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_titles"),
    )
    op.create_table(
        "registers",
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, comment="Case it records."),
        sa.Column("name", sa.Text(), comment="Which register; empty for the one of all procedures."),
        sa.Column("number", sa.BigInteger(), comment="Number of the line in its year, where the register is numbered."),
        sa.Column("ticket", sa.Text(), nullable=False, comment="Ticket number of the case."),
        sa.Column("written_at", Instant(), nullable=False, comment="When it was written."),
        sa.Column("written_by", sa.BigInteger(), comment="Id of whoever wrote it; null for the system."),
        sa.Column("row", json, nullable=False, comment="The columns of the register."),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_registers_case_id"),
        sa.PrimaryKeyConstraint("case_id", "name", name="pk_registers"),
    )
    # The files that shipped have always named their registers after themselves.
    op.execute(
        "INSERT INTO registers (case_id, name, ticket, written_at, written_by, row) "
        "SELECT register.case_id, CASE WHEN procedure IN ('panic', 'drill') THEN procedure ELSE '' END, "
        "register.ticket, written_at, written_by, row FROM register JOIN cases ON cases.id = register.case_id"
    )
    op.drop_table("register")
    op.rename_table("registers", "register")
