"""The satisfaction index: four vectors, exact weights, rounding before the category."""

from decimal import Decimal
from fractions import Fraction

import pytest

from core.survey import UNSUR, Tally, averages, category, index

CODES = [one.code for one in UNSUR]


@pytest.mark.parametrize(
    ("nrr", "ikm", "quality"),
    [
        # BP Batam, first quarter of 2026, published as 89,24 with weights of 0,111.
        (["3.58", "3.62", "3.52", "3.80", "3.61", "3.59", "3.66", "3.39", "3.36"], "89.25", "A"),
        (["4"] * 9, "100.00", "A"),
        (["1"] * 9, "25.00", "D"),
        (["3"] * 9, "75.00", "C"),
    ],
)
def test_the_index_is_exact(nrr: list[str], ikm: str, quality: str) -> None:
    """Each unsur weighs a ninth: not 0,11, by which the best would be 99, nor 0,111."""
    found = index(dict(zip(CODES, map(Fraction, nrr), strict=True)))
    assert found == Decimal(ikm)
    assert quality == category(found).quality


@pytest.mark.parametrize(
    ("ikm", "quality"),
    [
        ("100.00", "A"),
        ("88.31", "A"),
        ("88.30", "B"),
        ("76.61", "B"),
        ("76.60", "C"),
        ("65.00", "C"),
        ("64.99", "D"),
        ("25.00", "D"),
    ],
)
def test_the_categories_have_no_gap_between_them(ikm: str, quality: str) -> None:
    """Their bounds are two decimals."""
    assert quality == category(Decimal(ikm)).quality


def test_it_is_rounded_before_it_is_classified() -> None:
    """76,605 lies in no class; as 76,61 it is B."""
    nrr = dict.fromkeys(CODES, Fraction("76.605") / 25)
    found = index(nrr)
    assert found == Decimal("76.61")
    assert category(found).quality == "B"


def test_answers_count_for_their_unsur_alone() -> None:
    """Whoever stopped in the middle counts where they answered; without all nine there is no index yet."""
    some = averages({"u1": Tally(2, 7), "u2": Tally(0, 0)})
    assert some == {"u1": Fraction(7, 2)}
    assert index(some) is None
    every = averages({code: Tally(1, 4) for code in CODES} | {"u1": Tally(2, 7)})
    assert index(every) == Decimal("98.61")


def test_the_order_of_the_answers_does_not_matter() -> None:
    """They are known by their code."""
    nrr = {code: Fraction(place, 3) for place, code in enumerate(CODES, 3)}
    assert index(nrr) == index(dict(reversed(nrr.items())))


def test_an_index_below_the_scale_is_none() -> None:
    """Nothing is rounded up into a category."""
    with pytest.raises(ValueError, match="no IKM"):
        category(Decimal("24.99"))
