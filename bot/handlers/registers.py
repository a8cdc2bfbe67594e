"""/buku: a month of a register as files, for heads and for whoever writes it."""

from typing import Any

from aiogram.types import Message

from bot import keyboards
from bot.documents import wording
from bot.documents.register_book import names, title
from bot.documents.register_files import ask
from bot.presses import OldButton, Press, data
from bot.routes import Routes
from bot.visit import Visit
from core.month import Month
from core.refusal import NotAllowed

routes = Routes()

MONTHS = 3
ONE_BOOK = "-"
"""Stands for the register of all procedures, whose name is empty, in a button."""


@routes.command("buku", "books")
async def register(message: Message, visit: Visit) -> Any:
    """The registers that the person may read, each with its newest months."""
    house = visit.desk.house
    mine = [name for name, roles in names(house).items() if roles & visit.person.roles]
    if not mine:
        return visit.reply("register-not-yours", await visit.menu())
    month, rows = Month.of(visit.desk.now, house.zone), []
    months = [month, month.before, month.before.before][:MONTHS]
    for name in mine:
        called = title(house, name, visit.person.language)
        for one in months:
            words = wording.month(house, one.begins(house.zone), visit.person.language)
            label = visit.label("register-button", title=called, month=words)
            rows.append([keyboards.button(label, data("register", name or ONE_BOOK, str(one)))])
    return visit.reply("register-choose", keyboards.inline(rows))


@routes.press("register")
async def chosen(press: Press, visit: Visit) -> Any:
    """Have the files made and sent."""
    name = "" if press.part(0) == ONE_BOOK else press.part(0)
    try:
        month = Month.read(press.part(1))
    except ValueError:
        raise OldButton from None
    if not names(visit.desk.house).get(name, frozenset()) & visit.person.roles:
        raise NotAllowed
    visit.desk.unit.ask(ask(name, month, visit.person, visit.desk.now))
    return visit.toast("register-coming")
