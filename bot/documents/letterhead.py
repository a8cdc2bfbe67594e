"""The head of letters and how they are numbered, as the office has set it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes, from where, and the classification code of each template (Permendagri 83/2022), where it has one."""

    government: str = ""
    name: str = ""
    short: str = ""
    address: str = ""
    contact: str = ""
    town: str = ""
    logo: Path | None = None
    codes: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, settings: "Settings") -> Self:
        """As the settings have it."""
        return cls(
            government=settings.office_government,
            name=settings.office_name,
            short=settings.office_code,
            address=settings.office_address,
            contact=settings.office_contact,
            town=settings.office_town,
            logo=settings.office_logo,
            codes=settings.letter_codes,
        )

    def code(self, template: str, given: str | None = None) -> str:
        """The classification code of a letter: the one given, else the template's; empty where none is known."""
        return given or self.codes.get(template, "")

    def number(self, code: str, serial: int, year: int) -> str:
        """A letter's number as printed: `800.1.11.1/0001/DKISP/2026`, without a code where none is known."""
        parts = (code, f"{serial:04d}", self.short, str(year))
        return "/".join(part for part in parts if part)

    def printed(self) -> dict[str, Any]:
        """What templates print; the logo as the numbers of its bytes."""
        lines = {name: value for name, value in asdict(self).items() if isinstance(value, str)}
        return lines | {"logo": list(self.logo.read_bytes()) if self.logo is not None else None}
