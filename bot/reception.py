"""The reception with all its tables: every handler of the house, and the commands that procedures bring."""

from typing import Any

from aiogram.types import Message

from bot.dispatch import Reception
from bot.flows import form, late
from bot.handlers import (
    cases,
    contests,
    cries,
    datasets,
    delegation,
    duty,
    edits,
    holidays,
    linking,
    menu,
    places,
    privacy,
    proxy,
    queue,
    reassigning,
    registers,
    registration,
    reports,
    rest,
    same_event,
    storm,
    surveys,
    tasks,
)
from bot.house import House
from bot.routes import Handler, Routes
from bot.visit import Visit
from core.procedure import Procedure

PARTS = (
    menu,
    duty,
    tasks,
    cases,
    contests,
    proxy,
    cries,
    datasets,
    delegation,
    edits,
    places,
    form,
    late,
    linking,
    privacy,
    queue,
    reassigning,
    registers,
    registration,
    reports,
    same_event,
    holidays,
    storm,
    surveys,
)


def reception(house: House) -> Reception:
    """Everything that can be answered. Raises `RouteTakenError` where two would answer the same."""
    routes = Routes()
    for part in PARTS:
        routes.include(part.routes)
    for procedure in house.shelf.in_force.values():
        if procedure.open.command is not None:
            routes.command(procedure.open.command)(_opening(procedure))
        if procedure.open.on_behalf is not None:
            routes.command(procedure.open.on_behalf.command)(_recording(procedure))
    return Reception(house, routes, rest.anything, rest.refused)


def _opening(procedure: Procedure) -> Handler:
    async def open_by_command(message: Message, visit: Visit) -> Any:
        return await rest.open_by_command(visit, procedure)

    return open_by_command


def _recording(procedure: Procedure) -> Handler:
    async def open_on_behalf(message: Message, visit: Visit) -> Any:
        return await form.open_on_behalf(visit, procedure)

    return open_on_behalf
