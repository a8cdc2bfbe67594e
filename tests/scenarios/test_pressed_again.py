"""PANIK again is never lost: at every state of the alarm somebody of the staff hears of it at once."""

import pytest
from alarm import alarm_at
from city import City
from one_event import merged

STATES = ["ringing", "taken", "passed on", "travelling", "on the scene", "finished", "reported"]


@pytest.mark.parametrize("state", STATES)
async def test_panik_again_is_heard_at_every_state(city: City, state: str) -> None:
    """Whoever has the case hears it, with a sound, and the citizen reads that the alarm is still open."""
    operator, officer, citizen = await alarm_at(city, state)
    await citizen.write("/panik")
    citizen.expect("masih terbuka")
    heard = [message.text for one in (operator, officer) for message in one.person.inbox if not message.silent]
    assert heard, "nobody heard of it"
    assert any(citizen.ticket() in text or "lagi" in text for text in heard)
    city.skim()


@pytest.mark.parametrize("state", ["ringing", "taken", "travelling"])
async def test_panik_again_of_a_merged_reporter_is_heard(city: City, state: str) -> None:
    """Their report is merged, their press is not lost: whoever has the event hears it."""
    operator, officer, _, witness = await merged(city, state)
    await witness.write("/panik")
    witness.expect("masih terbuka")
    assert [message for one in (operator, officer) for message in one.person.inbox if not message.silent]
    city.skim()
