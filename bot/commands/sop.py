"""`sigap sop`: procedure files, checked and shown."""

import argparse
import shutil
import sys
from pathlib import Path

from bot.errors import CommandError
from bot.procedures import load_procedures, read, together
from bot.settings import Settings
from core.fault import did_you_mean
from core.sop_table import render


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
    procedures = load_procedures(Settings.load().sop_dir)
    parts = [one for one in procedures.values() if arguments.id in (one.id, one.sop)]
    if not parts:
        raise CommandError(
            reason=f'there is no procedure "{arguments.id}"{did_you_mean(arguments.id, procedures)}',
            mend=f"write one of {', '.join(sorted(procedures))}",
        )
    sys.stdout.write(render(*parts, width=shutil.get_terminal_size((120, 0)).columns))
    return 0
