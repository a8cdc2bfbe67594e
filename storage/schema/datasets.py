"""What the office has published for everybody."""

from sqlalchemy import Table, Text

from storage.database import Instant
from storage.schema.columns import key, metadata, must

datasets = Table(
    "datasets",
    metadata,
    key("id", Text, "What buttons and commands call it."),
    must("name", Text, "Its name, as people look for it."),
    must("description", Text, "What it holds; may be empty."),
    must("period", Text, "The time that it tells of; may be empty."),
    must("file", Text, "Where its file is kept, under the data folder; empty where a link stands for it."),
    must("file_name", Text, "What its file is called when it is sent."),
    must("link", Text, "Where it is published; empty where a file stands for it."),
    must("added_at", Instant, "When it was entered."),
)
