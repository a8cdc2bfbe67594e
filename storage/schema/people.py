"""Who takes part."""

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Table, Text

from storage.database import Instant
from storage.schema.columns import Json, key, may, metadata, must

people = Table(
    "people",
    metadata,
    key("id", BigInteger, "Random number given by us; says nothing about the person."),
    Column("telegram_id", BigInteger, unique=True, comment="Telegram id, also the private chat; null once erased."),
    must("name", Text, "Name as the person or the office wrote it."),
    must("language", Text, "Language of the texts: id or en."),
    may("phone", Text, "Telephone number that the person shared."),
    may("registered_at", Instant, "When the person registered; null without, or once withdrawn."),
    may("relative_name", Text, "Whom the person wants to have told."),
    may("relative_phone", Text, "That relative's telephone number."),
    may("relative_allowed", Boolean, "Whether those who handle the person's alarm may see that relative."),
    may("commands", Text, "Hash of the commands set in the private chat; null for everybody's."),
    may("on_duty_since", Instant, "When the person came on duty; null while off duty."),
    must("reachable", Boolean, "False once the person has blocked the bot."),
    may("post_lat", Float, "Latitude of the post, WGS84 degrees."),
    may("post_lon", Float, "Longitude of the post, WGS84 degrees."),
    may("post_at", Instant, "When the post was given."),
    may("post_accuracy", Float, "Accuracy of the post in metres."),
    may("fix_lat", Float, "Latitude of the newest position, WGS84 degrees."),
    may("fix_lon", Float, "Longitude of the newest position, WGS84 degrees."),
    may("fix_at", Instant, "When the newest position was taken."),
    may("fix_accuracy", Float, "Accuracy of the newest position in metres."),
    may("station", Text, "Name of the post that the person is crew of."),
    may("previous_lat", Float, "Latitude of an earlier position."),
    may("previous_lon", Float, "Longitude of an earlier position."),
    may("previous_at", Instant, "When an earlier position was taken."),
    may("previous_accuracy", Float, "Accuracy of an earlier position in metres."),
    may("live_until", Instant, "Until when the position is shared live."),
    must("created_at", Instant, "When we first met."),
)

posts = Table(
    "posts",
    metadata,
    key("name", Text, "Name of the post, as people call it."),
    must("lat", Float, "Latitude, WGS84 degrees."),
    must("lon", Float, "Longitude, WGS84 degrees."),
    must("kinds", Json, "Kinds of incident that it serves; empty for every kind."),
    must("phone", Text, "Telephone number at which it answers."),
    must("given_at", Instant, "When it was entered."),
)

grants = Table(
    "grants",
    metadata,
    key("person_id", BigInteger, "Who holds the role.", ForeignKey(people.c.id)),
    key("role", Text, "The role, as the procedures name it."),
    key("unit", Text, "The unit it holds for; empty for the whole office."),
)

titles = Table(
    "titles",
    metadata,
    key("person_id", BigInteger, "Who bears them.", ForeignKey(people.c.id)),
    must("nip", Text, "Number as a civil servant; empty without one."),
    must("rank", Text, "Rank and grade, such as Penata, III/c; empty where unknown."),
    must("position", Text, "Position as letters print it; empty for the name of the role."),
)

groups = Table(
    "groups",
    metadata,
    key("chat_id", BigInteger, "Chat of the group."),
    must("title", Text, "Its name when it was linked."),
    must("linked_by", BigInteger, "Admin who linked it.", ForeignKey(people.c.id)),
    must("linked_at", Instant, "When it was linked."),
)
