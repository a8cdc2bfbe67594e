"""Sets pages, paints and joins them: each in a short process with little memory and time, and none of our secrets.

What comes out depends on nothing but what goes in: the same letter is the same bytes.
"""

import asyncio
import json
import os
import sys
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.errands import Hopeless, NotYet
from bot.setting_values import ROOT

WITHIN_S = 30


async def typeset(template: str, data: Mapping[str, Any], at: datetime) -> bytes:
    """The PDF of a template's source; raises `NotYet` where the process did not come to an end, else `Hopeless`."""
    job = {"source": template, "data": json.dumps(data, ensure_ascii=False), "at": int(at.timestamp())}
    return await _process("typesetter", json.dumps(job).encode())


async def paint(file: Path) -> bytes:
    """The first page of a PDF, or a picture, as a JPEG of bounded size; raises `Hopeless` where that cannot be."""
    return await _process("painter", str(file).encode())


async def join(files: Sequence[Path], last: bytes) -> bytes:
    """One PDF of PDFs and pictures with `last` behind them; raises `Hopeless` where one cannot be read."""
    job = {"files": [str(file) for file in files], "last": b64encode(last).decode()}
    return await _process("binder", json.dumps(job).encode())


async def _process(module: str, job: bytes) -> bytes:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", f"bot.documents.{module}"),
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": os.defpath, "LANG": "C.UTF-8"},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        made, complaint = await asyncio.wait_for(process.communicate(job), WITHIN_S)
    except TimeoutError:
        raise Hopeless(f"{module}_too_slow") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode == 0 and made:
        return made
    if process.returncode and process.returncode < 0:
        raise Hopeless(f"{module}_killed")
    reason = complaint.decode(errors="replace").strip().splitlines()
    raise (Hopeless if reason and reason[-1] == "refused" else NotYet)(f"{module}_failed")
