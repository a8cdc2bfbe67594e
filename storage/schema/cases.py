"""Cases as they stand, the procedures they run by, and who is waited for."""

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, Table, Text

from storage.database import Instant
from storage.schema.columns import Json, key, may, metadata, must
from storage.schema.people import people

counters = Table(
    "counters",
    metadata,
    key("name", Text, "What is counted."),
    must("value", BigInteger, "The last number given."),
)

procedures = Table(
    "procedures",
    metadata,
    key("version", Text, "Version that cases freeze."),
    must("id", Text, "Procedure it is a version of."),
    must("source", Text, "The file as it was loaded."),
    must("loaded_at", Instant, "When it was first loaded."),
)

cases = Table(
    "cases",
    metadata,
    key("id", BigInteger, "Number of the case."),
    Column("ticket", Text, nullable=False, unique=True, comment="Ticket number that people see."),
    must("procedure", Text, "Procedure it runs by."),
    must("procedure_version", Text, "Version it was opened with.", ForeignKey(procedures.c.version)),
    must("requester", BigInteger, "Who opened it.", ForeignKey(people.c.id)),
    must("opened_at", Instant, "When it was opened."),
    may("closed_at", Instant, "When it ended; null while open."),
    may("outcome", Text, "How it ended."),
    must("version", Integer, "How many events it has had."),
    may("next_at", Instant, "When the clock must look at it; null once closed."),
    must("state", Json, "The rest of what is known, without personal values."),
    may("personal", Json, "Personal values; null once erased."),
    may("lat", Float, "Latitude of the place, WGS84; personal, erased with it."),
    may("lon", Float, "Longitude of the place, WGS84; personal, erased with it."),
)
case_is_open = cases.c.closed_at.is_(None)
case_is_watched = cases.c.next_at.is_not(None)
Index("ix_cases_next_at", cases.c.next_at, sqlite_where=case_is_watched, postgresql_where=case_is_watched)
Index("ix_cases_place", cases.c.lat, cases.c.lon, sqlite_where=case_is_open, postgresql_where=case_is_open)
Index("ix_cases_opened", cases.c.procedure, cases.c.opened_at)
Index("ix_cases_requester", cases.c.requester, cases.c.id)

open_steps = Table(
    "open_steps",
    metadata,
    key("case_id", BigInteger, "Case that waits.", ForeignKey(cases.c.id)),
    key("entry", Integer, "Number of the step within the case."),
    key("taker", Text, "Who may take it: role:operator or person:123; one row each."),
    may("person_id", BigInteger, "The person among the takers, null in a role's row."),
    must("step", Text, "Step of the procedure."),
    must("opened_at", Instant, "When the step opened."),
    may("due_at", Instant, "When its time is up."),
)
Index("ix_open_steps_taker", open_steps.c.taker, open_steps.c.due_at)

reminders = Table(
    "reminders",
    metadata,
    key("case_id", BigInteger, "Case that is late.", ForeignKey(cases.c.id)),
    key("entry", Integer, "Step that is late."),
    key("stage", Text, "Which reminder; each is given once."),
    must("at", Instant, "When it fell due."),
)
