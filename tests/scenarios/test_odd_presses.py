"""Presses that nobody should make: forged, foreign, stale, repeated, in the wrong place. Each is answered, once."""

import json
import random

import pytest
from alarm import alarm_at
from character import Character
from city import City

from bot.presses import data
from simulator.chat import Message
from simulator.world import Press
from storage.batch import Batch

SEED = 20260302
FORGED = (
    *("", ":", "v1", "v1:", "v1::", "v2:act:1:1", "act:1:1:ready", "\x00", "💥" * 16, "x" * 64, "v1:" + ":" * 61),
    *("v1:act", "v1:act:", "v1:act:-1:-1:ready", "v1:act:zzzzzzzzzz:1:ready", "v1:act:" + "z" * 57, "v1:act:0:0:words"),
    *(
        "v1:act:٣:٣:ready",
        "v1:act: 1: 1:kind",
        "v1:act:1.5:1:kind",
        "v1:act:1:1:",
        "v1:act:1:1:💥",
        "v1:act:1:0:cancel",
    ),
    *("v1:claim", "v1:claim:0:0", "v1:claim:zzzzzzzzzz:zzzzzzzzzz", "v1:over:1:9999", "v1:look", "v1:look:-1"),
    *("v1:look:zzzzzzzzzz", "v1:form", "v1:form::stop", "v1:form:000000:0", "v1:form:000000:send", "v1:form:None:stop"),
    *("v1:language", "v1:language:xx", "v1:language:<b>", "v1:nosuchverb:1", "v1:__class__:1", "V1:ACT:1:1:KIND"),
)


def answers(city: City, press: Press) -> int:
    """How often a press was answered."""
    return len(city.telegram.calls("answerCallbackQuery", callback_query_id=press.id))


async def forge(who: Character, message: Message, written: str) -> str:
    """Press with any data; returns what the answer said."""
    press: Press = await who.does(who.person.press_data, message, written)
    assert 1 == answers(who.city, press), f"{written!r} was answered {answers(who.city, press)} times"
    assert press.answer is not None
    return press.answer.text


async def entry_of(city: City, ticket: str) -> tuple[int, int]:
    """The number of a case and of its step that waits."""
    case = await city.case(ticket)
    return case.id, case.steps[0].entry


@pytest.mark.parametrize("role", ["citizen", "operator", "officer"])
async def test_forged_data_is_answered_and_does_nothing(city: City, role: str) -> None:
    """Whatever stands in it and whoever sends it: one answer, no message, and the case as it was."""
    operator, officer, citizen = await alarm_at(city, "taken")
    who = {"citizen": citizen, "operator": operator, "officer": officer}[role]
    before = await city.case(citizen.ticket())
    under = who.person.chat.messages[-1]
    for written in FORGED:
        assert "" != await forge(who, under, written), written
        for character in city.cast:
            assert [] == character.unread(), written
    assert before == await city.case(citizen.ticket())


async def test_presses_at_random_are_answered_and_do_nothing(city: City) -> None:
    """Two hundred data of our own shape with random parts, all at once."""
    operator, _, citizen = await alarm_at(city, "taken")
    before, chance = await city.case(citizen.ticket()), random.Random(SEED)
    verbs, parts = (
        ("act", "claim", "over", "form", "x"),
        ("9", "zz", "-1", "", "😀", "٣", "\u202e", "<b>", "0", "kind", "yes"),
    )
    written = [
        ":".join(("v1", chance.choice(verbs), "zz9", *chance.choices(parts, k=chance.randrange(5)))) for _ in range(200)
    ]
    presses = [operator.person.press_data(operator.card(), one) for one in written]
    await city.settle()
    unanswered = [one for one, press in zip(written, presses, strict=True) if answers(city, press) != 1]
    assert [] == unanswered, f"seed {SEED}"
    assert before == await city.case(citizen.ticket())
    operator.expect_nothing()


@pytest.mark.parametrize("verb", ["claim", "over", "look"])
@pytest.mark.parametrize("role", ["requester", "stranger", "officer"])
async def test_who_may_not_press_is_told_so(city: City, role: str, verb: str) -> None:
    """A citizen with an operator's button, a stranger, an officer who is not asked: told, and logged without a name."""
    _, officer, citizen = await alarm_at(city, "ringing")
    stranger = city.citizen()
    await stranger.write("/start")
    stranger.skim()
    case_id, entry = await entry_of(city, citizen.ticket())
    who = {"requester": citizen, "stranger": stranger, "officer": officer}[role]
    before = await city.case(citizen.ticket())
    written = data(verb, case_id, entry)
    assert "Ini bukan wewenang Anda." == await forge(who, who.person.chat.messages[-1], written)
    assert before == await city.case(citizen.ticket())
    line = json.loads(next(line for line in reversed(city.bot.log.splitlines()) if '"refused"' in line))
    assert ("not-allowed", case_id) == (line["reason"], line["case"])
    assert {"reason", "case", "event", "level", "timestamp", "logger"} >= line.keys()


@pytest.mark.parametrize("action", ["kind", "forward", "not_emergency"])
async def test_another_operator_is_told_who_has_the_case(city: City, action: str) -> None:
    """The buttons of a case that somebody has taken are refused with the name and the time."""
    operator, _, citizen = await alarm_at(city, "taken")
    other = await city.operator("Rekan")
    case_id, entry = await entry_of(city, citizen.ticket())
    said = await forge(other, other.person.chat.messages[-1], data("act", case_id, entry, action))
    assert f"Sudah ditangani {operator.name} sejak" in said
    other.expect_nothing()


@pytest.mark.parametrize("action", ["ready", "unable", "arrived"])
async def test_another_officer_may_not_answer_for_the_one_asked(city: City, action: str) -> None:
    """An officer with a colleague's button changes nothing."""
    _, officer, citizen = await alarm_at(city, "passed on")
    other = await city.officer("Rekan")
    case_id, entry = await entry_of(city, citizen.ticket())
    before = await city.case(citizen.ticket())
    said = await forge(other, other.person.chat.messages[-1], data("act", case_id, entry, action))
    assert "Ini bukan wewenang Anda." == said
    assert before == await city.case(citizen.ticket())
    officer.expect_nothing()


async def test_an_old_card_says_what_happened_and_who_has_it(city: City) -> None:
    """The operator's card of before: told where the case is now, with whom, and the newest card is shown."""
    operator, officer, citizen = await alarm_at(city, "taken")
    case_id, entry = await entry_of(city, citizen.ticket())
    await operator.press("Teruskan")
    operator.skim()
    await operator.press(officer.name)
    officer.skim()
    said = await forge(operator, operator.card(), data("act", case_id, entry, "kind"))
    assert "Tahap ini sudah lewat" in said
    assert "Petugas diminta konfirmasi" in said
    assert officer.name in said
    operator.sees("Tahap 3/7", officer.name)
    operator.expect_nothing()


async def test_a_card_of_a_closed_case_says_when_and_how_it_ended(city: City) -> None:
    """Any of its buttons is answered with the outcome and the time."""
    operator, officer, citizen = await alarm_at(city, "closed")
    case = await city.case(citizen.ticket())
    for who, action in ((operator, "record"), (officer, "ready"), (operator, "forward")):
        said = await forge(who, who.card(), data("act", case.id, 3, action))
        assert "sudah ditutup pukul" in said
        assert "Selesai" in said
        who.expect_nothing()


async def test_a_double_tap_has_one_effect(city: City) -> None:
    """Two presses in the same moment: both are answered, the case moves once, and the citizen reads it once."""
    operator, _, citizen = await alarm_at(city, "ringing")
    card = operator.card()
    presses = [operator.person.press("Tangani", card) for _ in range(2)]
    await city.settle()
    assert [1, 1] == [answers(city, press) for press in presses]
    citizen.expect("Operator menangani")
    citizen.expect_nothing()
    operator.expect_nothing()


async def test_a_double_tap_on_an_answer_has_one_effect(city: City) -> None:
    """The second tap on a form's button finds the question answered."""
    operator, _, citizen = await alarm_at(city, "taken")
    await operator.press("Jenis kejadian")
    question = operator.expect("Apa yang terjadi?")
    version = (await city.case(citizen.ticket())).version
    presses = [operator.person.press("Kebakaran", question) for _ in range(2)]
    await city.settle()
    assert [1, 1] == [answers(city, press) for press in presses]
    assert version + 2 == (await city.case(citizen.ticket())).version
    assert "tidak berlaku" in operator.person.answers[-1].text
    operator.skim()


async def test_a_double_tap_on_sure_closes_once(city: City) -> None:
    """The second Catat finds the case closed."""
    operator, _, citizen = await alarm_at(city, "reported")
    await operator.press("Catat")
    sure = operator.expect("yakin")
    presses = [operator.person.press("Catat", sure) for _ in range(2)]
    await city.settle()
    assert [1, 1] == [answers(city, press) for press in presses]
    citizen.expect("penanganan selesai")
    citizen.expect_nothing()
    city.skim()


async def test_two_presses_of_ready_send_the_officer_once(city: City) -> None:
    """The citizen reads one departure."""
    _, officer, citizen = await alarm_at(city, "passed on")
    card = officer.card()
    presses = [officer.person.press("Siap", card) for _ in range(2)]
    await city.settle()
    assert [1, 1] == [answers(city, press) for press in presses]
    citizen.expect("berangkat")
    citizen.expect_nothing()
    city.skim()


async def test_a_press_on_a_message_that_is_gone_counts(city: City) -> None:
    """A deleted message comes as an inaccessible one; the button still means what it meant."""
    operator, _, citizen = await alarm_at(city, "ringing")
    card = operator.card()
    written = card.markup.inline_keyboard[0][0].callback_data if card.markup is not None else ""
    operator.person.delete(card)
    assert "Anda tangani" in await forge(operator, card, str(written))
    citizen.expect("Operator menangani")
    operator.skim()


async def test_a_press_in_a_group_is_refused(city: City) -> None:
    """An operator's own valid button, pressed under a message in a group, by them and by an anonymous administrator."""
    operator, _, citizen = await alarm_at(city, "ringing")
    case_id, entry = await entry_of(city, citizen.ticket())
    group = city.telegram.group("Grup", by=operator.person)
    outsider = city.citizen("Orang Luar")
    await city.settle()
    for person in (operator.person, outsider.person, group.anonymous_admin()):
        message = person.write("halo", to=group)
        press = person.press_data(message, data("claim", case_id, entry))
        await city.settle()
        assert 1 == answers(city, press)
        assert press.answer is not None
        assert "obrolan pribadi" in press.answer.text
    assert (await city.case(citizen.ticket())).steps[0].claimed_by is None
    assert [] == list(group.inbox)
    assert await Batch(city.db).unit(city.telegram.clock.now()).person(outsider.id) is None


async def test_a_press_without_a_message_is_answered(city: City) -> None:
    """Telegram may leave the message away; nothing is done then."""
    operator, _, citizen = await alarm_at(city, "ringing")
    case_id, entry = await entry_of(city, citizen.ticket())
    written = data("claim", case_id, entry)
    press = city.telegram.world.press(operator.person.user, operator.card(), written, [])
    query = {"id": press.id, "from": operator.person.user.to_dict(), "chat_instance": "1", "data": written}
    city.telegram.inject({"callback_query": query})
    await city.settle()
    assert press.answer is not None
    assert (await city.case(citizen.ticket())).steps[0].claimed_by is None
