"""Distances on the earth."""

import pytest

from core.distance import geodesic_m, great_circle_m, printed

TARAKAN, BALIKPAPAN = (3.3273, 117.5785), (-1.2654, 116.8312)


def test_great_circle_is_near_the_geodesic():
    """The quick distance to rank by differs by less than 0.6 % from the one that is told."""
    quick, exact = great_circle_m(*TARAKAN, *BALIKPAPAN), geodesic_m(*TARAKAN, *BALIKPAPAN)
    assert quick == pytest.approx(exact, rel=0.006)
    assert exact == pytest.approx(514_600, rel=0.01)


def test_no_distance():
    """A place is no distance from itself."""
    assert great_circle_m(*TARAKAN, *TARAKAN) == 0.0
    assert geodesic_m(*TARAKAN, *TARAKAN) == 0.0


PRINTED = [
    (0, "0 m", "0 m"),
    (4, "0 m", "0 m"),
    (347, "350 m", "350 m"),
    (994, "990 m", "990 m"),
    (996, "1,0 km", "1.0 km"),
    (1_234, "1,2 km", "1.2 km"),
    (9_949, "9,9 km", "9.9 km"),
    (9_960, "10 km", "10 km"),
    (514_600, "515 km", "515 km"),
]


@pytest.mark.parametrize(("metres", "indonesian", "english"), PRINTED)
def test_printed(metres, indonesian, english):
    """Metres are told in tens, kilometres with one decimal up to ten, with a comma in Indonesian."""
    assert (indonesian, english) == (printed(metres), printed(metres, "en"))
