"""What the house is furnished with at the start: the procedures, their letters, the texts, the areas, the calendar."""

from datetime import timedelta

from bot import registry
from bot.clock import Clock
from bot.documents import templates
from bot.documents.letterhead import Letterhead
from bot.errors import NotRunnableError, UnansweredEventError
from bot.house import House, Shelf
from bot.procedures import load_procedures
from bot.settings import LOCALES, Settings
from bot.texts import Texts
from core.areas import Areas
from core.office_calendar import OfficeCalendar, decreed
from core.procedure import parse
from core.runnable import unrunnable
from storage import procedures
from storage.database import Database


async def furnish(settings: Settings, db: Database, clock: Clock) -> House:
    """Everything that is the same for every update; a procedure that could not be run stops the start."""
    in_force = load_procedures(settings.sop_dir)
    for procedure in in_force.values():
        if lacking := unrunnable(procedure):
            raise NotRunnableError(procedure=procedure.id, lacking="; ".join(lacking))
        await procedures.freeze(db, procedure.version, procedure.id, procedure.source, clock.now())
    templates.check(in_force.values(), settings.sop_dir)
    shelf = Shelf(in_force)
    await learn_versions(shelf, db)
    if unanswered := registry.missing():
        raise UnansweredEventError(events=", ".join(sorted(unanswered)))
    areas = Areas.parse(settings.areas_file.read_text(encoding="utf-8")) if settings.areas_file is not None else None
    texts = Texts.load(LOCALES)
    if any(one.hours == "office" for one in in_force.values()):
        decreed(clock.now().year)  # The first look at a calendar takes a second, which no alarm need wait.
    return House(
        shelf,
        texts,
        settings.timezone,
        areas,
        settings.admin_ids,
        geocodes=settings.geocoder_url is not None,
        letterhead=Letterhead.of(settings),
        upload_url=settings.upload_url,
        storm_from=(settings.storm_alarms, timedelta(minutes=settings.storm_minutes)),
        calendar=OfficeCalendar(settings.timezone, settings.office_hours),
        digest_at=settings.digest_at,
    )


async def learn_versions(shelf: Shelf, db: Database) -> None:
    """Put the versions on the shelf that other processes, or earlier ones, have opened cases with."""
    for version, source in (await procedures.sources(db)).items():
        if version not in shelf.versions:
            shelf.versions[version] = parse(source, f"version {version}")
