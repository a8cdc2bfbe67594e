"""How a column is written, and where all tables are entered."""

from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, MetaData
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Kind = TypeEngine[Any] | type[TypeEngine[Any]]
Json = JSON(none_as_null=True)


def key(name: str, kind: Kind, comment: str, *links: ForeignKey) -> Column[Any]:
    """A column of the primary key."""
    return Column(name, kind, *links, primary_key=True, autoincrement=False, comment=comment)


def must(name: str, kind: Kind, comment: str, *links: ForeignKey) -> Column[Any]:
    """A column that always has a value."""
    return Column(name, kind, *links, nullable=False, comment=comment)


def may(name: str, kind: Kind, comment: str, *links: ForeignKey) -> Column[Any]:
    """A column that may be null."""
    return Column(name, kind, *links, nullable=True, comment=comment)
