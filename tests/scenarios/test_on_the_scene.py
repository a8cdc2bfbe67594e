"""On the scene: nobody is asked anything before the time that the officer gave."""

from datetime import timedelta

from alarm import alarm_at
from city import City


async def test_masih_ditangani(city: City) -> None:
    """The officer says how long; the operator hears it, the cards show it, and nobody is asked before."""
    operator, officer, citizen = await alarm_at(city, "on the scene")
    await officer.press("Masih ditangani")
    asked = officer.expect("Berapa lama lagi?")
    assert ["15 menit", "30 menit", "60 menit"] == [label for row in asked.buttons for label in row][:3]
    await officer.press("30 menit")
    officer.expect_answer("Tercatat")
    waiting = (await city.case(operator.ticket())).step("handle")
    until = waiting.extended_at + timedelta(minutes=30)
    at = f"{until + timedelta(hours=8):%H:%M}"
    operator.expect(f"{officer.name} masih menangani", f"ditanya lagi pukul {at}")
    operator.sees(f"Batas {at}")
    officer.sees(f"Batas {at}")
    await city.forward_to(until - timedelta(seconds=1))
    for character in city.cast:
        character.expect_nothing()
    await city.forward_to(until)
    again = officer.expect("waktu yang Anda minta sudah habis", "Penanganan di lokasi", "Masih ditangani?")
    operator.expect(f"belum ada kabar dari {officer.name}", "Hubungi lewat HT")
    citizen.expect_nothing()
    await officer.press("Masih ditangani", again)
    officer.expect("Berapa lama lagi?")
    await officer.press("15 menit")
    operator.expect("masih menangani")
    later = (await city.case(operator.ticket())).step("handle").extended_at + timedelta(minutes=15)
    await city.forward_to(later)
    officer.expect("waktu yang Anda minta sudah habis")
    operator.expect("belum ada kabar")
    await city.forward_to(later + timedelta(minutes=7, seconds=30))
    officer.expect_nothing()
    operator.expect("belum ada kabar")


async def test_without_it_the_hour_is_ours(city: City) -> None:
    """An officer who presses nothing is left alone; after an hour the operator is asked to call."""
    operator, officer, _ = await alarm_at(city, "on the scene")
    opened = (await city.case(operator.ticket())).step("handle").opened_at
    await city.forward_to(opened + timedelta(minutes=60))
    operator.expect(f"belum ada kabar dari {officer.name}", "Hubungi lewat HT")
    officer.expect_nothing()
