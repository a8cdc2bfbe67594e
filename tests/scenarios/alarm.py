"""An alarm brought to the stage at which a scenario begins; the way there is what test_happy_path.py looks at."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from character import Character
from city import KARANG_BALIK, City

from core.post import Post

STATION = (3.310, 117.590)
"""Where the officer waits, about 1.1 km from Karang Balik."""
FURTHER = (3.3500, 117.5853)
"""Where others wait, 5.4 km away."""


async def alarm_at(
    city: City,
    stage: str,
    *,
    operator: Character | None = None,
    officer: Character | None = None,
    citizen: Character | None = None,
) -> tuple[Character, Character, Character]:
    """An alarm at a stage (see `STAGES`), with its operator, officer and citizen, who have read everything so far."""
    operator = operator or await city.operator()
    officer = officer or await city.officer(place=STATION)
    citizen = citizen or city.citizen()
    people = (operator, officer, citizen)
    for name, act in STAGES.items():
        await act(*people)
        if name == stage:
            break
    city.skim()
    return people


async def pass_to(city: City, ticket: str, seconds: float, step: str = "verify") -> None:
    """Let time pass until so many seconds after the step was opened."""
    waiting = (await city.case(ticket)).step(step)
    assert waiting is not None
    await city.forward_to(waiting.opened_at + timedelta(seconds=seconds))


async def helped_alarm(city: City, *names: str) -> tuple[Character, Character, Character, list[Character]]:
    """An alarm passed on to its officer and to others beside: operator, officer, citizen and helpers."""
    helpers = [await city.officer(name, place=FURTHER) for name in names]
    operator, officer, citizen = await alarm_at(city, "taken")
    await pass_on(operator, officer, *helpers)
    operator.expect("Siapa yang berangkat?")
    operator.expect_answer("Tercatat")
    return operator, officer, citizen, helpers


async def _pressed(operator: Character, officer: Character, citizen: Character) -> None:
    await citizen.write("/panik")


async def _ringing(operator: Character, officer: Character, citizen: Character) -> None:
    await citizen.share(*KARANG_BALIK)


async def _taken(operator: Character, officer: Character, citizen: Character) -> None:
    await operator.press("Tangani")


async def pass_on(operator: Character, *officers: Character | Post) -> None:
    """Teruskan to them; where only one can be chosen there is nothing to tick, and no Selesai."""
    await operator.press("Teruskan")
    asked = operator.person.chat.messages[-1]
    for officer in officers:
        await operator.press(officer.name)
    if asked.buttons:
        await operator.press("Selesai")


async def _passed_on(operator: Character, officer: Character, citizen: Character) -> None:
    await pass_on(operator, officer)


async def _travelling(operator: Character, officer: Character, citizen: Character) -> None:
    await officer.press("Siap")


async def _on_the_scene(operator: Character, officer: Character, citizen: Character) -> None:
    await officer.press("Tiba")


async def _finished(operator: Character, officer: Character, citizen: Character) -> None:
    await officer.press("Selesai di lokasi")


async def report(officer: Character, words: str = "Api padam, tidak ada korban.") -> None:
    """Lapor, with words and a picture."""
    await officer.press("Lapor")
    await officer.write(words)
    await officer.photo()
    await officer.press("Selesai")


async def _reported(operator: Character, officer: Character, citizen: Character) -> None:
    await report(officer)


async def record(operator: Character) -> None:
    """Catat, and yes."""
    await operator.press("Catat")
    await operator.press("Catat")


async def _recorded(operator: Character, officer: Character, citizen: Character) -> None:
    await record(operator)


Stage = Callable[[Character, Character, Character], Awaitable[None]]
STAGES: dict[str, Stage] = {
    "pressed": _pressed,
    "ringing": _ringing,
    "taken": _taken,
    "passed on": _passed_on,
    "travelling": _travelling,
    "on the scene": _on_the_scene,
    "finished": _finished,
    "reported": _reported,
    "closed": _recorded,
}
