"""`sigap sop`: procedure files, checked and shown."""

import argparse
import asyncio
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.output import write
from bot.documents import press, templates
from bot.documents.letterhead import Letterhead
from bot.errors import CommandError
from bot.procedures import load_procedures, read, together
from bot.settings import Settings
from core.fault import did_you_mean
from core.procedure import Procedure
from core.sop_table import render, sheet


def check(arguments: argparse.Namespace) -> int:
    """Check the files named beside those that ship, or all that are in use; each fault is a line of its own."""
    if arguments.files:
        procedures = read((name, Path(name)) for name in arguments.files)
        together(procedures)
    else:
        procedures = list(load_procedures(Settings.load().sop_dir).values())
    for procedure in procedures:
        print(f"{procedure.file}: {procedure.id} holds together, {len(procedure.steps)} steps")
    return 0


def show(arguments: argparse.Namespace) -> int:
    """Print the table of a procedure, or of an SOP that several files make up, as it is prescribed."""
    parts = _parts(arguments.id, Settings.load())
    sys.stdout.write(render(*parts, width=shutil.get_terminal_size((120, 0)).columns))
    return 0


def print_(arguments: argparse.Namespace) -> int:
    """Write the same table as a PDF, with the office's head."""
    settings = Settings.load()
    table = sheet(*_parts(arguments.id, settings))
    to = arguments.to or Path(f"sop-{arguments.id}.pdf")
    data = table._asdict() | {"head": Letterhead.of(settings).printed()}
    # The same table is the same file, on whatever day it is printed.
    made = asyncio.run(press.typeset(templates.source("sop", None), data, datetime.fromtimestamp(0, UTC)))
    write(to, made)
    print(to)
    return 0


def _parts(name: str, settings: Settings) -> list[Procedure]:
    procedures = load_procedures(settings.sop_dir)
    parts = [one for one in procedures.values() if name in (one.id, one.sop)]
    if not parts:
        raise CommandError(
            reason=f'there is no procedure "{name}"{did_you_mean(name, procedures)}',
            mend=f"write one of {', '.join(sorted(procedures))}",
        )
    return parts
