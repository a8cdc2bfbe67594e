"""Whoever an action was recorded for hears of it, with the words that were written down as theirs."""

from bot.aftermath import Aftermath
from bot.facts import NONE, chosen
from core.action import Action

WAY, SAID = "way", "said"
"""The values that say how somebody answered, and in which words."""


async def for_them(after: Aftermath, person_id: int, writer_id: int, action: Action) -> None:
    """The words go to them alone: who else works on the case learns of the action as always."""
    after.relayed |= {(one, SAID) for one in after.concerned()}
    language, writer = await after.language(person_id), await after.person(writer_id)
    await after.say(
        person_id,
        after.news_lane,
        "news-recorded-for-you",
        name=writer.name if writer is not None else NONE,
        action=action.label.in_language(language),
        way=chosen(after.case, after.procedure, WAY, language) or NONE,
        words=after.words_of(SAID, language),
    )
