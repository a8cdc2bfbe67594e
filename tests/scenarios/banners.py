"""Leave for a banner, as `procedures/banner.yaml` has it: how somebody asks for it, and how it is given."""

from character import Character
from city import City


async def ask(city: City, place: str, subject: str = "Lewati") -> Character:
    """Somebody asks for leave to put a banner somewhere."""
    citizen = city.citizen()
    await citizen.write("/start")
    await citizen.press("Izin spanduk")
    await citizen.write(place)
    await citizen.press(subject)
    await citizen.press("Kirim")
    citizen.skim()
    return citizen


async def allow(head: Character, centre: Character) -> None:
    """The head disposes the newest one, and the head of the centre allows it."""
    await head.press("Disposisi")
    await head.press("Tindak lanjuti")
    await centre.press("Izinkan")
    head.skim()
    centre.skim()
