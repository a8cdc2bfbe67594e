"""Whom a storm reaches beside the operators: the linked group and the heads; and what it never loses."""

from datetime import timedelta

from character import Character
from operators_group import linked, unlink
from storm_city import alarms, city_of_three, queue, rung


def storm_lines(character: Character) -> list[str]:
    """The lines about the storm among what has come since."""
    return [text for text in rung(character) if "Mode badai" in text and "pukul" in text]


async def test_the_group_reads_the_sum_and_the_head_one_line_at_each_end(found):
    """Every five minutes one line of numbers in the operators' group; the head reads of begin and end alone."""
    city, operator, head = await city_of_three(found)
    admin, group = await linked(city)
    crowd = await alarms(city, 3)
    assert [1] == [len(storm_lines(head))]
    group.inbox.clear()
    await city.forward(minutes=4)
    city.skim()
    await operator.press("1 · Tangani", queue(operator))
    await city.forward(minutes=1)

    summary = [message.text for message in group.inbox if "Mode badai" in message.text]
    assert ["⛈ Mode badai: 2 alarm belum ditangani, 1 sedang ditangani."] == summary
    assert not any(citizen.name in message.text for citizen in crowd for message in group.chat.messages)
    assert [] == storm_lines(head)
    await head.write("/badai")
    head.skim()
    await head.press("Akhiri mode badai")
    assert [1] == [len(storm_lines(head))]
    await unlink(admin, group)
    city.skim()


async def test_an_alarm_after_a_restart_joins_those_before_it(found):
    """After a minute without the bot the queue has all three, and the fourth that comes then."""
    city, operator, _ = await city_of_three(found)
    crowd = await alarms(city, 3)
    city.skim()
    await city.restart(after=timedelta(minutes=1))
    crowd += await alarms(city, 1)
    await city.forward(seconds=15)

    shown = queue(operator).text
    assert all(citizen.ticket() in shown for citizen in crowd)
    assert "4 belum ditangani" in shown
    city.skim()
