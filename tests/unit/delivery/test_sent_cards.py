"""What delivery promises of cards: the newest state, once, and a mark on what may have come before."""

import pytest
from post_office import PostOffice
from standing_clock import StandingClock

from bot.outcomes import Broken, Outcome, Refused, Unsure
from storage import cards

SARI = 101


async def test_a_burst_of_changes_is_one_card(office: PostOffice) -> None:
    """A card that waits already shows the newest state anyway."""
    for _ in range(5):
        await office.raise_card(SARI)
    await office.start()
    await office.quiet()
    assert [(SARI, "card 1", False)] == office.sender.calls
    assert [] == await cards.stale(office.db)


async def test_a_card_that_may_have_come_says_so(office: PostOffice, clock: StandingClock) -> None:
    """Nobody knows whether the first one arrived; the next one is marked, the one after that is not."""
    office.sender.script[SARI].append(Unsure("TimeoutError"))
    await office.start()
    await office.raise_card(SARI)
    await office.quiet()
    clock.forward(seconds=1)
    await office.quiet()
    await office.raise_card(SARI, ring=True)
    await office.quiet()
    assert [False, True, False] == [repeated for _, _, repeated in office.sender.calls]


async def test_a_card_in_flight_at_a_crash_says_so(office: PostOffice) -> None:
    """The next run knows that it was about to be sent."""
    office.sender.silent = {SARI}
    await office.start()
    await office.raise_card(SARI)
    await office.until(lambda: office.sender.calls)
    await office.crash()
    office.sender.silent = set()
    await office.start()
    await office.quiet()
    assert [False, True] == [repeated for _, _, repeated in office.sender.calls]


@pytest.mark.parametrize("outcome", [Broken("TextError"), Refused("message is too long")])
async def test_an_alarms_card_that_cannot_be_shown_becomes_plain_words(office: PostOffice, outcome: Outcome) -> None:
    """Whoever should see it learns at least that there is a case."""
    office.sender.script[SARI].append(outcome)
    await office.start()
    await office.raise_card(SARI)
    await office.quiet()
    assert "Kasus nomor 1" in office.sender.calls[-1][1]
    assert [("sent", 1)] == await office.states()
