"""The street on a card is the street of the place that the card shows."""

from datetime import UTC, datetime

import pytest

from bot import streets
from core.answers import position
from core.case import Case

NOW = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
STREET = {"name": "Jalan Contoh", "lat": 3.3, "lon": 117.6}


@pytest.mark.parametrize(
    ("street", "lat", "shown"),
    [
        (STREET, 3.3, "Jalan Contoh"),
        (STREET, 3.301, "Jalan Contoh"),
        (STREET, 3.302, None),
        ("Jalan Lama", 3.302, "Jalan Lama"),
        (None, 3.3, None),
    ],
    ids=["there", "111 m on", "222 m on", "kept before streets had a place", "unknown"],
)
def test_a_street_belongs_to_its_place(street, lat, shown):
    """Where the place has moved on, the street is not shown until it was asked for anew."""
    personal = {"position": position(lat, 117.6, NOW)} | ({"street": street} if street else {})
    assert shown == streets.of(Case(1, "PB-1", "panic", "1", 1, NOW, personal=personal))
