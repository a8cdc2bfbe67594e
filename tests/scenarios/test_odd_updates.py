"""Updates as no test double makes them: of other bots, of times to come, of groups. None stops the bot or is lost."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from character import Character
from city import KARANG_BALIK, City
from databases import BOTH, NewDatabase
from odd_messages import put

from storage import census
from storage.batch import Batch

RECORDED = Path(__file__).parents[3] / "shared" / "data" / "telegram-updates" / "updates.jsonl"
NEW_ORIGIN = {"type": "hologram", "date": 1}


@pytest.fixture(scope="module", params=BOTH)
async def harbour(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, new_database: NewDatabase
) -> AsyncIterator[City]:
    """A city of its own: strangers from recorded updates live in it."""
    folder = tmp_path_factory.mktemp("harbour")
    city = await City.found(folder, DATABASE_URL=new_database(request.param, folder))
    yield city
    assert await city.end() == 0
    assert '"level": "error"' not in city.bot.log


@pytest.fixture
async def town(harbour: City) -> City:
    """In this file the shared city is that one."""
    return harbour


def raw_alarms(who: Character) -> list[str]:
    """The raw alarms that somebody has read."""
    found = [message.text for message in who.person.inbox if "ALARM MENTAH" in message.text]
    who.skim()
    return found


@pytest.mark.skipif(not RECORDED.exists(), reason="the recorded updates are not here")
async def test_recorded_updates_of_other_bots_stop_nothing(city: City) -> None:
    """114 updates out of the tests of other libraries: all are taken, none is left waiting, and chats go on."""
    citizen = city.citizen()
    for line in RECORDED.read_text(encoding="utf-8").splitlines():
        update = {key: value for key, value in json.loads(line)["update"].items() if key != "update_id"}
        city.telegram.inject(update)
    await city.settle()
    counted = await census.take(city.db)
    assert (counted.waiting, counted.parked) == (0, 0)
    await citizen.write("/start")
    citizen.expect("Halo")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"text": "🚨 PANIK"}, "PANIK"),
        ({"text": "/panik"}, "/panik"),
        ({"text": "tolong\x00, ada <b>api</b> & asap"}, "tolong, ada <b>api</b> & asap"),
        ({"caption": "kebakaran", "photo": "not a photo"}, "kebakaran"),
    ],
)
async def test_an_alarm_that_cannot_be_read_reaches_the_operators_as_it_is(
    city: City, content: dict[str, Any], words: str
) -> None:
    """Who, when and the words; the sender is told what became of it, and to telephone."""
    operator, officer, citizen = await city.operator(), await city.officer(), city.citizen("Sari")
    await citizen.write("/start")
    citizen.expect("Halo")
    await citizen.does(put, citizen, forward_origin=NEW_ORIGIN, **content)
    (alarm,) = raw_alarms(operator)
    for part in (citizen.name, str(citizen.id), words, city.telegram.clock.now().strftime(":%M"), "tidak diketahui"):
        assert part in alarm
    citizen.expect("diteruskan ke operator apa adanya", "112")
    officer.expect_nothing()


async def test_a_position_that_cannot_be_read_reaches_the_operators_as_a_link(city: City) -> None:
    """Where it is stands in the raw alarm."""
    operator, citizen = await city.operator(), city.citizen()
    lat, lon = KARANG_BALIK
    await citizen.write("/start")
    citizen.expect("Halo")
    await citizen.does(put, citizen, forward_origin=NEW_ORIGIN, location={"latitude": lat, "longitude": lon})
    (alarm,) = raw_alarms(operator)
    assert f"{lat},{lon}" in alarm
    citizen.expect("112")


async def test_whatever_cannot_be_read_in_an_open_alarm_reaches_the_operators(city: City) -> None:
    """While an alarm is open, any word of its citizen counts."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/panik")
    citizen.skim()
    operator.skim()
    await citizen.does(put, citizen, forward_origin=NEW_ORIGIN, text="di belakang pasar")
    (alarm,) = raw_alarms(operator)
    assert "di belakang pasar" in alarm
    citizen.expect("diteruskan")


async def test_without_an_operator_the_head_is_told_and_without_anybody_the_sender_is_not_misled(city: City) -> None:
    """Nobody is said to have it who has not."""
    citizen = city.citizen()
    await citizen.write("/start")
    citizen.expect("Halo")
    await citizen.does(put, citizen, forward_origin=NEW_ORIGIN, text="panik")
    assert "diteruskan" not in citizen.expect("112").text
    head = await city.head()
    await citizen.does(put, citizen, forward_origin=NEW_ORIGIN, text="panik")
    assert 1 == len(raw_alarms(head))
    citizen.expect("diteruskan")


async def test_what_is_no_alarm_and_cannot_be_read_is_told_to_its_sender_alone(city: City) -> None:
    """A message from times to come: one plain answer, and the chat goes on."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/start")
    citizen.expect("Halo")
    await citizen.does(put, citizen, forward_origin=NEW_ORIGIN, text="selamat pagi")
    citizen.expect("tidak dapat kami baca", "112")
    await citizen.write("/status")
    citizen.expect("belum punya laporan")
    operator.expect_nothing()
    counted = await census.take(city.db)
    assert (counted.waiting, counted.parked) == (0, 0)


async def test_a_long_name_and_text_still_fit_into_a_raw_alarm(city: City) -> None:
    """Both are cut; the alarm goes out."""
    operator, citizen = await city.operator(), city.citizen("A" * 3000)
    await citizen.write("/start")
    citizen.expect("Halo")
    await citizen.does(put, citizen, forward_origin=NEW_ORIGIN, text="tolong " + "x" * 4000)
    assert 1 == len(raw_alarms(operator))
    citizen.expect("diteruskan")


@pytest.mark.parametrize(
    "odd",
    [
        {"message": {"message_id": 1, "date": 2**70, "chat": {"id": 5, "type": "private"}, "text": "x"}},
        {"message": {"message_id": 1, "date": 1, "chat": {"id": 2**70, "type": "private"}, "text": "x"}},
        {"message": {}},
        {"message": None},
        {"something_new": {"from": 3}},
        {"poll": {"id": "1"}},
        {},
    ],
)
async def test_a_shape_that_no_update_has_is_put_aside(city: City, odd: dict[str, Any]) -> None:
    """It is taken, nothing comes of it, and the next chat goes on."""
    citizen = city.citizen()
    city.telegram.inject(odd)
    await citizen.write("/start")
    citizen.expect("Halo")
    counted = await census.take(city.db)
    assert (counted.waiting, counted.parked) == (0, 0)


@pytest.mark.parametrize("kind", BOTH)
async def test_an_update_that_fails_three_times_is_parked_and_its_chat_goes_on(
    kind: str, tmp_path: Path, new_database: NewDatabase
) -> None:
    """The sender's number is larger than any database keeps; being an alarm, it reaches the operator as it is."""
    city = await City.found(tmp_path, DATABASE_URL=new_database(kind, tmp_path))
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/start")
    citizen.expect("Halo")
    await citizen.does(put, citizen, text="panik", **{"from": {"id": 2**70, "is_bot": False, "first_name": "x"}})
    counted = await census.take(city.db)
    assert (counted.waiting, counted.parked) == (0, 1)
    assert 1 == len(raw_alarms(operator))
    citizen.expect("diteruskan")
    assert 3 == city.bot.log.count('"worker.failed"')
    await citizen.write("/status")
    citizen.expect("belum punya laporan")
    assert 0 == await city.end()


@pytest.mark.parametrize("words", ["/panik", "/panik tolong", "PANIK", "🚨 panik!", "/panik@sigap_contoh_42_bot"])
async def test_panic_in_a_group_is_shown_the_way(city: City, words: str) -> None:
    """One line and a link to the private chat; no case is opened, and nobody is noted down."""
    operator, citizen = await city.operator(), city.citizen()
    group = city.telegram.group("Warga RT 5", by=operator.person)
    await citizen.does(citizen.person.write, words, group)
    (answer,) = group.inbox
    assert "obrolan pribadi" in answer.text
    assert "112" in answer.text
    assert answer.markup is not None
    assert "https://t.me/sigap_contoh_42_bot?start=grup" == answer.markup.inline_keyboard[0][0].url
    assert citizen.name not in answer.text
    assert await Batch(city.db).unit(city.telegram.clock.now()).person(citizen.id) is None
    operator.expect_nothing()


async def test_our_commands_in_a_group_get_one_line(city: City) -> None:
    """Also from an anonymous administrator; their text says nothing of anybody."""
    operator, citizen = await city.operator(), city.citizen()
    group = city.telegram.group("Warga RT 5", by=operator.person)
    for person, words in (
        (citizen.person, "/status"),
        (operator.person, "/tugas"),
        (group.anonymous_admin(), "/piket"),
    ):
        person.write(words, group)
        await city.settle()
        assert "hanya ada di obrolan pribadi" in group.inbox.popleft().text
        assert [] == list(group.inbox)


async def test_talk_in_a_group_is_left_alone(city: City) -> None:
    """Words, files, positions, other bots' commands, edits and the coming and going of people."""
    operator, citizen = await city.operator(), city.citizen()
    group = city.telegram.group("Warga RT 5", by=operator.person)
    people = citizen.person
    people.join(group)
    message = people.write("tolong, batal, kebakaran", group)
    people.edit(message, "panik")
    for words in ("/other", "/panik@other_bot", "Batal", "Status saya", "/"):
        people.write(words, group)
    people.share_location(*KARANG_BALIK, to=group)
    people.send_photo(caption="/panik", to=group)
    group.upgrade(people)
    await city.settle()
    assert [] == list(group.inbox)
    operator.expect_nothing()
    assert await Batch(city.db).unit(city.telegram.clock.now()).person(citizen.id) is None


async def test_strangers_who_block_or_channels_that_post_leave_no_trace(city: City) -> None:
    """Whoever only blocks the bot is not noted down; a channel is no person."""
    stranger = city.citizen()
    stranger.person.chat.started = True
    await stranger.block()
    assert await Batch(city.db).unit(city.telegram.clock.now()).person(stranger.id) is None
    channel = {"id": -1009, "type": "channel", "title": "Kanal"}
    city.telegram.inject({"channel_post": {"message_id": 1, "date": 1, "chat": channel, "text": "kebakaran"}})
    await city.settle()
    counted = await census.take(city.db)
    assert (counted.waiting, counted.parked) == (0, 0)
