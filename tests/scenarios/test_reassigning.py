"""Somebody leaves the office in the middle of a case, or a head passes a step on."""

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


async def test_a_head_passes_a_step_on(bureau: City) -> None:
    """/alih with the number; whoever may not is told so."""
    secretary, head = await bureau.head("secretary", "Sekretaris"), await bureau.head("statistician", "Kasi")
    adi, beni = await bureau.head("analyst", "Adi"), await bureau.head("analyst", "Beni")
    await propose(bureau, "Tanam pohon")
    await secretary.press("Teruskan")
    await secretary.press("Adi")
    secretary.skim()
    ticket = adi.expect("Tanam pohon").text.split()[1]
    await head.write("/alih")
    head.expect("Contoh: /alih")
    await beni.write(f"/alih {ticket}")
    beni.expect("bukan wewenang Anda")
    await head.write(f"/alih {ticket}")
    await head.press("Beni", head.expect("alihkan kepada siapa?"))
    beni.expect("Tanam pohon")
    beni.expect("Kasi", "mengalihkan tahap ini kepada Anda")
    adi.expect("Kasi", "kepada Beni", "tidak perlu melanjutkan")
    assert "Jawab" in beni.buttons()
    assert "Jawab" not in adi.buttons()
