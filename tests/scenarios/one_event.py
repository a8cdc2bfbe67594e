"""One event that several people report."""

from alarm import alarm_at
from character import Character
from city import City

NEAR = (3.3021, 117.5853)
"""About 90 m from Karang Balik."""


async def reports(city: City, place: tuple[float, float] = NEAR, *, language: str = "id") -> Character:
    """Another citizen presses PANIK and sends a position."""
    citizen = city.citizen("Saksi", language=language)
    await citizen.write("/panik")
    await citizen.share(*place)
    return citizen


async def merged(city: City, stage: str = "taken") -> tuple[Character, Character, Character, Character]:
    """An alarm at a stage, and a second one of the same event merged into it; everybody has read everything."""
    operator, officer, citizen = await alarm_at(city, stage)
    witness = await reports(city)
    await operator.press(f"Gabung {citizen.ticket()}")
    city.skim()
    return operator, officer, citizen, witness
