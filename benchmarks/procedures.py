"""The same conversation with few procedures loaded and with fifty: speed, memory and the time of a start."""

import argparse
from pathlib import Path

from benchmarks.contest import contest, table
from benchmarks.contestant import SIGAP, Contestant

INVENTED = 48
"""With the two that ship they are fifty; five of them stand in the citizens' menu."""
ONE = """\
id: loan_{number}
number: 067/{number}/Pinjam/2026
title: Peminjaman alat {number}
en: Loan of tool {number}
ticket: P{letters}
hours: always
open:
  by: {opener}
  command: pinjam{number}
  label: Pinjam alat {number}
  en: Borrow tool {number}
  form:
    - {{id: institution, ask: Nama instansi, en: Name of the institution, type: text, max: 60}}
    - {{id: days, ask: Berapa hari?, en: For how many days?, type: number, min: 1, max: 7}}
outcomes:
  returned: {{id: Sudah kembali, en: Returned}}
  refused: {{id: Ditolak, en: Refused}}
steps:
  - id: decide
    title: Sekretaris memutuskan
    en: The secretary decides
    by: secretary
    within: 10 minutes
    above: head_of_department
    actions:
      - id: lend
        label: Pinjamkan
        en: Lend
        to: collect
        tell: {{who: requester, say: "Alat untuk {{ticket}} dapat diambil.", en: "The tool for {{ticket}} is ready."}}
      - id: refuse
        label: Tolak
        en: Refuse
        ask: [{{id: reason, ask: Alasan penolakan, en: Why not?, type: text}}]
        end: refused
        tell: {{who: requester, say: "Permohonan {{ticket}} ditolak.", en: "The request {{ticket}} was refused."}}
  - id: collect
    title: Menunggu alat kembali
    en: Waiting for the tool to come back
    by: secretary
    within: 10 hours
    above: head_of_department
    actions:
      - {{id: returned, label: Sudah kembali, en: It is back, end: returned}}
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked for."""
    parser.add_argument("--people", type=int, default=300, help="how many people write at once")
    parser.add_argument("--rounds", type=int, default=3)


async def report(asked: argparse.Namespace, core: int) -> str:
    """Sigap as it ships beside Sigap with the others; returns the table."""
    return table(await contest((SIGAP, CROWDED_SHELF), asked.people, asked.rounds, core))


async def invent(folder: Path) -> None:
    """Write the others' files."""
    (folder / "sop").mkdir()
    for number in range(INVENTED):
        letters = chr(ord("A") + number // 26) + chr(ord("A") + number % 26)
        opener = "secretary" if number % 10 else "citizen"
        words = ONE.format(number=number, letters=letters, opener=opener)
        (folder / "sop" / f"loan-{number}.yaml").write_text(words, encoding="utf-8")


CROWDED_SHELF = Contestant("Sigap, 50 procedures", SIGAP.arguments, {"SOP_DIR": "{folder}/sop"}, invent)
