"""Telegram's limits on sending, when they are switched on."""

import pytest
import telegram
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter

from simulator import Person, Simulator

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


async def test_limits_are_off_by_default(aiogram_bot: Bot, citizen: Person) -> None:
    """Forty messages at one moment pass."""
    for number in range(40):
        await aiogram_bot.send_message(citizen.id, f"{number}")
    assert len(citizen.inbox) == 40


async def test_a_private_chat_takes_three_and_then_one_a_second(
    aiogram_bot: Bot, ptb_bot: telegram.Bot, simulated: Simulator, citizen: Person
) -> None:
    """After a burst of three, one second buys one message."""
    simulated.limits.enforce = True
    for number in range(3):
        await aiogram_bot.send_message(citizen.id, f"{number}")
    with pytest.raises(TelegramRetryAfter) as waiting:
        await aiogram_bot.send_message(citizen.id, "empat")
    simulated.clock.forward(seconds=waiting.value.retry_after)
    await ptb_bot.send_message(citizen.id, "empat")
    with pytest.raises(telegram.error.RetryAfter):
        await ptb_bot.send_message(citizen.id, "lima")
    assert waiting.value.retry_after == 1


async def test_thirty_messages_a_second_overall(aiogram_bot: Bot, simulated: Simulator) -> None:
    """The thirty-first message within a second is refused, whoever it is for."""
    people = [simulated.person(f"Warga {number}") for number in range(31)]
    for person in people:
        person.write("/start")
    simulated.limits.enforce = True
    for person in people[:30]:
        await aiogram_bot.send_message(person.id, "Halo")
    with pytest.raises(TelegramRetryAfter):
        await aiogram_bot.send_message(people[30].id, "Halo")
    simulated.clock.forward(seconds=1)
    await aiogram_bot.send_message(people[30].id, "Halo")
    assert len(people[30].inbox) == 1


async def test_a_group_takes_twenty_a_minute_edits_included(aiogram_bot: Bot, simulated: Simulator) -> None:
    """Messages and edits count together within any minute."""
    group = simulated.group("Grup operator")
    simulated.limits.enforce = True
    sent = await aiogram_bot.send_message(group.id, "0")
    for number in range(1, 20):
        simulated.clock.forward(seconds=1)
        await aiogram_bot.edit_message_text(f"{number}", chat_id=group.id, message_id=sent.message_id)
    with pytest.raises(TelegramRetryAfter) as waiting:
        await aiogram_bot.send_message(group.id, "20")
    assert waiting.value.retry_after == 60 - 19
