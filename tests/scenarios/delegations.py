"""/delegasi, answered: somebody appoints a stand-in."""

from datetime import date, timedelta

from character import Character
from city import City


def day(city: City, days: int = 0) -> str:
    """A day as people write it, so many days from today."""
    today: date = city.telegram.clock.now().date() + timedelta(days=days)
    return f"{today:%d/%m/%Y}"


async def appoint(head: Character, deputy: Character, first: str, last: str, as_: str = "Plh") -> None:
    """Answer the questions of /delegasi."""
    await head.write("/delegasi")
    head.expect("Tidak ada yang menggantikan Anda")
    await head.press("Tunjuk pengganti")
    await head.press(deputy.name, head.expect("Siapa yang menggantikan Anda?"))
    await head.press(as_, head.expect("Sebagai apa?"))
    head.expect("Mulai tanggal berapa?")
    await head.write(first)
    head.expect("Sampai tanggal berapa")
    await head.write(last)
    await head.press("✅ Tunjuk", head.expect(deputy.name, as_, first, last))
