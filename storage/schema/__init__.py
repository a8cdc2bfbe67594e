"""The tables. What belongs to people stands where it can be erased; what has happened stands where it cannot."""

from storage.schema.bookings import bookings
from storage.schema.cases import cases, counters, open_steps, procedures, reminders
from storage.schema.codes import codes
from storage.schema.columns import metadata
from storage.schema.corrections import corrections
from storage.schema.datasets import datasets
from storage.schema.desk import departures, rounds, stand_ins, survey_answers, surveys
from storage.schema.duty import sound_tests
from storage.schema.people import grants, groups, people, posts, titles
from storage.schema.places import place_codes, positions
from storage.schema.receiving import conversations, inbox, lease
from storage.schema.record import chain_head, events, evidence, letters, personal_values, register
from storage.schema.sending import card_is_stale, card_views, errands, forgetting, outbox
from storage.schema.storms import storms

__all__ = [
    "bookings",
    "card_is_stale",
    "card_views",
    "cases",
    "chain_head",
    "codes",
    "conversations",
    "corrections",
    "counters",
    "datasets",
    "departures",
    "errands",
    "events",
    "evidence",
    "forgetting",
    "grants",
    "groups",
    "inbox",
    "lease",
    "letters",
    "metadata",
    "open_steps",
    "outbox",
    "people",
    "personal_values",
    "place_codes",
    "positions",
    "posts",
    "procedures",
    "register",
    "reminders",
    "rounds",
    "sound_tests",
    "stand_ins",
    "storms",
    "survey_answers",
    "surveys",
    "titles",
]
