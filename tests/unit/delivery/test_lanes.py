"""Whose turn it is: lanes between chats, order within a chat."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.lanes import LANES, Item, Lanes
from bot.pacing import Pacing

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
SARI, BUDI, RINI = 101, 102, 103

queued = st.lists(st.tuples(st.sampled_from([SARI, BUDI, RINI, -4]), st.sampled_from(LANES)), max_size=40)


def filled(*items: tuple[int, str]) -> Lanes:
    """Lanes with messages numbered from 1, in this order."""
    lanes = Lanes()
    for number, (chat_id, lane) in enumerate(items, 1):
        lanes.add(Item(chat_id, lane, message_id=number))
    return lanes


def taken(lanes: Lanes, pacing: Pacing | None = None) -> list[int | None]:
    """What leaves, an hour after each other, so that no pace holds anything back."""
    pacing, now, order = pacing or Pacing(30), NOON, []
    while (item := lanes.take(pacing, now)) is not None:
        order.append(item.message_id)
        lanes.done(item.chat_id)
        now += timedelta(hours=1)
    return order


def test_the_better_lane_goes_first_between_chats() -> None:
    """An alarm leaves before a dispatch, that before an answer, and a broadcast last."""
    lanes = filled((SARI, "broadcast"), (BUDI, "reply"), (RINI, "alarm"), (104, "nag"), (105, "dispatch"))
    assert [3, 5, 2, 4, 1] == taken(lanes)


def test_a_chat_is_served_in_order() -> None:
    """Within a chat a better lane does not overtake."""
    assert [1, 2, 3] == taken(filled((SARI, "nag"), (SARI, "reply"), (SARI, "dispatch")))


def test_only_an_alarm_overtakes() -> None:
    """Alarms go before everything that waits in the chat, in their own order."""
    assert [2, 4, 1, 3] == taken(filled((SARI, "dispatch"), (SARI, "alarm"), (SARI, "reply"), (SARI, "alarm")))


def test_a_dispatch_lifts_the_broadcast_in_front_of_it() -> None:
    """A chat counts by the best that it waits for, else the dispatch would wait for everybody's broadcast."""
    assert [2, 3, 1] == taken(filled((SARI, "broadcast"), (BUDI, "broadcast"), (BUDI, "dispatch")))


def test_chats_of_a_lane_take_turns() -> None:
    """Nobody's second message leaves before everybody's first."""
    assert [1, 3, 2, 4] == taken(filled((SARI, "reply"), (SARI, "reply"), (BUDI, "reply"), (BUDI, "reply")))


def test_what_is_put_back_stays_behind_the_alarms() -> None:
    """A message that failed is the first of its chat again, but an alarm does not wait for it."""
    lanes = filled((SARI, "alarm"), (SARI, "alarm"), (SARI, "reply"))
    lanes.add(Item(SARI, "reply", message_id=9), first=True)
    lanes.add(Item(SARI, "alarm", message_id=8))
    assert [1, 2, 8, 9, 3] == taken(lanes)


def test_a_chat_is_sent_to_one_at_a_time() -> None:
    """The second message of a chat waits until the first has landed, alarm or not."""
    lanes, pacing = filled((SARI, "reply"), (SARI, "alarm")), Pacing(30)
    first = lanes.take(pacing, NOON)
    assert first is not None
    assert None is lanes.take(pacing, NOON)
    lanes.done(SARI)
    assert lanes.take(pacing, NOON) is not None


def test_a_retry_holds_its_own_chat_only() -> None:
    """Until its time comes others go, and its chat's next message waits behind it; an alarm does not."""
    lanes, later = Lanes(), NOON + timedelta(seconds=30)
    lanes.add(Item(SARI, "reply", message_id=1, not_before=later))
    lanes.add(Item(SARI, "reply", message_id=2))
    lanes.add(Item(BUDI, "reply", message_id=3))
    pacing = Pacing(30)
    item = lanes.take(pacing, NOON)
    assert item is not None
    assert 3 == item.message_id
    assert None is lanes.take(pacing, NOON)
    assert later == lanes.next_at()
    lanes.add(Item(SARI, "alarm", message_id=4))
    item = lanes.take(pacing, NOON)
    assert item is not None
    assert 4 == item.message_id


def test_the_kept_places_are_for_alarms_only() -> None:
    """With alarms only, a dispatch stays where it is."""
    lanes, pacing = filled((SARI, "dispatch"), (BUDI, "alarm")), Pacing(30)
    item = lanes.take(pacing, NOON, alarms_only=True)
    assert item is not None
    assert 2 == item.message_id
    assert None is lanes.take(pacing, NOON, alarms_only=True)
    assert [1] == taken(lanes)


def test_a_dropped_chat_is_forgotten() -> None:
    """Nothing of it leaves, and nobody waits for its time."""
    lanes = Lanes()
    lanes.add(Item(SARI, "reply", message_id=1, not_before=NOON + timedelta(seconds=30)))
    lanes.add(Item(SARI, "reply", message_id=2))
    assert None is lanes.take(Pacing(30), NOON)
    assert [1, 2] == [item.message_id for item in lanes.drop(SARI)]
    assert None is lanes.next_at()
    assert 0 == len(lanes)


@given(queued)
def test_everything_leaves_once_and_in_its_order(items: list[tuple[int, str]]) -> None:
    """Whatever is queued: each leaves once; in a chat alarms keep their order, and the others theirs."""
    order = taken(filled(*items))
    assert sorted(order) == list(range(1, len(items) + 1))
    by_chat: dict[tuple[int, bool], list[int]] = defaultdict(list)
    for number in order:
        chat_id, lane = items[(number or 0) - 1]
        by_chat[chat_id, lane == "alarm"].append(number or 0)
    assert all(numbers == sorted(numbers) for numbers in by_chat.values())


@given(queued)
def test_no_alarm_waits_for_anything_else(items: list[tuple[int, str]]) -> None:
    """Whatever is queued, all alarms leave first."""
    lanes_of = [items[(number or 0) - 1][1] for number in taken(filled(*items))]
    assert lanes_of[: lanes_of.count("alarm")] == ["alarm"] * lanes_of.count("alarm")
