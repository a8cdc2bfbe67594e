"""Telegram limits one chat, several, or the whole bot: what waits is said afterwards, the alarm first."""

from datetime import timedelta

from stricken import StrickenCity, read_by

RECEIVED = "SUDAH MASUK"


async def test_a_long_hold_outlasts_a_restart_and_loses_nothing(city: StrickenCity) -> None:
    """Telegram wants an hour's silence in one chat: it gets it, a restart in between, and then what waits arrives."""
    slowed, other = city.citizen(), city.citizen()
    hold = city.faults.add("429", methods=["sendMessage"], chat_id=slowed.id, times=1, retry_after=3600)
    slowed.person.write("/panik")
    await city.until(lambda: hold.struck and city.states(slowed)["new"])
    await city.killed()
    other.person.write("/panik")
    await city.telegram.until(lambda: [text for text in read_by(other) if RECEIVED in text], 10)
    city.telegram.clock.forward(minutes=59)
    await city.noticed()
    assert not [text for text in read_by(slowed) if RECEIVED in text]
    city.telegram.clock.forward(minutes=2)
    await city.settle()
    assert 1 == sum(RECEIVED in text for text in read_by(slowed))


async def test_a_long_hold_on_the_whole_bot_is_kept(city: StrickenCity) -> None:
    """Telegram wants an hour's silence everywhere: each chat is tried once, no more after a restart, and afterwards
    everybody is answered once, the alarm first.
    """
    waiting, alarmed = [city.citizen() for _ in range(5)], city.citizen()
    everybody, hold = (*waiting, alarmed), city.faults.add("429", retry_after=3600)
    for citizen in waiting:
        citizen.person.write("/bantuan")
    await city.until(lambda: city.states(*waiting) == {"new": 5} and hold.struck >= 3)
    alarmed.person.write("/panik")
    await city.until(lambda: city.states(alarmed)["new"] and city.telegram.calls("sendMessage", chat_id=alarmed.id))
    tried = [len(city.telegram.calls("sendMessage", chat_id=one.id)) for one in everybody]
    assert (1, 1) == (max(tried), tried[-1])
    await city.killed()
    city.telegram.clock.forward(minutes=59)
    await city.noticed()
    assert tried == [len(city.telegram.calls("sendMessage", chat_id=one.id)) for one in everybody]
    city.faults.clear()
    city.telegram.clock.forward(minutes=2)
    await city.settle()
    taken = [call.params["chat_id"] for call in city.telegram.calls("sendMessage") if call.ok]
    assert alarmed.id == next(chat_id for chat_id in taken if chat_id in {one.id for one in everybody})
    assert [1] * 5 == [len(read_by(citizen)) for citizen in waiting]
    assert 1 == sum(RECEIVED in text for text in read_by(alarmed))


async def test_limited_chats_hold_up_no_alarm(city: StrickenCity) -> None:
    """Telegram slows three chats, and with them the whole bot: a fourth person's alarm is answered at once."""
    limited, citizen = [city.citizen() for _ in range(3)], city.citizen()
    send = {"methods": ["sendMessage"], "times": 1, "retry_after": 60}
    faults = [city.faults.add("429", chat_id=person.id, **send) for person in limited]
    for person in limited:
        person.person.write("/bantuan")
    await city.until(lambda: city.states(*limited) == {"new": 3} and all(one.struck for one in faults))
    before = city.telegram.clock.now()
    citizen.person.write("/panik")
    await city.telegram.until(lambda: city.telegram.calls("sendMessage", chat_id=citizen.id))
    assert before == city.telegram.clock.now()
    assert RECEIVED in read_by(citizen)[0]
    assert [] == [text for person in limited for text in read_by(person)]
    await city.settle()
    assert before + timedelta(seconds=60) <= city.telegram.clock.now()
    assert [1, 1, 1] == [len(read_by(person)) for person in limited]
