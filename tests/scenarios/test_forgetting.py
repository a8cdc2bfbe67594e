"""A day after a case has closed, the chats of staff do not tell any more whom it was about; the case still does."""

from datetime import timedelta

from alarm import alarm_at, record, report
from character import Character
from city import City

WORDS = "Rumah Pak RT, anak saya di dalam"


async def told(city: City) -> tuple[Character, Character, Character]:
    """An alarm on its way, of which a photo, words and a voice message have reached its operator and its officer."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await citizen.photo()
    await citizen.write(WORDS)
    await citizen.voice()
    return operator, officer, citizen


async def close(operator: Character, officer: Character) -> None:
    """From the road to the closed case."""
    await officer.press("Tiba")
    await officer.press("Selesai di lokasi")
    await report(officer)
    await record(operator)


def shown(character: Character) -> str:
    """Everything of the bot's that the chat shows: its texts, and its maps and files by their kind."""
    messages = (message for message in character.person.chat.messages if message.from_bot)
    return "\n".join(message.text or f"<{message.kind}>" for message in messages)


def edited(character: Character) -> int:
    """How often messages of the chat have been changed."""
    return sum(len(message.history) for message in character.person.chat.messages)


async def test_a_day_after_the_end_the_chats_of_staff_have_lost_it(city: City) -> None:
    """Name, words, map, photo and voice are gone; number, kind, area, times and outcome stay."""
    operator, officer, citizen = await told(city)
    ticket = operator.ticket()
    await close(operator, officer)
    await city.forward(hours=23, minutes=59)
    for staff in (operator, officer):
        assert citizen.name in shown(staff)
    assert WORDS in shown(operator)
    city.skim()
    await city.forward(minutes=1)
    for staff in (operator, officer):
        for gone in (citizen.name, WORDS, "Api padam", "<photo>", "<voice>", "<location>", "Posisi diterima"):
            assert gone not in shown(staff), gone
        for kept in (ticket, "ditutup", "Selesai", "tidak ditampilkan lagi"):
            assert kept in shown(staff), kept
        staff.expect_nothing()
    case = await city.case(ticket)
    assert WORDS in case.personal.values()
    assert all(item.sha256 for item in case.evidence)


async def test_the_citizen_keeps_what_they_were_told(city: City) -> None:
    """Nothing is taken out of the reporter's own chat."""
    operator, officer, citizen = await told(city)
    await close(operator, officer)
    before = shown(citizen)
    await city.forward(hours=25)
    assert before == shown(citizen)
    city.skim()


async def test_what_cannot_be_deleted_any_more_is_edited(city: City) -> None:
    """After 48 hours words are written over, and a photo asks to be deleted by hand."""
    operator, officer, _ = await told(city)
    await city.forward(hours=47)
    await close(operator, officer)
    city.skim()
    await city.forward(hours=24)
    assert WORDS not in shown(operator)
    assert "Isi pesan ini dihapus" in shown(operator)
    assert "Hapus berkas ini dari ponsel Anda" in shown(operator)
    city.skim()


async def test_it_survives_a_restart_and_happens_once(city: City) -> None:
    """The database knows what is due, also after two days away; a second start has nothing left to do."""
    operator, officer, citizen = await told(city)
    await close(operator, officer)
    city.skim()
    await city.restart(after=timedelta(hours=26))
    assert citizen.name not in shown(operator)
    after, edits = shown(operator), edited(operator)
    await city.restart(after=timedelta(hours=26))
    assert (after, edits) == (shown(operator), edited(operator))
    city.skim()


async def test_a_card_that_was_deleted_by_hand_is_not_sent_again(city: City) -> None:
    """Nobody is bothered with a new card of a case that closed yesterday."""
    operator, officer, _ = await told(city)
    await close(operator, officer)
    city.skim()
    operator.person.delete(operator.card())
    await city.forward(hours=24)
    operator.expect_nothing()


async def test_a_card_called_up_later_tells_no_more(city: City) -> None:
    """Whoever opens the case's link after a day sees what is left of the card."""
    operator, officer, citizen = await told(city)
    ticket = operator.ticket()
    await close(operator, officer)
    city.skim()
    await city.forward(hours=24)
    await operator.write(f"/start case_{ticket}")
    card = operator.expect(ticket, "tidak ditampilkan lagi")
    assert citizen.name not in card.text
