"""Procedure files together: nothing twice, and what one opens the others have."""

from importlib.resources import files
from pathlib import Path

import pytest

from core.fault import ProcedureError
from core.procedure import Procedure, parse
from core.procedure_set import check_set

FOLDER = Path(__file__).parent / "procedures"


def load_all(**changes: tuple[str, str]) -> list[Procedure]:
    """All the files, mirrors in the place of what ships; `changes` says which words of a file are put otherwise."""
    procedures = []
    mirrored = {file.name for file in FOLDER.iterdir()}
    shipped = [file for file in (files("core") / "procedures").iterdir() if file.name not in mirrored]
    for file in sorted([*FOLDER.iterdir(), *shipped], key=lambda file: file.name):
        text = file.read_text(encoding="utf-8")
        old, new = changes.get(file.name.split(".")[0].replace("-", "_"), ("", ""))
        assert old in text
        procedures.append(parse(text.replace(old, new) if old else text, file.name))
    return procedures


def test_sound_together():
    """The files that ship and those that mirror the other procedures can be used together."""
    procedures = load_all()
    check_set(procedures)
    check_set([parse(file.read_text("utf-8"), file.name) for file in (files("core") / "procedures").iterdir()])
    assert {"panic", "visit", "cctv_shift", "cctv_playback"} <= {procedure.id for procedure in procedures}


FAULTS = [
    ({"visit": ("ticket: KJ", "ticket: RSK")}, "visit.yaml", 5, "RSK", "its own ticket, for fault.yaml has this one"),
    ({"visit": ("id: visit", "id: fault")}, "visit.yaml", 2, "fault", "its own id, for fault.yaml has this one"),
    ({"visit": ("command: kunjungan", "command: panik")}, "visit.yaml", 8, "panik",
     "its own command, for panic.yaml has this one"),
    ({"ambulance": ("lapor_ambulans", "data")}, "data-request.yaml", 8, "data",
     "its own command, for ambulance.yaml has this one"),
    ({"ambulance": ("procedure: fault,", "procedure: faults,")}, "ambulance.yaml", 144, "faults",
     "a procedure that exists (did you mean fault?)"),
    ({"ambulance": ("carry: {item: $vehicle}, ", "")}, "ambulance.yaml", 144, None,
     "carry: with item, which fault needs"),
    ({"ambulance": ("at: review}", "at: settle}")}, "ambulance.yaml", 196, "settle",
     "the first step of ambulance or one with entrance:"),
    ({"cctv_playback": ("number: 2", "number: 1")}, "cctv-shift.yaml", 12, "1",
     "a row that cctv-playback.yaml does not have"),
    ({"cctv_playback": ("number: 2", "number: 1")}, "cctv-playback.yaml", 1, None,
     "row 2 of the SOP cctv in one of cctv-playback.yaml, cctv-shift.yaml"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "file", "line", "value", "expected"), FAULTS)
def test_faults(changes, file, line, value, expected):
    """What two files claim, and what an opened procedure does not have, is told with its line."""
    with pytest.raises(ProcedureError) as caught:
        check_set(load_all(**changes))
    found = [(fault.file, fault.line, fault.value, fault.expected) for fault in caught.value.faults]
    assert (file, line, value, expected) in found
