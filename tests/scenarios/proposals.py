"""A proposal, as `procedures/proposal.yaml` has it: it lies at two desks for days."""

from character import Character
from city import City


async def propose(city: City, words: str) -> Character:
    """A citizen proposes something."""
    citizen = city.citizen()
    await citizen.write("/start")
    await citizen.press("Usulan")
    await citizen.write(words)
    await citizen.press("Kirim")
    citizen.skim()
    return citizen
