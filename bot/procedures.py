"""The procedure files in use: those that ship, and those of the office's own folder."""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from core.fault import Fault, ProcedureError
from core.performer import ROLES
from core.procedure import Procedure, parse
from core.procedure_set import check_set

Sources = Iterable[tuple[str, Traversable]]


def load_procedures(sop_dir: Path | None) -> dict[str, Procedure]:
    """Every procedure by its id; one in `sop_dir` replaces the shipped one of the same id.

    Raises ProcedureError with the faults of all files, or with what does not hold between them.
    """
    own = read(_yaml(sop_dir)) if sop_dir is not None else []
    return {one.id: one for one in together(own)}


def together(own: list[Procedure]) -> list[Procedure]:
    """The shipped procedures that `own` does not replace, and `own`; raises ProcedureError if they clash."""
    replaced = {one.id for one in own}
    shipped = [one for one in read(_yaml(files("core") / "procedures")) if one.id not in replaced]
    check_set([*shipped, *own])
    return [*shipped, *own]


def read(sources: Sources) -> list[Procedure]:
    """Parse files, each with the name that its faults go by; raises ProcedureError with the faults of all."""
    found: list[Procedure] = []
    faults: list[Fault] = []
    for name, source in sources:
        try:
            found.append(parse(source.read_text(encoding="utf-8"), name))
        except ProcedureError as error:
            faults += error.faults
        except (OSError, UnicodeDecodeError) as error:
            faults.append(Fault(name, 1, None, f"a readable UTF-8 file ({error})"))
    if faults:
        raise ProcedureError(faults)
    return found


def known_roles(procedures: Iterable[Procedure]) -> frozenset[str]:
    """The roles of the house and those that the procedures name."""
    return frozenset(ROLES).union(*(one.known_roles for one in procedures))


def _yaml(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith((".yaml", ".yml")):
            yield str(entry), entry
