"""Which handler answers what."""

import pytest

from bot.errors import RouteTakenError
from bot.routes import Routes, command_name, plain


async def _one() -> None: ...


async def _other() -> None: ...


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("/panik", "panik"),
        ("/PANIK", "panik"),
        ("/panik tolong", "panik"),
        ("/panik@contoh_bot", "panik"),
        ("/Panik@CONTOH_bot tolong", "panik"),
        ("/ panik", "panik"),
        ("/start case_PB-2026-000001", "start"),
        ("/", ""),
        ("/ ", ""),
        ("/\n", ""),
        ("/!", ""),
        ("/panik@other_bot", None),
        ("panik", None),
        ("", None),
        (" /panik", None),
    ],
)
def test_a_command_is_read_from_the_words(words, name):
    """The name in small letters; nothing for words, and for a command to another bot."""
    assert name == command_name(words, "contoh_bot")


def test_a_command_is_taken_where_the_own_name_is_not_known():
    """Rather answer one too many than none."""
    assert "panik" == command_name("/panik@other_bot")


@pytest.mark.parametrize("label", ["🚨 PANIK", "panik", "Panik!!", "P\u200eAN\u202eIK", "pan\x00ik", " PANIK "])
def test_a_label_is_known_however_it_is_typed(label):
    """Without emoji, capitals, marks and signs."""
    assert "panik" == plain(label)


def test_nothing_can_have_two_handlers():
    """The second registration is refused by name."""
    routes, more = Routes(), Routes()
    routes.command("panik")(_one)
    more.command("panik")(_other)
    with pytest.raises(RouteTakenError, match="panik has a handler already"):
        routes.include(more)


def test_a_state_answers_a_kind_of_content_before_the_rest():
    """The kind's own handler, else the one for everything, else none."""
    routes = Routes()
    routes.state("form", "photo")(_one)
    routes.state("form", "*")(_other)
    found = [
        routes.for_state(*asked) for asked in (("form", "photo"), ("form", "text"), ("idle", "text"), (None, "text"))
    ]
    assert [_one, _other, None, None] == found
