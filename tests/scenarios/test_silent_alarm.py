"""Jangan telepon: the citizen cannot talk, and whoever stands beside them may read the screen."""

import re

import pytest
from alarm import STAGES, alarm_at
from city import KARANG_BALIK, City
from odd_messages import SIMPLE, put

GIVEN_AWAY = re.compile(
    r"polisi|panik|panggilan|petugas|operator|darurat|112|110|alarm|laporan|pertolongan|emergency|police|panic|officer",
    re.IGNORECASE,
)
SHOUTED = "JANGAN TELEPON PELAPOR"


async def test_the_button_stands_beside_the_others_once_there_is_a_position(city: City) -> None:
    """PANIK stays alone in the first row; after the press the button is gone, for it is not taken back."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    await citizen.share(*KARANG_BALIK)
    rows = citizen.expect("Lokasi diterima").buttons
    assert ["🚨 PANIK"] == rows[0]
    assert "🤫 Jangan telepon" in rows[2]
    await citizen.press("Jangan telepon")
    rows = citizen.expect("Pesan Anda diterima.").buttons
    assert "🤫 Jangan telepon" not in [label for row in rows for label in row]
    operator.skim()


@pytest.mark.parametrize("stage", ["ringing", "taken", "passed on", "travelling", "on the scene"])
async def test_every_card_shouts_it_and_staff_are_told(city: City, stage: str) -> None:
    """The second line of each card says it; operators and the officer get it as news."""
    operator, officer, citizen = await alarm_at(city, stage)
    await citizen.press("Jangan telepon")
    citizen.expect("Pesan Anda diterima.")
    involved = [operator] if stage in ("ringing", "taken") else [operator, officer]
    for reader in involved:
        reader.expect("jangan menelepon pelapor")
        assert SHOUTED in reader.sees(SHOUTED).text.splitlines()[1]
    assert (await city.case(operator.ticket())).values["silent"] is True


async def test_whoever_is_called_later_reads_it_on_the_first_card(city: City) -> None:
    """An officer who is asked after the press sees it before anything else."""
    operator, officer, citizen = await alarm_at(city, "taken")
    await citizen.press("Jangan telepon")
    citizen.skim()
    operator.skim()
    await operator.press("Teruskan")
    operator.skim()
    await operator.press(officer.name)
    operator.skim()
    assert SHOUTED in officer.expect(SHOUTED).text.splitlines()[1]
    officer.expect_map(*KARANG_BALIK)


@pytest.mark.parametrize("language", ["id", "en"])
async def test_from_then_on_nothing_gives_the_citizen_away(city: City, language: str) -> None:
    """From the press to the end every text is neutral, says what stage it is as a parcel would, and makes no sound."""
    operator, officer, citizen = await alarm_at(city, "ringing", citizen=city.citizen(language=language))
    await citizen.write("Jangan telepon")
    passed = False
    for stage, act in STAGES.items():
        if passed:
            await act(operator, officer, citizen)
        passed = passed or stage == "ringing"
    came = [message for message in citizen.person.inbox if not message.deleted]
    assert 5 == len(came)
    for message in came:
        assert not GIVEN_AWAY.search(message.text), message.text
        assert message.silent, message.text
    city.skim()


async def test_whatever_the_citizen_sends_is_answered_neutrally(city: City) -> None:
    """Words, files, positions, commands, PANIK again, stickers, edits: kept or not, the answer says nothing."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.press("Jangan telepon")
    acts = {
        "words": lambda: citizen.write("di lantai dua"),
        "photo": citizen.photo,
        "voice": citizen.voice,
        "position": lambda: citizen.share(*KARANG_BALIK),
        "nowhere": lambda: citizen.share(0.0, 0.0),
        "panik": lambda: citizen.write("/panik"),
        "batal": lambda: citizen.write("/batal"),
        "status": lambda: citizen.write("/status"),
        "start": lambda: citizen.write("/start"),
        "help": lambda: citizen.write("/bantuan"),
        "unknown": lambda: citizen.write("/tidakada"),
        "again": lambda: citizen.write("Jangan telepon"),
        "sticker": lambda: citizen.does(citizen.person.send_sticker),
        "edit": lambda: citizen.does(SIMPLE["edit"][0], citizen),
        "unparsed": lambda: citizen.does(put, citizen, text="tolong", forward_origin={"type": "hologram", "date": 1}),
    }
    citizen.skim()
    for name, act in acts.items():
        await act()
        answer = citizen.expect()
        citizen.expect_nothing()
        assert not GIVEN_AWAY.search(answer.text), f"{name}: {answer.text}"
        assert answer.silent, name
    assert "di lantai dua" in " ".join(operator.unread())
    operator.skim()


async def test_a_question_reaches_the_citizen_without_its_asker(city: City) -> None:
    """The operator can still ask, in words and by voice; the screen shows the bare question."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.press("Jangan telepon")
    citizen.skim()
    operator.skim()
    await operator.press("Tanya")
    operator.skim()
    await operator.write("Berapa orang?")
    operator.expect("Tercatat")
    asked = citizen.expect("Berapa orang?")
    assert not GIVEN_AWAY.search(asked.text)
    await operator.press("Tanya")
    operator.skim()
    await operator.voice()
    operator.expect("Tercatat")
    for message in (citizen.expect("pesan suara"), citizen.expect()):
        assert not GIVEN_AWAY.search(message.text)
        assert message.silent
    await citizen.write("dua")
    citizen.expect("Pesan Anda diterima.")
    operator.expect("pelapor: dua")


async def test_nobody_comes_and_still_nothing_gives_the_citizen_away(city: City) -> None:
    """Waiting is told honestly, in neutral words."""
    citizen = (await alarm_at(city, "ringing"))[2]
    await citizen.press("Jangan telepon")
    citizen.expect("Pesan Anda diterima.")
    await city.forward(minutes=5)
    for message in citizen.person.inbox:
        assert not GIVEN_AWAY.search(message.text), message.text
    citizen.expect("menunggu")
    city.skim()


async def test_a_group_learns_nothing_either(city: City) -> None:
    """Whoever writes /panik in a group meanwhile gets no answer there that others could read."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.press("Jangan telepon")
    citizen.skim()
    operator.skim()
    group = city.telegram.group("Warga RT 5", by=operator.person)
    await citizen.does(citizen.person.write, "/panik", group)
    assert [] == list(group.inbox)


async def test_the_next_alarm_is_an_ordinary_one(city: City) -> None:
    """It holds for its own alarm; without one the words mean nothing."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.press("Jangan telepon")
    await operator.press("Bukan darurat")
    await operator.press("laporan ganda")
    operator.skim()
    citizen.skim()
    await citizen.write("Jangan telepon")
    citizen.expect("tidak kami pahami")
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    operator.skim()
