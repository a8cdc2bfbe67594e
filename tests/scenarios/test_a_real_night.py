"""One night with a dozen alarms at once: each is dealt with to its end, and nobody reads of what is not theirs."""

from city import City
from night_evening import (
    a_fire_with_two_reporters,
    a_rehearsal_beside,
    an_ambulance_while_the_fire_burns,
    somebody_who_must_not_be_phoned,
    somebody_without_a_word_and_a_prank_that_was_none,
    the_fire_is_out,
    the_others_are_there,
    two_that_need_no_officer,
)
from night_late import (
    a_call_to_112_and_an_officer_on_the_radio,
    a_cry_and_an_officer_who_turns_back,
    it_was_not_over,
    somebody_who_runs,
    the_bot_is_away,
    the_shift_changes,
)
from night_record import the_morning_after
from night_shift import Night


async def test_a_night_with_twelve_alarms(found) -> None:
    """Every case ends as it should, is in the register where it was worked on, and stayed with those it concerns."""
    city: City = await found(STORM_ALARMS="0")
    night = Night(city)
    await night.falls()

    fire = await a_fire_with_two_reporters(night)
    ambulance = await an_ambulance_while_the_fire_burns(night)
    hiding = await somebody_who_must_not_be_phoned(night)
    rehearsal = await a_rehearsal_beside(night)
    prank = await somebody_without_a_word_and_a_prank_that_was_none(night)
    await two_that_need_no_officer(night)
    await the_fire_is_out(night, fire)
    await the_others_are_there(night, ambulance, hiding, prank)
    by_phone = await a_call_to_112_and_an_officer_on_the_radio(night)
    cry = await a_cry_and_an_officer_who_turns_back(night)
    await the_bot_is_away(night)
    await somebody_who_runs(night)
    await the_shift_changes(night, by_phone, cry)
    await it_was_not_over(night, fire)
    await the_morning_after(night, rehearsal)
