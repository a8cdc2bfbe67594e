"""A head disposes several cases alike at once: each is an event of its own."""

from banners import ask
from city import City


async def test_ticked_once_disposed_together(bureau: City) -> None:
    """One question for all, and what is not ticked stays."""
    head, centre = await bureau.head("head_of_department", "Kadis"), await bureau.head()
    for place in ("Jalan Contoh", "Pasar Contoh", "Taman Contoh"):
        await ask(bureau, place)
    head.skim()
    await head.write("/tugas")
    await head.press("Beberapa sekaligus", head.expect("3 kasus menunggu Anda"))
    choice = head.expect("Izin spanduk", "Ditandai: 0")
    await head.press("Tandai semua", choice)
    await head.press("☑ SP-", choice)
    assert "Ditandai: 2" in choice.text
    await head.press("Disposisi", choice)
    head.expect("Apa disposisinya?")
    await head.press("Koordinasikan")
    head.expect("Tercatat pada 2 kasus")
    centre.expect("SP-", "Koordinasikan")
    centre.expect("SP-", "Koordinasikan")
    centre.expect_nothing()
    await head.press("Urungkan")
    centre.expect("salah tekan")
    head.skim()
    await head.write("/tugas")
    head.expect("2 kasus menunggu Anda")
