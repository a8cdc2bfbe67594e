"""Citizens who ask for a room, as far as a scenario needs them to have come."""

from character import Character
from city import City


async def asked_when(rooms: City, people: str = "20") -> Character:
    """A citizen who is asked for a slot."""
    citizen = rooms.citizen()
    await citizen.write("/start")
    citizen.expect("Halo")
    await citizen.press("Pinjam ruang")
    citizen.expect("Berapa orang")
    await citizen.write(people)
    return citizen


async def sent(rooms: City, slot: str) -> Character:
    """A citizen who has asked for that slot."""
    citizen = await asked_when(rooms)
    await citizen.press(slot, citizen.expect("Kapan?"))
    citizen.expect("Apa yang diperlukan")
    await citizen.press("Proyektor")
    await citizen.press("Selesai")
    citizen.expect("Kirim suratnya", "PDF, JPG")
    await citizen.document("surat.pdf")
    citizen.expect("1 diterima")
    await citizen.press("Selesai")
    citizen.expect("Periksa dulu", "pukul", "Proyektor")
    await citizen.press("Kirim")
    citizen.skim()
    return citizen


def labels(citizen: Character) -> list[str]:
    """What can be pressed under the newest question."""
    asked = [message for message in citizen.person.chat.messages if message.from_bot and message.buttons][-1]
    return [label for row in asked.buttons for label in row]
