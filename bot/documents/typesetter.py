"""Sets one document with Typst, in a process of its own (`press.typeset`)."""

import json
import tempfile

import typst

from bot.documents.limits import work
from bot.setting_values import ROOT

FOLDER = ROOT / "locales" / "id" / "documents"


def typeset(job: bytes) -> bytes:
    """The PDF. Data is JSON in an input and no source, so that nothing in it is markup; only Typst's own fonts."""
    asked = json.loads(job)
    with tempfile.TemporaryDirectory() as empty:
        made: bytes = typst.compile(
            asked["source"].encode(),
            root=str(FOLDER),
            ignore_system_fonts=True,
            sys_inputs={"data": asked["data"]},
            timestamp=asked["at"],
            package_path=empty,
            package_cache_path=empty,
        )
    return made


if __name__ == "__main__":
    work(typeset)
