"""The command line: its grammar, and its answers to bad usage."""

import subprocess
import sys
from pkgutil import resolve_name

import pytest

from bot import cli
from bot.settings import ROOT


def test_help_imports_nothing_heavy():
    """The grammar is built without the libraries that take long to import."""
    script = "import sys, bot.cli; bot.cli.build().format_help(); print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    heavy = {"aiogram", "aiohttp", "asyncio", "pydantic", "sqlalchemy", "structlog", "fluent", "telegram"}
    assert set() == heavy & set(done.stdout.split())


def test_help_names_every_command(capsys):
    """`sigap --help` lists the commands."""
    with pytest.raises(SystemExit) as left:
        cli.main(["--help"])

    said = capsys.readouterr().out
    assert 0 == left.value.code
    for command in (
        "run",
        "demo",
        "test",
        "check",
        "bench",
        "soak",
        "staff",
        "post",
        "dataset",
        "sop",
        "audit",
        "doctor",
    ):
        assert f"\n    {command} " in said


@pytest.mark.parametrize(
    "line",
    [
        *(
            "run",
            "run --env-file x",
            "demo",
            "demo --no-browser",
            "test",
            "check",
            "bench",
            "soak",
            "audit verify",
            "audit verify-document surat.pdf",
            "staff title --telegram-id 10001 --nip 19850101",
            "sop print panic --to sop.pdf",
            "register export --month 2026-11 --name agenda --to var",
            "doctor",
        ),
        *("staff add --telegram-id 1 --name Sari --role x", "staff list", "staff remove --telegram-id 1"),
        *("post add --name Pos --at 3.3,117.6 --phone 110", "post list", "post remove --name Pos"),
        *(
            "place add --name Pasar --lat -3.3 --lon 117.5",
            "place list",
            "place remove ab12",
            "place qr ab12 --bot sigap_bot",
        ),
        *("sop check", "sop check a.yaml b.yaml", "sop show panic"),
    ],
)
def test_every_command_leads_somewhere(line):
    """The function that a command names exists."""
    arguments, rest = cli.build().parse_known_args(line.split())

    assert callable(resolve_name(arguments.call))
    assert [] == rest


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "sigap: the following arguments are required: COMMAND; example: sigap --help"),
        ("staff", "sigap staff: the following arguments are required: COMMAND; example: sigap staff list"),
        ("staff list --all", "sigap staff list: unknown argument --all; example: sigap staff list"),
        ("check --fast", "sigap check: unknown argument --fast; example: sigap check"),
        (
            "place add --name Pasar --lat 91 --lon 0",
            'sigap place add: argument --lat: "91" is not from -90 to 90 degrees; '
            'example: sigap place add --name "Pasar" --lat 3.301 --lon 117.585',
        ),
        (
            "place qr ab12 --bot @a",
            'sigap place qr: argument --bot: "@a" is no username of a bot: expected one such as sigap_bot; '
            "example: sigap place qr 0a1b2c3d --bot sigap_bot --to a.pdf",
        ),
        ("sop show", "sigap sop show: the following arguments are required: ID; example: sigap sop show panic"),
        (
            "staff remove --telegram-id @sari",
            'sigap staff remove: argument --telegram-id: "@sari" is no Telegram id: expected a number such as 10001; '
            "example: sigap staff remove --telegram-id 10001",
        ),
        (
            "post add --name Pos --at Tarakan --phone 110",
            'sigap post add: argument --at: "Tarakan" is no position: expected one such as 3.31,117.59; '
            'example: sigap post add --name "Pos Damkar" --at 3.31,117.59 --kinds fire,rescue --phone 0551-21113',
        ),
        (
            "post add --name Pos --at 0,0 --phone 110",
            'sigap post add: argument --at: "0,0" is nowhere on earth: expected one such as 3.31,117.59; '
            'example: sigap post add --name "Pos Damkar" --at 3.31,117.59 --kinds fire,rescue --phone 0551-21113',
        ),
        (
            "post add --name Pos --at 3.3,117.6 --phone satu",
            'sigap post add: argument --phone: "satu" is no telephone number: expected one such as 0551-21113; '
            'example: sigap post add --name "Pos Damkar" --at 3.31,117.59 --kinds fire,rescue --phone 0551-21113',
        ),
        (
            "staff add --telegram-id 1",
            "sigap staff add: the following arguments are required: --name, --role; "
            'example: sigap staff add --telegram-id 10001 --name "Sari" --role operator',
        ),
    ],
)
def test_bad_usage_is_answered_with_an_example(capsys, line, said):
    """One line on stderr says what is wrong and shows how it goes; the exit code is 2."""
    with pytest.raises(SystemExit) as left:
        cli.main(line.split())

    assert 2 == left.value.code
    assert f"{said}\n" == capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["-k", "alarm", "tests/unit", "-x"], ["tests/unit::x", "--lf", "--", "-q"]])
def test_arguments_of_the_tests_go_to_pytest(monkeypatch, arguments):
    """Everything behind `sigap test` reaches pytest in its order."""
    seen = []
    monkeypatch.setattr("bot.commands.quality.test", lambda given: seen.append(given.rest) or 0)

    assert 0 == cli.main(["test", *arguments])
    assert [arguments] == seen
