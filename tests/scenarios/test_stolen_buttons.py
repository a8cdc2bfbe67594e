"""Buttons of somebody else's: whatever was shown to anybody, pressed by whoever it was not shown to."""

from collections.abc import Iterator

import pytest
from alarm import STAGES, STATION, alarm_at
from character import Character, skim
from city import City

from bot.presses import ON_A_CASE, data
from bot.reception import PARTS
from simulator.world import Press
from storage.batch import Batch

OWN = {"language", "no", "heard", "privacy", "registration", "dataset", "datasets", "tasks", "cry"}
"""Verbs that mean only whoever presses them."""
VERBS = sorted({verb for part in PARTS for verb in part.routes.presses} - OWN)


def shown_to(*people: Character) -> list[str]:
    """The data of every button in these people's chats, newest first."""
    messages = [message for one in people for message in one.person.chat.messages if message.markup is not None]
    found = [
        button.callback_data
        for message in messages
        for row in getattr(message.markup, "inline_keyboard", ())
        for button in row
        if button.callback_data
    ]
    return list(dict.fromkeys(reversed(found)))


async def press(who: Character, *written: str) -> list[str]:
    """Press them all under a message of one's own chat; returns what the answers said."""
    under = who.person.chat.messages[-1]
    presses: list[Press] = [who.person.press_data(under, one) for one in written]
    await who.city.settle()
    unanswered = [one for one, press in zip(written, presses, strict=True) if press.answer is None]
    assert [] == unanswered
    return [str(press.answer.text) for press in presses if press.answer is not None]


async def newcomer(city: City) -> Character:
    """A citizen who has nothing to do with it."""
    stranger = city.citizen("Orang Lain")
    await stranger.write("/start")
    stranger.skim()
    return stranger


def learnt(stranger: Character, *answers: str) -> str:
    """All that a stranger was told."""
    return "\n".join([*answers, *(message.text for message in stranger.person.chat.messages if message.from_bot)])


@pytest.mark.parametrize("stage", STAGES)
async def test_nobody_else_can_use_anybodys_buttons(city: City, stage: str) -> None:
    """At each stage a stranger and an officer who is not asked press all of them: nothing happens or is learnt."""
    head = await city.head()
    operator, officer, citizen = await alarm_at(city, stage)
    stranger, other = await newcomer(city), await city.officer("Rekan", place=STATION, duty=False)
    city.skim()
    before = await city.case(citizen.ticket())
    stolen = [one for one in shown_to(operator, officer, citizen, head) if one.split(":")[1] not in OWN]
    assert stage == "pressed" or stolen
    for thief in (stranger, other):
        answers = await press(thief, *stolen)
        said = learnt(thief, *answers)
        assert before == await city.case(citizen.ticket())
        assert not any(secret in said for secret in (before.ticket, citizen.name, operator.name, officer.name)), said
        thief.skim()
        for character in city.cast:
            character.expect_nothing()


def forged(case_id: int, entry: int) -> Iterator[str]:
    """Each verb there is, with the case's own numbers in its places."""
    for verb in VERBS:
        yield data(verb, case_id)
        yield data(verb, case_id, entry)
        yield data(verb, case_id, case_id)
        for action in ("cancel", "ask_close", "kind", "not_emergency", "not_finished", "offer"):
            yield data(verb, case_id, entry, action)
            yield data(verb, case_id, 0, action)
            yield data(verb, case_id, action)


async def test_no_verb_opens_somebody_elses_case(city: City) -> None:
    """Every verb of the bot × every number that fits, by a stranger: the case stays as it was, and unknown."""
    operator, officer, citizen = await alarm_at(city, "taken")
    stranger, before = await newcomer(city), await city.case(citizen.ticket())
    assert set(VERBS) >= ON_A_CASE
    answers = await press(stranger, *forged(before.id, before.steps[0].entry))
    said = learnt(stranger, *answers)
    assert before == await city.case(citizen.ticket())
    assert not any(secret in said for secret in (before.ticket, citizen.name, operator.name)), said
    for character in (operator, officer, citizen):
        character.expect_nothing()
    stranger.skim()


GUESSES = (
    "case_1",
    "case_",
    "inv_1",
    "inv_aaaaaaaaaaaaaaaaaaaaaaaa",
    "visit_1",
    "p_1",
    "p_",
    "p_' OR 1=1 --",
    "A" * 64,
)


async def test_a_guessed_link_leads_nowhere(city: City) -> None:
    """Invitations, cases, visits and places that nobody was given: no role, no case, nothing of anybody."""
    operator, _, citizen = await alarm_at(city, "taken")
    stranger = await newcomer(city)
    for guess in (*GUESSES, f"case_{citizen.ticket()}", f"visit_{citizen.ticket()}", citizen.ticket()):
        await stranger.write(f"/start {guess}")
    said = learnt(stranger)
    assert not any(secret in said for secret in (citizen.ticket(), citizen.name, operator.name)), said
    person = await Batch(city.db).unit(city.telegram.clock.now()).person(stranger.id)
    assert person is not None
    assert frozenset() == person.grants
    stranger.skim()
    operator.expect_nothing()


PATHS = (
    "../../../etc/passwd.pdf",
    "/etc/passwd.pdf",
    "..\\..\\sigap.db.pdf",
    "evidence\x00.pdf",
    "<b>surat</b> & co.pdf",
)


async def test_a_files_name_leads_nowhere(city: City) -> None:
    """Each is kept in the case's own folder, under a number; its name stays words on a card."""
    operator, _, citizen = await alarm_at(city, "taken")
    before = set(city.bot.folder.iterdir())
    for name in PATHS:
        await citizen.document(name)
    ticket = citizen.ticket()
    kept = sorted(path.name for path in (city.bot.folder / "evidence" / ticket).iterdir())
    assert [f"{number}.pdf" for number in range(1, len(PATHS) + 1)] == kept
    assert set(city.bot.folder.iterdir()) - before <= {city.bot.folder / "evidence"}
    skim(operator, citizen)


async def test_markup_in_every_place_stays_words(city: City) -> None:
    """Names, words, questions, reasons and accounts with markup: each is read as it was typed."""
    evil = "<b>&amp;</b> <a href='tg://user?id=1'>x</a> &lt;"
    operator = await city.staff("operator", f"Oki {evil[:20]}")
    officer = await city.staff("officer", f"Budi {evil[:20]}", place=STATION)
    citizen = city.citizen(f"Wati {evil[:20]}")
    await alarm_at(city, "on the scene", operator=operator, officer=officer, citizen=citizen)
    await citizen.write(f"warga {evil}")
    await operator.press("Tanya")
    await operator.write(f"tanya {evil}")
    await officer.press("Selesai di lokasi")
    await officer.press("Lapor")
    await officer.write(f"lapor {evil}")
    await officer.photo(f"foto {evil}")
    await officer.press("Selesai")
    told = learnt(operator) + learnt(officer) + learnt(citizen)
    assert f"warga {evil}" in learnt(operator)
    assert f"tanya {evil}" in learnt(citizen)
    assert f"lapor {evil}" in learnt(operator)
    assert "&amp;amp;" not in told
    entities = [one for who in (operator, officer, citizen) for message in who.person.chat.messages
                for one in message.entities if message.from_bot]  # fmt: skip
    assert not [one for one in entities if one.type in ("text_link", "text_mention")]
    city.skim()
