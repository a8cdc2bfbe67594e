"""What the errands have told the worker."""

import json
from typing import Any

from storage import inbox
from storage.database import Database


async def notes(db: Database) -> list[dict[str, Any]]:
    """The notes that wait in the inbox, in the order in which they were left."""
    rows = await inbox.undone(db, 100)
    return [json.loads(row.raw) for row in sorted(rows, key=lambda row: -row.update_id)]


async def results(db: Database) -> list[tuple[str, dict[str, Any]]]:
    """Kind and result of each errand that the worker is told of."""
    return [(note["errand"], note["result"]) for note in await notes(db)]
