"""Any message at any point of any conversation: one sensible answer, and nothing changes that should not."""

from collections.abc import Awaitable, Callable
from itertools import product

import pytest
from alarm import alarm_at
from character import Character, skim
from city import City
from odd_messages import CONTRIBUTED, NOTED, SIMPLE, UNREADABLE, put

from storage.batch import Batch
from storage.conversations import Conversation

Stands = Callable[[City], Awaitable[Character]]


async def _nowhere(city: City) -> Character:
    citizen = city.citizen()
    await citizen.write("/start")
    return citizen


async def _idle(city: City) -> Character:
    return await city.operator()


def _citizen_at(stage: str) -> Stands:
    async def stands(city: City) -> Character:
        return (await alarm_at(city, stage))[2]

    return stands


def _staff_at(stage: str, place: int, *labels: str) -> Stands:
    async def stands(city: City) -> Character:
        who = (await alarm_at(city, stage))[place]
        for label in labels:
            await (who.write("Api padam") if label == "…" else who.press(label))
        return who

    return stands


STATES: dict[str, tuple[Stands, str]] = {
    "nowhere": (_nowhere, "tidak kami pahami"),
    "alarm without position": (_citizen_at("pressed"), "tidak bisa kami baca"),
    "alarm with position": (_citizen_at("ringing"), "tidak bisa kami baca"),
    "alarm taken": (_citizen_at("taken"), "tidak bisa kami baca"),
    "alarm closed": (_citizen_at("closed"), "tidak kami pahami"),
    "operator asked to choose": (_staff_at("taken", 0, "Jenis kejadian"), "Pilih salah satu tombol"),
    "operator asked whom": (_staff_at("taken", 0, "Teruskan"), "Pilih salah satu tombol"),
    "operator asked why": (_staff_at("taken", 0, "Bukan darurat"), "sebagai teks"),
    "operator asked whether sure": (_staff_at("reported", 0, "Catat"), "tidak kami pahami"),
    "operator without a case": (_idle, "tidak kami pahami"),
    "officer asked for words": (_staff_at("finished", 1, "Lapor"), "sebagai teks"),
    "officer asked for photos": (_staff_at("finished", 1, "Lapor", "…"), "sebagai foto"),
    "officer asked why no photo": (_staff_at("finished", 1, "Lapor", "…", "Tidak ada"), "sebagai teks"),
}


async def _stand(city: City, state: str) -> tuple[Character, str]:
    stands, answer = STATES[state]
    who = await stands(city)
    city.skim()
    return who, answer


async def _conversation(who: Character) -> Conversation:
    unit = Batch(who.city.db).unit(who.city.telegram.clock.now())
    return await unit.conversation(who.id, who.id)


async def _cases(city: City) -> dict[str, int]:
    """The version of every case that somebody here has read of."""
    tickets = {ticket for one in city.cast for ticket in one.tickets()}
    return {ticket: (await city.case(ticket)).version for ticket in tickets}


async def _sent(who: Character, name: str, act: Callable[[Character], object]) -> list[str]:
    """What came back for a message; nobody else may have read anything."""
    await who.does(act, who)
    came = [message.text or f"<{message.kind}>" for message in who.person.inbox if not message.deleted]
    who.skim()
    others = [line for one in who.city.cast if one is not who for line in one.unread()]
    assert [] == others, f"{name}: others read {others}"
    return came


@pytest.mark.parametrize("state", STATES)
async def test_what_cannot_be_used_is_answered_and_changes_nothing(city: City, state: str) -> None:
    """Stickers, polls, odd links, edits: one answer that fits the place, the same conversation, the same case."""
    who, answer = await _stand(city, state)
    before = (await _conversation(who), await _cases(city))
    expected = {name: (act, answer) for name, act in UNREADABLE.items()} | SIMPLE
    for name, (act, fragment) in expected.items():
        came = await _sent(who, name, act)
        assert 1 == len(came), f"{name}: {came}"
        assert fragment in came[0], f"{name}: {came}"
    for name, act in NOTED.items():
        assert [] == await _sent(who, name, act), name
    assert before == (await _conversation(who), await _cases(city))


@pytest.mark.parametrize("state", ["alarm without position", "alarm with position", "alarm taken"])
async def test_nobody_is_at_zero_zero(city: City, state: str) -> None:
    """The position 0,0 is explained, and is no position of the alarm."""
    who, _ = await _stand(city, state)
    before = await _cases(city)
    came = await _sent(who, "0,0", lambda who: who.person.share_location(0.0, 0.0))
    assert ["0,0" in text for text in came] == [True]
    assert before == await _cases(city)


OTHERS = [
    *product(
        ("operator asked to choose", "operator asked why", "officer asked for photos"),
        ("position", "venue", "own contact", "other's contact"),
    ),
    ("operator asked to choose", "voice"),
    ("officer asked for photos", "voice"),
]


@pytest.mark.parametrize(("state", "name"), OTHERS)
async def test_what_another_question_would_take_is_refused_by_this_one(city: City, state: str, name: str) -> None:
    """A question takes its own kind of answer only; the form stands where it stood."""
    who, answer = await _stand(city, state)
    before = (await _conversation(who), await _cases(city))
    came = await _sent(who, name, CONTRIBUTED[name])
    assert [answer in text for text in came] == [True], came
    assert before == (await _conversation(who), await _cases(city))


@pytest.mark.parametrize("name", ["<b>Ani</b> & <a href='x'>", "A\u202eni\u200e", "<" * 300, "🔥" * 150])
async def test_a_name_cannot_inject_anything(city: City, name: str) -> None:
    """Markup, direction marks and length in a name are harmless on the operator's card."""
    operator, citizen = await city.operator(), city.citizen(name)
    await citizen.write("/start")
    citizen.expect("Halo")
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    shown = operator.expect("Lokasi belum diketahui", name[:1]).text
    assert not {"\u202e", "\u200e", "\x00"} & set(shown)
    assert 400 > len(shown)


async def test_somebody_elses_case_is_not_shown_by_its_link(city: City) -> None:
    """A stranger learns nothing, not even whether there is such a case."""
    _, _, citizen = await alarm_at(city, "ringing")
    stranger = city.citizen()
    answers = set()
    for ticket in (citizen.ticket(), "PB-1999-000001", citizen.ticket().lower(), f"{citizen.ticket()} x"):
        await stranger.write(f"/start case_{ticket}")
        answers.add(stranger.expect("wewenang").text)
    assert 1 == len(answers)
    await citizen.write(f"/start case_{citizen.ticket()}")
    citizen.expect(citizen.ticket(), "sejak")


async def test_the_log_says_nothing_personal(city: City) -> None:
    """Neither token, telephone number, position, name nor words stand in the log after all kinds of input."""
    operator, citizen = await city.operator(), city.citizen("Rahasia")
    await citizen.write("/start case_PB-1999-000001")
    await citizen.write("/panik")
    await citizen.does(citizen.person.share_contact, True, "+62812345678")
    await citizen.share(3.31234, 117.59876)
    await citizen.write("rumahku terbakar")
    await operator.press("Tangani")
    await citizen.does(citizen.person.press_data, operator.card(), "v1:act:1:1:kind")
    await citizen.does(put, citizen, text="kuda laut", forward_origin={"type": "hologram"})
    for secret in (city.bot.token, "812345678", "3.31234", "117.59876", "terbakar", "kuda laut", "Rahasia", "Operator"):
        assert secret not in city.bot.log, secret
    assert '"event": "refused"' in city.bot.log
    skim(operator, citizen)
