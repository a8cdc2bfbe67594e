"""The office at its desks: who stands in for whom, what people thought of the service, what comes round."""

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, Table, Text

from storage.database import Instant
from storage.schema.cases import cases
from storage.schema.columns import key, may, metadata, must
from storage.schema.people import people

stand_ins = Table(
    "stand_ins",
    metadata,
    key("id", BigInteger, "Number of the appointment."),
    must("principal", BigInteger, "Who appointed somebody.", ForeignKey(people.c.id)),
    must("deputy", BigInteger, "Who stands in.", ForeignKey(people.c.id)),
    must("capacity", Text, "plh or plt."),
    must("starts_at", Instant, "When it begins."),
    must("ends_at", Instant, "When it is over."),
    may("next_at", Instant, "When it begins or ends next; null once it is over."),
    must("begun", Boolean, "Whether it has begun."),
)
Index("ix_stand_ins_next_at", stand_ins.c.next_at)

surveys = Table(
    "surveys",
    metadata,
    key("case_id", BigInteger, "Case that has ended.", ForeignKey(cases.c.id)),
    must("procedure", Text, "Procedure that it ran by."),
    may("next_at", Instant, "When its requester is to be asked; null once that is settled."),
    may("asked_at", Instant, "When the requester was asked."),
    may("ended_at", Instant, "When the requester had answered all, or enough."),
)
Index("ix_surveys_next_at", surveys.c.next_at)

survey_answers = Table(
    "survey_answers",
    metadata,
    key("case_id", BigInteger, "Case that it is about.", ForeignKey(cases.c.id)),
    key("unsur", Text, "Code of what was asked, u1 to u9."),
    must("grade", Integer, "From 1 to 4."),
    must("at", Instant, "When it was answered."),
)

rounds = Table(
    "rounds",
    metadata,
    key("name", Text, "What it is, such as digest."),
    must("next_at", Instant, "When it comes round next."),
)

departures = Table(
    "departures",
    metadata,
    key("person_id", BigInteger, "Who gave up a role, until their steps have gone to others.", ForeignKey(people.c.id)),
    must("at", Instant, "When the role was taken from them."),
)
