"""The record of a case for the data centre: a JSON file for each case, posted with a signature where that is set up.

Source: SOP 067/01/PB/2021, row 6.
"""

import hashlib
import hmac
import json
from dataclasses import replace
from datetime import timedelta

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.archive import Archive
from bot.errands import Done, ErrandKind, Hopeless, NotYet
from bot.house import House
from core.apply import replay
from core.procedure import Procedure, parse
from core.record import case_record
from storage import chain, corrections, evidence, procedures
from storage.database import Database
from storage.errands import Errand, ErrandRow

POST_WITHIN_S = 30
ALREADY_THERE = 409
TRY_AGAIN = frozenset({408, 425, 429})


class Export(ErrandKind):
    """Payload: case_id. Result: file (its path under DATA_DIR) and posted, which is still false."""

    give_up_after = timedelta(days=14)
    after = frozenset({"evidence"})

    def __init__(self, db: Database, archive: Archive, house: House, *, delivers: bool) -> None:
        """`delivers` where there is a data centre to post to."""
        self._db, self._archive, self._house, self._delivers = db, archive, house, delivers

    async def do(self, errand: ErrandRow) -> Done:
        """Write the record as the case stands now, and ask for its delivery."""
        case_id = errand.payload["case_id"]
        history = await chain.replay(self._db, case_id)
        if not history:
            raise Hopeless("no_case")
        case = replay(case_id, history)
        hashes = {file.number: file.sha256 for file in await evidence.of_case(self._db, case_id)}
        procedure, area = await self._procedure(case.procedure_version), self._house.area(case.place)
        calendar = replace(self._house.calendar, corrections=await corrections.in_force(self._db))
        record = case_record(case, procedure, history, area=area, hashes=hashes, calendar=calendar)
        path = f"exports/{case.ticket}.json"
        await self._archive.write(path, json.dumps(record, ensure_ascii=False, indent=2).encode())
        delivery = Errand("deliver", {"case_id": case_id, "file": path}, case_id, f"deliver:{errand.key}")
        return Done({"file": path, "posted": False}, (delivery,) if self._delivers else ())

    async def _procedure(self, version: str) -> Procedure:
        """The case's version; that of a closed case may not be on the shelf any more."""
        known = self._house.shelf.versions.get(version)
        return known or parse(await procedures.source(self._db, version) or "", f"version {version}")


class Deliver(ErrandKind):
    """Payload: case_id, file. Result: file and posted. The errand's key is the delivery's idempotency key."""

    give_up_after = timedelta(days=14)
    longest_pause = timedelta(hours=1)

    def __init__(self, url: str, secret: str, archive: Archive) -> None:
        self._url, self._secret, self._archive = url, secret.encode(), archive

    async def do(self, errand: ErrandRow) -> Done:
        """Post the file; a centre that has it already (409) is as good as one that takes it (2xx)."""
        file = errand.payload["file"]
        body = await self._archive.read(file)
        status = await self._post(body, errand.key)
        if 200 <= status < 300 or status == ALREADY_THERE:
            return Done({"file": file, "posted": True})
        if 400 <= status < 500 and status not in TRY_AGAIN:
            raise Hopeless(f"http_{status}")
        raise NotYet(f"http_{status}")

    async def _post(self, body: bytes, key: str) -> int:
        headers = {
            "Content-Type": "application/json",
            "X-Sigap-Delivery": key,
            "X-Sigap-Signature": f"sha256={hmac.new(self._secret, body, hashlib.sha256).hexdigest()}",
        }
        try:
            async with (
                ClientSession(timeout=ClientTimeout(total=POST_WITHIN_S)) as session,
                session.post(self._url, data=body, headers=headers, allow_redirects=False) as response,
            ):
                return response.status
        except (ClientError, TimeoutError) as error:
            raise NotYet(type(error).__name__) from error
