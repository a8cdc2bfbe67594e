"""What must be true of all procedure files together."""

from collections.abc import Iterable, Iterator, Sequence

from core.fault import Fault, ProcedureError, did_you_mean
from core.opening import Opening
from core.procedure import Procedure
from core.source import Source
from core.walk import Finding, Place, walk


def check_set(procedures: Sequence[Procedure]) -> None:
    """Proves that ids, tickets and commands are each one's own, and that what is opened exists and gets what it needs.

    Raises ProcedureError.
    """
    faults: list[Fault] = []
    known = {procedure.id: procedure for procedure in procedures}
    taken: dict[tuple[str, str], str] = {}
    for procedure in procedures:
        findings = [*_taken(procedure, taken), *_openings(procedure, known), *_rehearsed(procedure, known)]
        if findings:
            source = Source(procedure.source, procedure.file)
            faults += [source.fault(*finding) for finding in findings]
    faults += [fault for sop in _sops(procedures) for fault in _split_rows(sop)]
    if faults:
        raise ProcedureError(faults)


def _taken(procedure: Procedure, taken: dict[tuple[str, str], str]) -> Iterator[Finding]:
    entry = procedure.open
    own: list[tuple[Place, str, str]] = [(("id",), "id", procedure.id), (("ticket",), "ticket", procedure.ticket)]
    if entry.command is not None:
        own.append((("open", "command"), "command", entry.command))
    if entry.on_behalf is not None:
        own.append((("open", "on_behalf", "command"), "command", entry.on_behalf.command))
    for place, kind, word in own:
        if (kind, word) in taken:
            yield place, word, f"its own {kind}, for {taken[kind, word]} has this one"
        taken.setdefault((kind, word), procedure.file)


def _openings(procedure: Procedure, known: dict[str, Procedure]) -> Iterator[Finding]:
    for place, part in walk(procedure):
        if not isinstance(part, Opening):
            continue
        if part.procedure not in known:
            yield (*place, "procedure"), part.procedure, f"a procedure that exists{did_you_mean(part.procedure, known)}"
            continue
        opened = known[part.procedure]
        entrances = {step.id: step.entrance for step in opened.steps if step.entrance is not None}
        if part.at is not None and part.at not in {opened.entry.id, *entrances}:
            guess = did_you_mean(part.at, entrances)
            yield (*place, "at"), part.at, f"the first step of {opened.id} or one with entrance:{guess}"
            continue
        needed = entrances.get(part.at or opened.entry.id)
        names = opened.open.sets if needed is None else frozenset(name[1:] for name in needed)
        by_calendar = opened.open.schedule.sets if opened.open.schedule is not None else frozenset()
        lacking = sorted(names - by_calendar - part.carry.keys())
        if lacking:
            yield (*place, "carry"), None, f"carry: with {', '.join(lacking)}, which {opened.id} needs"


def _rehearsed(procedure: Procedure, known: dict[str, Procedure]) -> Iterator[Finding]:
    if procedure.rehearses is not None and procedure.rehearses.procedure not in known:
        name = procedure.rehearses.procedure
        yield ("rehearses", "procedure"), name, f"a procedure that exists{did_you_mean(name, known)}"


def _sops(procedures: Iterable[Procedure]) -> Iterator[list[Procedure]]:
    sops: dict[str, list[Procedure]] = {}
    for procedure in procedures:
        if procedure.sop is not None:
            sops.setdefault(procedure.sop, []).append(procedure)
    yield from sops.values()


def _split_rows(sop: list[Procedure]) -> Iterator[Fault]:
    seen: dict[int, str] = {}
    for procedure in sop:
        source = Source(procedure.source, procedure.file)
        for row in procedure.rows:
            if row.number in seen:
                place = _worded_at(procedure, row.number)
                yield source.fault(place, str(row.number), f"a row that {seen[row.number]} does not have")
            seen.setdefault(row.number, procedure.file)
    for number in range(1, max(seen, default=0)):
        if number not in seen:
            files = ", ".join(procedure.file for procedure in sop)
            yield Fault(sop[0].file, 1, None, f"row {number} of the SOP {sop[0].sop} in one of {files}")


def _worded_at(procedure: Procedure, number: int) -> tuple[str | int, ...]:
    written = [index for index, row in enumerate(procedure.written_rows) if row.number == number]
    if written:
        return ("rows", written[0])
    steps = [index for index, step in enumerate(procedure.steps) if step.row == number]
    return ("steps", steps[0], "row") if steps else ("open", "row")
