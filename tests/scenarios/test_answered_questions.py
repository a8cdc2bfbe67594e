"""A question that has been answered has no buttons any more, however it was answered."""

from alarm import alarm_at
from character import Character, skim
from city import City

from simulator.chat import Message


def with_buttons(chat: Character) -> list[Message]:
    """The messages with inline buttons, except cards."""
    return [one for one in chat.person.chat.messages if one.from_bot and one.markup and "👤" not in one.text[:120]]


async def test_answered_by_a_message(city: City) -> None:
    """Words and then photos: each question loses its buttons as its answer comes in, and only the newest has any."""
    people = await alarm_at(city, "finished")
    _, officer, _ = people
    await officer.press("Lapor")
    assert [officer.expect("Ceritakan penanganannya")] == with_buttons(officer)
    await officer.write("Api padam, tidak ada korban.")
    assert [officer.expect("Kirim sedikitnya satu foto")] == with_buttons(officer)
    await officer.photo()
    assert [officer.expect("1 diterima")] == with_buttons(officer)
    await officer.photo()
    assert [officer.expect("2 diterima")] == with_buttons(officer)
    await officer.press("Selesai")
    assert [] == with_buttons(officer)
    skim(*people)


async def test_an_answer_that_is_wrong_leaves_the_buttons(city: City) -> None:
    """The question still waits, so its buttons still work."""
    people = await alarm_at(city, "taken")
    operator, _, _ = people
    await operator.press("Jenis kejadian")
    question = operator.expect("Apa yang terjadi?")
    await operator.write("api")
    operator.expect()
    assert [question] == with_buttons(operator)
    await operator.press("Kebakaran")
    assert [] == with_buttons(operator)
    skim(*people)


async def test_a_form_that_is_left_by_batal(city: City) -> None:
    """What will not be answered any more cannot be pressed any more."""
    people = await alarm_at(city, "finished")
    _, officer, _ = people
    await officer.press("Lapor")
    await officer.write("/batal")
    assert [] == with_buttons(officer)
    skim(*people)
