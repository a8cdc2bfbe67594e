"""What follows when work is sent back, or somebody puts their name to it."""

from bot.aftermath import Aftermath
from bot.registry import on
from core import events as e


@on(e.WorkReturned)
@on(e.DocumentSigned)
async def written_on_the_card(after: Aftermath, event: e.Event) -> None:
    """The cards say it; whoever is told is named by the action's `tell:`."""
