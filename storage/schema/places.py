"""Where people were, and places that have a code of their own."""

from sqlalchemy import BigInteger, Float, ForeignKey, Table, Text

from storage.database import Instant
from storage.schema.cases import cases
from storage.schema.columns import key, may, metadata, must
from storage.schema.people import people

positions = Table(
    "positions",
    metadata,
    key("case_id", BigInteger, "Case that the move belongs to.", ForeignKey(cases.c.id)),
    key("person_id", BigInteger, "Whose live location moved.", ForeignKey(people.c.id)),
    key("at", Instant, "When it was taken."),
    must("lat", Float, "Latitude, WGS84 degrees."),
    must("lon", Float, "Longitude, WGS84 degrees."),
    may("accuracy", Float, "Accuracy in metres."),
)

place_codes = Table(
    "place_codes",
    metadata,
    key("id", Text, "What the QR code carries."),
    must("name", Text, "Name of the place, as people there call it."),
    must("lat", Float, "Latitude, WGS84 degrees."),
    must("lon", Float, "Longitude, WGS84 degrees."),
    must("landmark", Text, "How to find it in words; may be empty."),
    must("created_at", Instant, "When it was given its code."),
)
