"""Help that is sent after the first: because the officer asks for it, or because the operator sees the need."""

from alarm import FURTHER, STATION, alarm_at, helped_alarm
from character import skim
from city import City


async def test_the_officer_asks_for_more_and_the_operator_sends(city: City) -> None:
    """The operator hears Minta tambahan, with the button under it; the officer hears who was asked and who comes."""
    helper = await city.officer("Sari", place=FURTHER)
    operator, officer, citizen = await alarm_at(city, "on the scene")
    await officer.press("Minta tambahan")
    officer.expect("Apa yang Anda perlukan?")
    await officer.press("ambulans")
    officer.expect_answer("Tercatat")
    told = operator.expect(officer.name, "minta tambahan: ambulans")
    assert not told.silent
    await operator.press("Tambah petugas", told)
    asked = operator.expect("Siapa yang menyusul?")
    assert [[f"{helper.name} · 5,4 km · baru saja · bebas"], ["Batal"]] == asked.buttons
    await operator.press(helper.name, asked)
    operator.expect_answer("Tercatat")
    officer.expect(f"operator meminta {helper.name} ikut membantu Anda")
    helper.expect("Petugas tambahan diminta")
    helper.expect()
    await helper.press("Siap")
    officer.expect(helper.name, "ikut membantu, berangkat")
    operator.expect(helper.name, "berangkat")
    citizen.expect("Petugas tambahan berangkat")


async def test_the_need_can_be_said_in_own_words(city: City) -> None:
    """What is needed and is on no list is written, and reaches the operator as it is."""
    operator, officer, _ = await alarm_at(city, "travelling")
    await officer.press("Minta tambahan")
    officer.expect("Apa yang Anda perlukan?")
    await officer.write("dua tangki air")
    officer.expect("Tercatat")
    operator.expect("minta tambahan: dua tangki air")


async def test_the_operator_adds_by_himself_but_nobody_twice(city: City) -> None:
    """Tambah petugas is there from Teruskan to the report; whoever goes already is not offered."""
    operator, _, _, (helper,) = await helped_alarm(city, "Sari")
    third = await city.officer("Umar", place=FURTHER)
    skim(city)
    await operator.press("Tambah petugas")
    asked = operator.expect("Siapa yang menyusul?")
    assert [third.name] == [row[0].split(" · ")[0] for row in asked.buttons[:-1]]
    await operator.press(third.name)
    third.sees(f"➕ {third.name}", f"➕ {helper.name}")
    skim(city)


async def test_a_post_by_telephone_can_come_to_help(city: City) -> None:
    """The operator has the post's buttons, marked with its name, beside their own."""
    post = await city.post("Pos Ambulans", STATION)
    operator, officer, citizen = await alarm_at(city, "travelling")
    await operator.press("Tambah petugas")
    operator.expect("Siapa yang menyusul?")
    await operator.press(post.name)
    operator.expect("Telepon sekarang", post.phone)
    await operator.write("Bu Lia, berangkat.")
    operator.expect("Tercatat")
    officer.expect(f"operator meminta {post.name}")
    officer.expect("Bu Lia, berangkat.")
    await operator.press(f"Siap · {post.name}")
    citizen.expect("Petugas tambahan berangkat")
    officer.expect(post.name, "berangkat")
    operator.sees(f"➕ {post.name} · Petugas tambahan menuju lokasi")
