"""The commands by which the office says who works for it, and where: staff, posts and places."""

import re

import pytest
from an_operator import OPERATOR

from bot import cli

POST = [
    "post",
    "add",
    "--name",
    "Pos Damkar",
    "--at",
    "3.31,117.59",
    "--kinds",
    "fire, rescue",
    "--phone",
    "0551-21113",
]


def test_posts_are_added_listed_and_removed(capsys):
    """A post is entered, its crew is given to it, and its crew stays when it is taken away."""
    assert 0 == cli.main(POST)
    assert 0 == cli.main(["post", "list"])
    shown = "Pos Damkar  3.31000,117.59000  fire, rescue  0551-21113"
    assert f"{shown}  by telephone only" == capsys.readouterr().out.splitlines()[-1]
    assert 0 == cli.main([*OPERATOR[:-1], "officer", "--post", "Pos Damkar"])
    assert 0 == cli.main([*POST[:-1], "113"])
    assert 0 == cli.main(["post", "list"])
    assert f"{shown[:-10]}113  Sari Contoh" == capsys.readouterr().out.splitlines()[-1]

    assert 0 == cli.main(["post", "remove", "--name", "Pos Damkar"])
    assert 0 == cli.main(["post", "list"])
    assert "no posts yet; add the first with: sigap post add" == capsys.readouterr().out.splitlines()[-1]
    assert 0 == cli.main(["staff", "list"])
    assert "Sari Contoh" in capsys.readouterr().out
    assert 0 == cli.main(["audit", "verify"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            [*POST[:7], "fier", *POST[8:]],
            '"fier" is no kind of incident (did you mean fire?); mend: write some of accident, crime, disaster, fire, '
            "hearse, medical, other, rescue, unclear",
        ),
        (["post", "remove", "--name", "Pos Lain"], 'there is no post "Pos Lain"; mend: look at sigap post list'),
        ([*OPERATOR, "--post", "Pos Lain"], 'there is no post "Pos Lain"; mend: add it with sigap post add'),
    ],
)
def test_a_post_that_is_none_is_refused(capsys, arguments, said):
    """A kind nobody can choose and a post nobody has entered are named, and nothing is kept."""
    assert 0 == cli.main(OPERATOR)
    capsys.readouterr()

    assert 1 == cli.main(arguments)
    assert f"{said}\n" == capsys.readouterr().err


def test_staff_are_added_listed_and_removed(capsys):
    """A role is given, seen in the list, and taken again."""
    assert 0 == cli.main(OPERATOR)
    assert 0 == cli.main([*OPERATOR[:-1], "data_officer", "--unit", "Dinkes"])
    assert 0 == cli.main(["staff", "list"])
    assert "       10001  Sari Contoh  data_officer of Dinkes, operator" == capsys.readouterr().out.splitlines()[-1]

    assert 0 == cli.main(["staff", "remove", "--telegram-id", "10001", "--role", "operator"])
    assert 0 == cli.main(["staff", "list"])
    assert "       10001  Sari Contoh  data_officer of Dinkes" == capsys.readouterr().out.splitlines()[-1]

    assert 0 == cli.main(["audit", "verify"])
    assert capsys.readouterr().out.startswith("whole: 3 events, the last is ")


def test_a_place_is_given_a_code_shown_and_taken_back(capsys):
    """The code is short, fits a deep link, and stands in the link for the QR."""
    assert 0 == cli.main(
        ["place", "add", "--name", "Pasar Contoh", "--lat", "3.3", "--lon", "117.6", "--landmark", "utara"]
    )
    code = capsys.readouterr().out.split()[0]
    assert re.fullmatch(r"[A-Za-z0-9_-]{4,32}", code)
    assert 0 == cli.main(["place", "list"])
    assert f"{code}  3.30000 117.60000  Pasar Contoh, utara\n" == capsys.readouterr().out
    assert 0 == cli.main(["place", "qr", code, "--bot", "@sigap_bot"])
    assert f"https://t.me/sigap_bot?start=p_{code}\n" == capsys.readouterr().out
    assert 0 == cli.main(["place", "remove", code])
    assert 0 == cli.main(["place", "list"])
    assert "no places yet" in capsys.readouterr().out
