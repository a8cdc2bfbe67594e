"""The kinds of errands that this installation does, by what is set up."""

from bot.archive import Archive
from bot.check_codes import CodePicture
from bot.clock import Clock
from bot.commands_menu import Commands
from bot.data_centre import Deliver, Export
from bot.datasets import DatasetFile
from bot.documents.first_page import FirstPage
from bot.documents.letters import Letters
from bot.documents.posting import Post
from bot.documents.register_files import RegisterFiles
from bot.documents.report_files import ReportFile
from bot.errands import ErrandKind
from bot.evidence import Evidence
from bot.geocoder import Geocoder
from bot.house import House
from bot.own_data import OwnData
from bot.settings import Settings
from bot.telegram import Wire
from storage.database import Database


def errand_kinds(settings: Settings, bot: Wire, db: Database, clock: Clock, house: House) -> dict[str, ErrandKind]:
    """Every kind by its name; `deliver` and `geocode` only where there is somebody to ask."""
    archive = Archive(settings.data_dir)
    url, secret = settings.data_centre_url, settings.data_centre_secret
    kinds: dict[str, ErrandKind] = {
        "evidence": Evidence(bot, db, archive, clock),
        "commands": Commands(bot, db, house),
        "own_data": OwnData(bot, db, house, clock),
        "code": CodePicture(bot, db, house, clock),
        "dataset": DatasetFile(bot, db, archive, house, clock),
        "letter": Letters(db, archive, house, settings.sop_dir),
        "first_page": FirstPage(db, archive),
        "register": RegisterFiles(db, archive, house, clock),
        "report": ReportFile(db, archive, house, clock),
        "post": Post(bot, db, archive, clock),
        "export": Export(db, archive, house, delivers=url is not None),
    }
    if url is not None and secret is not None:
        kinds["deliver"] = Deliver(url, secret.get_secret_value(), archive)
    if settings.geocoder_url is not None:
        kinds["geocode"] = Geocoder(settings.geocoder_url, clock)
    return kinds
