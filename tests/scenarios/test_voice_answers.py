"""Voice notes wherever words are asked: whoever drives or cannot type speaks."""

from alarm import alarm_at
from city import City


async def test_tidak_bisa_by_voice(city: City) -> None:
    """The officer says what hinders them; the operator reads that it was said, and hears it."""
    operator, officer, _ = await alarm_at(city, "passed on")
    await officer.press("Tidak bisa")
    officer.expect("Apa halangannya?", "ucapkan")
    await officer.voice()
    officer.expect("Tercatat")
    operator.expect("Belum ada yang menangani", "Apa halangannya? 🎤 pesan suara")
    operator.expect("tidak bisa berangkat (🎤 pesan suara)")
    assert "voice" == operator.expect().kind


async def test_bukan_darurat_by_voice(city: City) -> None:
    """The reason is kept in the case; the citizen reads the outcome without it."""
    operator, _, citizen = await alarm_at(city, "taken")
    await operator.press("Bukan darurat")
    operator.expect("Mengapa bukan keadaan darurat?")
    await operator.voice()
    operator.expect("Tercatat")
    citizen.expect("bukan keadaan darurat. Tidak apa-apa.")
    case = await city.case(operator.ticket())
    assert ["voice"] == [one.kind for one in case.evidence]
    assert [1] == case.values["reason"]


async def test_a_reason_why_there_is_no_photo_by_voice(city: City) -> None:
    """Own words for a missing photo may be said too."""
    operator, officer, _ = await alarm_at(city, "finished")
    await officer.press("Lapor")
    officer.expect("Ceritakan penanganannya", "pesan suara")
    await officer.voice()
    officer.expect("Kirim sedikitnya satu foto")
    await officer.press("Tidak ada")
    officer.expect("Mengapa tanpa foto?")
    await officer.voice()
    officer.expect("Tercatat")
    assert ["voice", "voice"] == [operator.expect().kind, operator.expect().kind]
    operator.expect("giliran Anda")
    operator.sees("Ceritakan penanganannya, dengan tulisan atau suara: 🎤 pesan suara")
