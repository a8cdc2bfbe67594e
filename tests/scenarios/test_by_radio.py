"""Atas nama: an officer answered by radio or telephone, and the operator writes it down as the officer's."""

import pytest
from alarm import alarm_at
from character import Character, skim
from city import City

from storage import chain


async def recorded(operator: Character, action: str, way: str = "HT", words: str = "Siap, lima menit lagi.") -> None:
    """The operator writes down an officer's answer."""
    await operator.press("Atas nama")
    asked = operator.expect("apa jawaban")
    await operator.press(action, asked)
    operator.expect("Lewat apa petugas menjawab?")
    await operator.press(way)
    operator.expect("Apa yang dikatakannya?")
    await operator.write(words)


async def test_siap_by_radio_is_the_officers(city: City) -> None:
    """The citizen reads the usual text, the officer what was written down, and the case travels on."""
    operator, officer, citizen = await alarm_at(city, "passed on")
    await recorded(operator, "Siap")
    citizen.expect("Petugas berangkat pukul 14:00")
    officer.expect(operator.name, "atas nama Anda", "Siap", "lewat HT", "lima menit lagi")
    officer.sees("Petugas menuju lokasi")
    assert "Tiba" == officer.buttons()[0]
    operator.expect("Tercatat")
    operator.expect("siap, berangkat")


async def test_the_record_says_who_wrote_it_down(city: City) -> None:
    """The action is the officer's; the words are kept as the operator gave them, erasable like all words."""
    operator, officer, citizen = await alarm_at(city, "passed on")
    await recorded(operator, "Siap", way="Telepon")
    case = await city.case(citizen.ticket())
    history = [event for event, _ in await chain.replay(city.db, case.id)]
    taken = next(event for event in history if getattr(event, "recorded_by", None) is not None)
    said = next(event for event in history if getattr(event, "name", "") == "said")
    assert ("ready", case.named["officer"], case.named["operator"]) == (taken.action, taken.by, taken.recorded_by)
    assert ("Siap, lima menit lagi.", case.named["operator"]) == (said.value.value, said.by)
    assert "phone" == case.values["way"]
    skim(operator, officer, citizen)


async def test_the_whole_way_by_radio(city: City) -> None:
    """Tiba, Selesai di lokasi and Lapor can be written down too, with the report's own questions."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await recorded(operator, "Tiba", words="Sudah di lokasi.")
    citizen.expect("melapor sudah tiba")
    for action in ("Selesai di lokasi", "Lapor"):
        operator.skim()
        await recorded(operator, action)
    operator.expect("Ceritakan penanganannya")
    await operator.write("Api padam, tidak ada korban.")
    operator.expect("Kirim sedikitnya satu foto")
    await operator.press("Tidak ada")
    operator.expect("Mengapa tanpa foto?")
    await operator.press("terlalu gelap")
    operator.sees("Tahap 6/7")
    operator.skim()
    officer.skim()
    citizen.expect_nothing()


async def test_masih_ditangani_by_radio(city: City) -> None:
    """How long it takes still can be said by radio too; the officer reads that it was noted, the card has the time."""
    operator, officer, citizen = await alarm_at(city, "on the scene")
    await recorded(operator, "Masih ditangani", words="Setengah jam lagi.")
    operator.expect("Berapa lama lagi?")
    await operator.press("30 menit")
    officer.expect(operator.name, "atas nama Anda", "Masih ditangani", "Setengah jam lagi")
    operator.expect("masih menangani di lokasi", "ditanya lagi pukul")
    waiting = (await city.case(operator.ticket())).step("handle")
    assert "30 minutes" == waiting.extended_by
    citizen.expect_nothing()


async def test_tidak_bisa_asks_for_the_hindrance_as_well(city: City) -> None:
    """The case goes back to the operator as if the officer had pressed it."""
    operator, officer, citizen = await alarm_at(city, "passed on")
    await recorded(operator, "Tidak bisa", words="Ban kempes.")
    operator.expect("Apa halangannya?")
    await operator.press("kendaraan bermasalah")
    operator.expect("tidak bisa berangkat (kendaraan bermasalah)")
    operator.expect("Belum ada yang menangani")
    officer.expect("atas nama Anda", "Tidak bisa", "Ban kempes")
    citizen.expect_nothing()


@pytest.mark.parametrize("stage", ["passed on", "travelling", "on the scene", "finished"])
async def test_the_button_stands_on_the_operators_card_only(city: City, stage: str) -> None:
    """While an officer has the step; not on the officer's own card, where the actions are."""
    operator, officer, _ = await alarm_at(city, stage)
    assert "Atas nama" in operator.buttons()
    assert "Atas nama" not in officer.buttons()


@pytest.mark.parametrize("stage", ["ringing", "taken", "reported"])
async def test_there_is_nothing_to_record_where_no_officer_has_it(city: City, stage: str) -> None:
    """Before Teruskan and after the report the steps are the operator's own."""
    operator, _, _ = await alarm_at(city, stage)
    assert "Atas nama" not in operator.buttons()


async def test_an_officer_who_was_quicker_is_not_overruled(city: City) -> None:
    """The officer pressed Siap meanwhile: the operator reads that the step is over."""
    operator, officer, citizen = await alarm_at(city, "passed on")
    await operator.press("Atas nama")
    asked = operator.expect("apa jawaban")
    await officer.press("Siap")
    operator.expect("siap, berangkat")
    citizen.expect("berangkat")
    await operator.press("Siap", asked)
    operator.expect_answer("Tahap ini sudah lewat")
