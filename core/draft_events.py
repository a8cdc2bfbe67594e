"""What has happened to somebody's work before it goes out: sent back for another round, initialled, signed."""

from dataclasses import dataclass

from core.event import Event, Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkReturned(Event):
    """Whoever checks the work at a step sent it back to the step `to`, where round `number` begins; `note` says why."""

    step: str
    entry: int
    to: str
    number: int
    note: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSigned(Event):
    """Somebody put their paraf or signature to what answers `what`: a record, no certified electronic signature.

    `mark` is `paraf`, `ttd`, or `outside` for a file that was signed elsewhere; `capacity` is the role by which they
    did it, and `acting` as what they stood in for its holder, `Plh Kepala Dinas`. `version` counts what was given so
    far, and `files` are its pieces: number, and SHA-256 in hex where the file had been kept by then.
    """

    step: str
    what: str
    version: int
    mark: str
    capacity: str
    files: tuple[tuple[int, str], ...]
    acting: str = ""
