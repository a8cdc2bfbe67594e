"""Somebody leaves the office in the middle of a case, or a head passes a step on."""

from character import Character
from city import City
from proposals import propose

from storage import people


async def test_what_waited_for_whoever_left_goes_to_the_others(bureau: City) -> None:
    """At once, with a word who left; whoever acts has it from then on."""
    secretary = await bureau.head("secretary", "Sekretaris")
    adi, beni = await bureau.head("analyst", "Adi"), await bureau.head("analyst", "Beni")
    citizen = await propose(bureau, "Tanam pohon")
    secretary.expect("Tanam pohon")
    await secretary.press("Teruskan")
    secretary.expect("Kepada siapa?")
    await secretary.press("Adi")
    adi.expect("Tanam pohon", "Analis menjawab")
    beni.expect_nothing()
    await citizen.write("/status")
    citizen.expect("US-", "Analis menjawab usulan", "Di meja: Analis Statistik")

    await people.remove_staff(bureau.db, adi.id, None, bureau.telegram.clock.now())
    await bureau.forward(seconds=1)
    beni.expect("Tanam pohon")
    beni.expect("Adi", "tidak lagi bertugas di sini", "Analis menjawab usulan")
    await beni.press("Jawab")
    beni.expect("Apa jawabannya?")
    await beni.write("Terima kasih, sudah dijadwalkan.")
    beni.expect("Tercatat")
    assert "Jawab" not in adi.buttons()
    secretary.skim()
    citizen.skim()


async def test_with_nobody_left_it_goes_upwards(bureau: City) -> None:
    """To the first role above that has anybody."""
    secretary, head = await bureau.head("secretary", "Sekretaris"), await bureau.head("head_of_statistics", "Kabid")
    adi = await bureau.head("analyst", "Adi")
    await propose(bureau, "Tanam pohon")
    await secretary.press("Teruskan")
    await secretary.press("Adi")
    await people.remove_staff(bureau.db, adi.id, "analyst", bureau.telegram.clock.now())
    await bureau.forward(seconds=1)
    head.expect("Tanam pohon")
    head.expect("Adi", "tidak lagi bertugas di sini")
    assert "Jawab" in head.buttons()
    secretary.skim()
    adi.skim()


async def with_adi(bureau: City) -> tuple[Character, Character, Character, Character, str]:
    """Secretary, head of section, Adi, who has a step by name, Beni, who could have it, and the number."""
    secretary, head = await bureau.head("secretary", "Sekretaris"), await bureau.head("statistician", "Kasi")
    adi, beni = await bureau.head("analyst", "Adi"), await bureau.head("analyst", "Beni")
    await propose(bureau, "Tanam pohon")
    await secretary.press("Teruskan")
    await secretary.press("Adi")
    secretary.skim()
    ticket = adi.expect("Tanam pohon").text.split()[1]
    return secretary, head, adi, beni, ticket


async def test_a_head_passes_a_step_on(bureau: City) -> None:
    """/alih with the number, a name, and once more; whoever may not is told so."""
    _, head, adi, beni, ticket = await with_adi(bureau)
    await head.write("/alih")
    head.expect("Contoh: /alih")
    await beni.write(f"/alih {ticket}")
    beni.expect("bukan wewenang Anda")
    await head.write(f"/alih {ticket}")
    asked = head.expect("alihkan kepada siapa?")
    await head.press("Beni", asked)
    await head.press("Alihkan", asked)
    beni.expect("Tanam pohon")
    beni.expect("Kasi", "mengalihkan tahap ini kepada Anda")
    adi.expect("Kasi", "kepada Beni", "tidak perlu melanjutkan")
    assert "Jawab" in beni.buttons()
    assert "Jawab" not in adi.buttons()


async def test_the_button_on_the_card(bureau: City) -> None:
    """Whoever is above the step passes it on from its card; somebody else who presses that button is refused."""
    secretary, head, adi, beni, ticket = await with_adi(bureau)
    assert "🔁 Alihkan" not in adi.buttons()
    await head.write(f"/start case_{ticket}")
    head.expect("Tanam pohon")
    await head.press("Alihkan")
    asked = head.expect("alihkan kepada siapa?")
    keys = (key for row in head.card().markup.inline_keyboard for key in row)
    stolen = next(key.callback_data for key in keys if "Alihkan" in key.text)
    for thief in (adi, beni, secretary):
        await thief.does(thief.person.press_data, thief.person.chat.messages[-1], stolen)
        thief.expect_answer("bukan wewenang Anda")
    await head.press("Beni", asked)
    await head.press("Tidak jadi", asked)
    adi.expect_nothing()
    await head.press("Alihkan")
    asked = head.expect("alihkan kepada siapa?")
    await head.press("Beni", asked)
    assert f"kepada {beni.name}?" in asked.text
    await head.press("Alihkan", asked)
    beni.expect("Tanam pohon")
    beni.expect("Kasi", "mengalihkan tahap ini kepada Anda")
    adi.expect("Kasi", "kepada Beni")
    assert ("Jawab" in beni.buttons(), "Jawab" in adi.buttons()) == (True, False)
