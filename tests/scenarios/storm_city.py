"""A city that three alarms are a storm for, and what its people read of it."""

from character import Character
from city import KARANG_BALIK, City

from simulator.chat import Message


async def city_of_three(found) -> tuple[City, Character, Character]:
    """A city where three alarms within five minutes are a storm, with an operator and a head."""
    city = await found(STORM_ALARMS="3", STORM_MINUTES="5")
    operator = await city.operator()
    head = await city.head()
    return city, operator, head


async def alarms(city: City, count: int, *, located: bool = True) -> list[Character]:
    """So many citizens press PANIK."""
    crowd = [city.citizen() for _ in range(count)]
    for citizen in crowd:
        await citizen.write("/panik")
        if located:
            await citizen.share(*KARANG_BALIK)
    return crowd


def queue(character: Character) -> Message:
    """The newest queue in somebody's chat."""
    found = [one for one in character.person.chat.messages if "⛈" in one.text and "sejak" in one.text]
    assert found, f"{character.name} has no queue"
    return found[-1]


def rung(character: Character) -> list[str]:
    """What has come since, and is still there."""
    texts = [message.text for message in character.person.inbox if not message.deleted]
    character.skim()
    return texts
