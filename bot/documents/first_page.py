"""Paints the first page of a letter that somebody sent, so that whoever gets its card sees it without opening it."""

from bot.archive import Archive
from bot.documents import press
from bot.errands import Done, ErrandKind, Hopeless
from storage import cases, evidence
from storage.database import Database
from storage.errands import ErrandRow

SHOWN = (".pdf", ".jpg", ".jpeg", ".png")


def page_path(ticket: str, number: int) -> str:
    """Where the picture is kept, under the data folder."""
    return f"pages/{ticket}/{number}.jpg"


class FirstPage(ErrandKind):
    """Payload: case_id, number. Result: number and painted; nothing for a file of another kind."""

    after = frozenset({"evidence"})

    def __init__(self, db: Database, archive: Archive) -> None:
        self._db, self._archive = db, archive

    async def do(self, errand: ErrandRow) -> Done:
        """Paint it; fails for good for a file that is broken, too large, or of another kind than its name says."""
        case_id, number = errand.payload["case_id"], errand.payload["number"]
        case = await cases.find(self._db, case_id)
        kept = {file.number: file.path for file in await evidence.of_case(self._db, case_id)}
        if case is None or number not in kept:
            raise Hopeless("no_file")
        if not kept[number].endswith(SHOWN):
            return Done({})
        picture = await press.paint(self._archive.path(kept[number]))
        await self._archive.write(page_path(case.ticket, number), picture)
        return Done({"number": number, "painted": True})
