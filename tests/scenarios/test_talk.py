"""Talk through the bot: operator and officer ask, the citizen answers, in words and by voice."""

import pytest
from alarm import alarm_at
from city import City


async def test_the_operator_asks_and_the_citizen_answers(city: City) -> None:
    """The question comes with its asker, the answer reaches the operator, and both are kept in the case."""
    operator, _, citizen = await alarm_at(city, "taken")
    await operator.press("Tanya")
    operator.expect("tanyakan kepada pelapor")
    await operator.write("Lantai <berapa>?")
    operator.expect("Tercatat")
    citizen.expect("Operator bertanya", "Lantai <berapa>?", "Jawab di sini")
    operator.sees("Lantai <berapa>?", "Tahap 2/7")
    await citizen.write("lantai dua")
    citizen.expect("diteruskan")
    operator.expect("pelapor: lantai dua")
    case = await city.case(citizen.ticket())
    assert ("Lantai <berapa>?", "lantai dua") == (case.personal["question"], case.personal["words"])


async def test_a_voice_is_relayed_as_a_voice(city: City) -> None:
    """Each question by voice is heard by the citizen once, and it is evidence of the case."""
    operator, officer, citizen = await alarm_at(city, "taken")
    for count in (1, 2):
        await operator.press("Tanya")
        operator.expect("tanyakan kepada pelapor")
        await operator.voice()
        operator.expect("Tercatat")
        citizen.expect("Operator bertanya", "pesan suara")
        assert "voice" == citizen.expect().kind
        citizen.expect_nothing()
        assert ["voice"] * count == [one.kind for one in (await city.case(citizen.ticket())).evidence]
    await citizen.voice()
    citizen.expect("diteruskan")
    assert "voice" == operator.expect("📷").kind
    officer.expect_nothing()


@pytest.mark.parametrize("stage", ["passed on", "travelling", "on the scene", "finished", "reported"])
async def test_the_operator_can_ask_as_long_as_the_case_is_open(city: City, stage: str) -> None:
    """After Teruskan the button is still there; the officer reads the question too, with who asked."""
    operator, officer, citizen = await alarm_at(city, stage)
    await operator.press("Tanya")
    operator.expect("tanyakan kepada pelapor")
    await operator.write("Ada yang terluka?")
    operator.expect("Tercatat")
    citizen.expect("Operator bertanya", "Ada yang terluka?")
    officer.expect(operator.name, "Ada yang terluka?")


@pytest.mark.parametrize("stage", ["travelling", "on the scene"])
async def test_the_officer_asks_too(city: City, stage: str) -> None:
    """On the way and on the scene: the citizen reads that an officer asks, the operator reads it, both the answer."""
    operator, officer, citizen = await alarm_at(city, stage)
    await officer.press("Tanya pelapor")
    officer.expect("tanyakan kepada pelapor")
    await officer.write("Warna rumahnya?")
    officer.expect("Tercatat")
    citizen.expect("Petugas bertanya", "Warna rumahnya?")
    operator.expect(officer.name, "Warna rumahnya?")
    await citizen.write("hijau")
    citizen.expect("diteruskan")
    operator.expect("pelapor: hijau")
    officer.expect("pelapor: hijau")


@pytest.mark.parametrize("stage", ["passed on", "finished"])
async def test_an_officer_who_is_not_on_it_has_no_question(city: City, stage: str) -> None:
    """Before Siap and after the work there is nothing for the officer to ask."""
    _, officer, _ = await alarm_at(city, stage)
    assert "Tanya pelapor" not in officer.buttons()


@pytest.mark.parametrize(("stage", "buttons"), [("ringing", ["Tangani"]), ("closed", [])])
async def test_nobody_asks_before_it_is_taken_or_after_its_end(city: City, stage: str, buttons: list[str]) -> None:
    """The first thing is Tangani; a closed case asks nothing."""
    operator, _, _ = await alarm_at(city, stage)
    assert buttons == operator.buttons()


async def test_asking_changes_nothing_of_the_step(city: City) -> None:
    """The case waits for the same step, until the same time, as before the question."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    before = (await city.case(citizen.ticket())).steps
    await officer.press("Tanya pelapor")
    officer.expect("tanyakan")
    await officer.write("Pagar warna apa?")
    officer.expect("Tercatat")
    assert before == (await city.case(citizen.ticket())).steps
    citizen.expect("Petugas bertanya")
    operator.expect("Pagar warna apa?")
