"""The operators' group: an admin links it, people write in it, and it is let go again."""

import re

from character import Character
from city import City

from simulator.groups import Group


async def word_of(admin: Character) -> str:
    """The word that an admin is given for one group."""
    await admin.write("/hubungkan")
    found = re.search(r"/hubungkan (\w+)", admin.expect("Berlaku 10 menit").text)
    assert found is not None
    return found[1]


async def linked(city: City) -> tuple[Character, Group]:
    """An admin, and the operators' group that they have linked."""
    admin = await city.staff("admin", "Admin")
    group = city.telegram.group("Operator 112", by=admin.person)
    await say(admin, f"/hubungkan {await word_of(admin)}", group)
    assert "terhubung" in group.inbox.popleft().text
    return admin, group


async def say(who: Character, words: str, group: Group) -> None:
    """Write in a group."""
    await who.does(who.person.write, words, group)


async def unlink(admin: Character, group: Group) -> None:
    """So that later scenarios are not shown there."""
    await say(admin, "/lepaskan", group)
