"""The commands beside the text field: everybody's, and each role's in its own chat."""

from city import City

from simulator.methods_account import scope_key
from storage import people

EVERYBODYS = [
    "panik",
    "data",
    "latihan",
    "kunjungan",
    "dataset",
    "status",
    "daftar",
    "privasi",
    "bantuan",
    "bahasa",
    "batal",
]


async def test_citizens_see_the_alarm_first_and_nothing_of_the_staff(city: City) -> None:
    """/panik stands on top."""
    citizen = city.citizen()
    await citizen.write("/start")
    citizen.skim()
    assert citizen.person.commands() == EVERYBODYS


async def test_each_role_sees_its_own_work(city: City) -> None:
    """Tasks for all, duty for operators and officers, 112 for operators, stand-ins and the report for heads, registers
    for those who write or answer for them; the alarm stays first.
    """
    operator, officer, head = await city.operator(), await city.officer(), await city.head()
    assert ["panik", "tugas", "piket", "lapor", "buku", *EVERYBODYS[1:]] == operator.person.commands()
    assert ["panik", "tugas", "piket", *EVERYBODYS[1:]] == officer.person.commands()
    assert ["panik", "tugas", "delegasi", "laporan", "buku", *EVERYBODYS[1:]] == head.person.commands()


async def test_a_role_given_or_taken_on_the_command_line_is_noticed(city: City) -> None:
    """With the person's next message; without any role everybody's commands show again."""
    citizen = city.citizen()
    await citizen.write("/start")
    await people.add_staff(city.db, citizen.id, citizen.name, "officer", "", city.telegram.clock.now())
    await citizen.write("/start")
    assert "piket" in citizen.person.commands()
    await people.remove_staff(city.db, citizen.id, None, city.telegram.clock.now())
    await citizen.write("/start")
    citizen.skim()
    assert citizen.person.commands() == EVERYBODYS


async def test_a_role_given_while_nobody_ran_is_noticed_at_the_start(city: City) -> None:
    """Nobody has to write first."""
    citizen = city.citizen()
    await citizen.write("/start")
    await people.add_staff(city.db, citizen.id, citizen.name, "operator", "", city.telegram.clock.now())
    citizen.skim()
    await city.restart()
    await city.telegram.until(lambda: "lapor" in citizen.person.commands(), 30)
    await city.settle()


async def test_staff_read_them_in_their_language(city: City) -> None:
    """/bahasa changes them too."""
    officer = await city.officer()
    await officer.write("/bahasa")
    await officer.press("English")
    officer.skim()
    listed = city.telegram.bot.commands[scope_key({"type": "chat", "chat_id": officer.id}, None)]
    assert "My tasks" in [command.description for command in listed]


async def test_groups_see_the_alarm_alone(city: City) -> None:
    """Nothing else works there, and the alarm only shows the way."""
    listed = city.telegram.bot.commands[scope_key({"type": "all_group_chats"}, None)]
    assert ["panik"] == [command.command for command in listed]


async def test_what_stands_there_is_not_set_again(city: City) -> None:
    """Whoever writes a hundred times causes one call."""
    officer = await city.officer()
    key = scope_key({"type": "chat", "chat_id": officer.id}, None)
    before = city.telegram.bot.commands[key]
    await officer.write("/status")
    officer.skim()
    await city.restart()
    await officer.write("/status")
    officer.skim()
    assert before is city.telegram.bot.commands[key]
