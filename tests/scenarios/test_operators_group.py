"""The operators' group: who may link it, what it shows of an alarm, and what it never shows."""

import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from alarm import STATION, alarm_at
from city import KARANG_BALIK, City
from operators_group import linked, say, unlink, word_of

from simulator.groups import Group

WORDS = "Rumah Pak RT, anak saya di dalam"


def cards(group: Group) -> list[str]:
    """The cards that the group shows."""
    return [message.text for message in group.chat.messages if message.from_bot and "PB-" in message.text]


async def test_an_alarm_is_one_card_that_is_edited_in_place(city: City) -> None:
    """From the first ring to the end the group has one message, with a sound once, and nobody is named but staff."""
    admin, group = await linked(city)
    operator, officer, citizen = await city.operator(), await city.officer(place=STATION), city.citizen()
    await citizen.write("/panik")
    assert [] == cards(group)
    await citizen.share(*KARANG_BALIK)
    assert not group.inbox.popleft().silent
    (card,) = cards(group)
    assert operator.ticket() in card
    assert "Belum ada yang menangani" in card
    await citizen.write(WORDS)
    await citizen.photo()
    await operator.press("Tangani")
    await operator.press("Jenis kejadian")
    await operator.press("Kebakaran")
    await operator.press("Teruskan")
    await operator.press(officer.name)
    await officer.press("Siap")
    (card,) = cards(group)
    for shown in ("Kebakaran", "menuju lokasi", officer.name, "Masuk 14:00"):
        assert shown in card, shown
    for hidden in (citizen.name, WORDS, "Yos Sudarso"):
        assert hidden not in card
    for minutes in range(5):
        await city.forward(seconds=15 * minutes)
    assert [] == list(group.inbox)
    (message,) = [one for one in group.chat.messages if one.from_bot and "PB-" in one.text]
    assert message.markup is not None
    assert f"start=case_{operator.ticket()}" in str(message.markup.inline_keyboard[0][0].url)
    await unlink(admin, group)
    city.skim()


def area_file(folder: Path) -> Path:
    """An AREAS_FILE with one invented kelurahan as large as the city."""
    corners = [[117.0, 3.0], [118.0, 3.0], [118.0, 4.0], [117.0, 4.0], [117.0, 3.0]]
    named = {"kelurahan": "Contoh", "kecamatan": "Tarakan Contoh"}
    feature = {"type": "Feature", "properties": named, "geometry": {"type": "Polygon", "coordinates": [corners]}}
    path = folder / "areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return path


async def test_the_group_says_where_only_when_that_harms_nobody(
    found: Callable[..., Awaitable[City]], tmp_path: Path
) -> None:
    """Before the kind is known, for a crime and for a silent alarm there is no area finer than the kecamatan."""
    city = await found(AREAS_FILE=str(area_file(tmp_path)))
    _, group = await linked(city)
    operator, _, citizen = await alarm_at(city, "taken")
    assert ("Kel. Contoh" in cards(group)[-1], "Kec. Tarakan Contoh" in cards(group)[-1]) == (False, True)
    for kind, fine in (("Kejahatan", False), ("Belum jelas", False), ("Kebakaran", True)):
        await operator.press("Jenis kejadian")
        await operator.press(kind)
        (card,) = cards(group)
        assert kind in card
        assert ("Kel. Contoh" in card, "Kec. Tarakan Contoh" in card) == (fine, True)
    await citizen.press("Jangan telepon")
    (card,) = cards(group)
    assert "JANGAN TELEPON" in card
    assert "Kel. Contoh" not in card
    city.skim()


@pytest.mark.parametrize("role", ["operator", "head_of_centre"])
async def test_only_an_admin_gets_the_word(city: City, role: str) -> None:
    """Whoever is no admin is refused, in private and in the group."""
    somebody = await city.staff(role, "Bukan admin", duty=False)
    await somebody.write("/hubungkan")
    somebody.expect("bukan wewenang")
    group = city.telegram.group("Grup", by=somebody.person)
    await say(somebody, "/hubungkan abcdef", group)
    assert "hanya ada di obrolan pribadi" in group.inbox.popleft().text
    await somebody.write("/lepaskan")
    somebody.expect("bukan wewenang")


async def test_the_word_is_the_admins_own_and_works_once(city: City) -> None:
    """Another admin cannot use it, a wrong one is refused, and what was used does not link a second group."""
    admin, other = await city.staff("admin", "Admin"), await city.staff("admin", "Admin lain")
    group, second = (city.telegram.group(name, by=admin.person) for name in ("Satu", "Dua"))
    word = await word_of(admin)
    await say(other, f"/hubungkan {word}", group)
    assert "tidak berlaku" in group.inbox.popleft().text
    await say(admin, "/hubungkan salah", group)
    assert "tidak berlaku" in group.inbox.popleft().text
    await say(admin, f"/start {word}", group)
    assert "terhubung" in group.inbox.popleft().text
    await say(admin, f"/hubungkan {word}", second)
    assert "tidak berlaku" in second.inbox.popleft().text
    await unlink(admin, group)


async def test_the_word_is_valid_for_ten_minutes(city: City) -> None:
    """After that it links nothing."""
    admin = await city.staff("admin", "Admin")
    group = city.telegram.group("Grup", by=admin.person)
    word = await word_of(admin)
    await city.forward_to(city.telegram.clock.now() + timedelta(minutes=10, seconds=1))
    await say(admin, f"/hubungkan {word}", group)
    assert "tidak berlaku" in group.inbox.popleft().text


async def test_an_anonymous_admin_is_told_why_it_cannot_be(city: City) -> None:
    """Whoever writes as the group has no name that could be checked."""
    admin = await city.staff("admin", "Admin")
    group = city.telegram.group("Grup", by=admin.person)
    word = await word_of(admin)
    group.anonymous_admin().write(f"/hubungkan {word}", to=group)
    await city.settle()
    assert "Tetap anonim" in group.inbox.popleft().text


async def test_a_group_that_is_unlinked_sees_nothing_more(city: City) -> None:
    """By its button in the admin's private chat."""
    admin, group = await linked(city)
    await admin.write("/lepaskan")
    admin.expect("Tekan untuk melepaskan")
    await admin.press("Operator 112")
    await alarm_at(city, "ringing")
    assert [] == cards(group)
    await admin.write("/lepaskan")
    admin.expect("Belum ada grup")


async def test_a_group_without_the_bot_is_unlinked(city: City) -> None:
    """Taken out of the group, the bot tries no more to show anything there."""
    admin, group = await linked(city)
    group.expel_bot(admin.person)
    await city.settle()
    await alarm_at(city, "ringing")
    await admin.write("/lepaskan")
    admin.expect("Belum ada grup")


async def test_a_group_that_becomes_a_supergroup_stays_linked(city: City) -> None:
    """It has another number from then on, and the next alarm is shown there, once."""
    admin, group = await linked(city)
    operator, _, _ = await alarm_at(city, "ringing")
    new = group.upgrade(admin.person)
    await city.settle()
    assert "tetap terhubung" in new.inbox.popleft().text
    await operator.press("Tangani")
    (card,) = cards(new)
    assert operator.name in card
    await unlink(admin, new)
    city.skim()


async def test_the_link_under_the_card_is_checked_when_it_is_pressed(city: City) -> None:
    """A citizen who follows it from a leaked screenshot sees nothing; an operator sees the card."""
    admin, group = await linked(city)
    operator, _, _ = await alarm_at(city, "ringing")
    stranger = city.citizen("Orang Lain")
    await stranger.write(f"/start case_{operator.ticket()}")
    stranger.expect("bukan wewenang")
    await operator.write(f"/start case_{operator.ticket()}")
    operator.expect(operator.ticket())
    await unlink(admin, group)
    city.skim()
