"""The command line. Nothing heavy is imported before a command is chosen: `--help` answers at once."""

import argparse
import math
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from pkgutil import resolve_name
from typing import NoReturn, TypeAlias

from bot.errors import SettingError, SigapError
from core.fault import FaultyText

FAILED = 1
MISUSED = 2
INTERRUPTED = 130


class Parser(argparse.ArgumentParser):
    """Answers bad usage with one line and an example."""

    example = "sigap --help"

    def error(self, message: str) -> NoReturn:
        """Leave with exit code 2."""
        self.exit(MISUSED, f"{self.prog}: {message}; example: {self.example}\n")


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def _command(commands: Commands, name: str, call: str, summary: str, example: str) -> Parser:
    parser = commands.add_parser(name, help=summary, description=summary, allow_abbrev=False)
    parser.example = f"{parser.prog} {example}".rstrip()
    parser.set_defaults(call=f"bot.commands.{call}", parser=parser)
    return parser


def _noun(commands: Commands, name: str, summary: str, example: str) -> Commands:
    parser = commands.add_parser(name, help=summary, description=summary, allow_abbrev=False)
    parser.example = f"{parser.prog} {example}"
    return parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)


def _telegram_id(value: str) -> int:
    if not value.isdecimal() or not 0 < int(value) < 2**52:
        raise argparse.ArgumentTypeError(f'"{value}" is no Telegram id: expected a number such as 10001')
    return int(value)


def _name(value: str) -> str:
    if not value.strip() or len(value) > 120 or not value.isprintable():
        raise argparse.ArgumentTypeError("expected 1 to 120 printable characters")
    return value.strip()


def _words(value: str) -> str:
    if len(value) > 300 or not value.isprintable():
        raise argparse.ArgumentTypeError("expected at most 300 printable characters")
    return value.strip()


def _link(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+[^\s]{0,900}", value):
        raise argparse.ArgumentTypeError(f'"{value}" is no address: expected one such as https://host/page')
    return value


def _point(value: str) -> tuple[float, float]:
    try:
        lat, lon = (float(part) for part in value.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{value}" is no position: expected one such as 3.31,117.59') from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180) or (lat, lon) == (0, 0):
        raise argparse.ArgumentTypeError(f'"{value}" is nowhere on earth: expected one such as 3.31,117.59')
    return lat, lon


def _phone(value: str) -> str:
    if not re.fullmatch(r"\+?[0-9][0-9 -]{2,24}", value):
        raise argparse.ArgumentTypeError(f'"{value}" is no telephone number: expected one such as 0551-21113')
    return value


def _month(value: str) -> str:
    if not re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", value):
        raise argparse.ArgumentTypeError(f'"{value}" is no month: expected one such as 2026-11')
    return value


def _degrees(most: int) -> Callable[[str], float]:
    def read(value: str) -> float:
        try:
            degrees = float(value)
        except ValueError:
            degrees = math.nan
        if not abs(degrees) <= most:
            raise argparse.ArgumentTypeError(f'"{value}" is not from -{most} to {most} degrees')
        return degrees

    return read


def _username(value: str) -> str:
    if not re.fullmatch(r"@?[A-Za-z][A-Za-z0-9_]{3,31}", value):
        raise argparse.ArgumentTypeError(f'"{value}" is no username of a bot: expected one such as sigap_bot')
    return value.removeprefix("@")


def build() -> Parser:
    """The whole grammar of the command line."""
    parser = Parser(prog="sigap", description="A city's command centre in Telegram.", allow_abbrev=False)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    run = _command(commands, "run", "run:run", "run the bot against Telegram", "")
    run.add_argument("--env-file", metavar="FILE", help="read the settings from here instead of .env")
    demo = _command(commands, "demo", "demo:demo", "play the bot in a browser, with no token and no Telegram", "")
    demo.add_argument("--no-browser", action="store_true", help="only print the page's address")
    for name, summary, example in (
        ("test", "run the tests; arguments go to pytest", "tests/unit -k alarm"),
        ("check", "run ruff, mypy and import-linter", ""),
        ("bench", "run the benchmarks; arguments go to them", ""),
        ("soak", "kill the bot a thousand times, and see that nothing is lost", "--kills 100"),
    ):
        _command(commands, name, f"quality:{name}", summary, example).set_defaults(passes_on=name != "check")

    staff = _noun(commands, "staff", "add, list and remove staff", "list")
    someone = '--telegram-id 10001 --name "Sari" --role operator'
    add = _command(staff, "add", "staff:add", "give a person a role", someone)
    add.add_argument("--telegram-id", type=_telegram_id, required=True, metavar="N")
    add.add_argument("--name", type=_name, required=True)
    add.add_argument("--role", required=True, help="such as operator or officer")
    add.add_argument("--unit", type=_name, help="the unit, for roles that belong to one")
    add.add_argument("--post", type=_name, metavar="NAME", help="the post that the person is crew of")
    printed = '--telegram-id 10001 --position "Analis Statistik"'
    title = _command(staff, "title", "staff:title", "say how letters print a person", printed)
    title.add_argument("--telegram-id", type=_telegram_id, required=True, metavar="N")
    title.add_argument("--nip", type=_name, help="number as a civil servant")
    title.add_argument("--rank", type=_name, help='rank and grade, such as "Penata, III/c"')
    title.add_argument("--position", type=_name, help="without it, the name of the role")
    _command(staff, "list", "staff:show", "list the staff and their roles", "")
    remove = _command(staff, "remove", "staff:remove", "take a role, or all, from a person", "--telegram-id 10001")
    remove.add_argument("--telegram-id", type=_telegram_id, required=True, metavar="N")
    remove.add_argument("--role", help="only this role")

    post = _noun(commands, "post", "add, list and remove posts where ambulances and engines stand", "list")
    somewhere = '--name "Pos Damkar" --at 3.31,117.59 --kinds fire,rescue --phone 0551-21113'
    enter = _command(post, "add", "post:add", "enter a post, or change the one of that name", somewhere)
    enter.add_argument("--name", type=_name, required=True)
    enter.add_argument("--at", type=_point, required=True, metavar="LAT,LON", help="WGS84 degrees")
    enter.add_argument("--kinds", metavar="KIND,…", help="the kinds of incident it serves; without it, every kind")
    enter.add_argument("--phone", type=_phone, required=True, metavar="NUMBER")
    _command(post, "list", "post:show", "list the posts, with their crews", "")
    leave = _command(post, "remove", "post:remove", "take a post away; its crew stays", '--name "Pos Damkar"')
    leave.add_argument("--name", type=_name, required=True)

    place = _noun(commands, "place", "places whose QR code gives a position without GPS", "list")
    where = '--name "Pasar" --lat 3.301 --lon 117.585'
    add = _command(place, "add", "place:add", "give a place a code", where)
    add.add_argument("--name", type=_name, required=True)
    add.add_argument("--lat", type=_degrees(90), required=True, help="WGS84 degrees, south below zero")
    add.add_argument("--lon", type=_degrees(180), required=True, help="WGS84 degrees, west below zero")
    add.add_argument("--landmark", type=_name, help="how to find it, in words")
    _command(place, "list", "place:show", "list the places and their codes", "")
    for name, summary, example in (
        ("remove", "take a place's code away", "0a1b2c3d"),
        ("qr", "print the link that a place's QR code holds, and make the code", "0a1b2c3d --bot sigap_bot --to a.pdf"),
    ):
        one = _command(place, name, f"place:{name}", summary, example)
        one.add_argument("id", metavar="ID")
        if name == "qr":
            one.add_argument("--bot", type=_username, required=True, metavar="NAME", help="the bot's username")
            one.add_argument("--to", type=Path, metavar="FILE", help="a .png or .svg picture, or a .pdf to hang up")

    dataset = _noun(commands, "dataset", "datasets that are published for everybody", "list")
    table = '--name "Penduduk menurut kecamatan" --period 2024 --file penduduk.xlsx'
    add = _command(dataset, "add", "dataset:add", "publish a file, or the address of one", table)
    add.add_argument("--name", type=_name, required=True)
    add.add_argument("--description", type=_words, metavar="TEXT", help="what it holds, at most 300 characters")
    add.add_argument("--period", type=_name, help="the time that it tells of, such as 2024")
    add.add_argument("--file", metavar="FILE", help="a file of at most 50 MB; a copy of it is kept")
    add.add_argument("--link", type=_link, metavar="URL", help="where it is published, in the place of a file")
    _command(dataset, "list", "dataset:show", "list the datasets, and how often each was taken", "")
    remove = _command(dataset, "remove", "dataset:remove", "take a dataset back", "0a1b2c3d")
    remove.add_argument("id", metavar="ID")

    sop = _noun(commands, "sop", "check and show procedures", "show panic")
    check = _command(sop, "check", "sop:check", "check procedure files; without any, all that are in use", "my.yaml")
    check.add_argument("files", nargs="*", metavar="FILE")
    show = _command(sop, "show", "sop:show", "print a procedure as the official table", "panic")
    show.add_argument("id", metavar="ID")

    paper = _command(sop, "print", "sop:print_", "write a procedure as the official table, a PDF", "panic --to a.pdf")
    paper.add_argument("id", metavar="ID")
    paper.add_argument("--to", type=Path, metavar="FILE", help="without it, sop-ID.pdf in this folder")

    register = _noun(commands, "register", "the registers, month by month", "export --month 2026-11")
    export = _command(register, "export", "register:export", "write a month as XLSX and PDF", "--month 2026-11")
    export.add_argument("--month", type=_month, required=True, metavar="YYYY-MM")
    export.add_argument("--name", type=_name, help="only this register, such as agenda")
    export.add_argument("--to", type=Path, default=Path(), metavar="FOLDER", help="without it, this folder")

    audit = _noun(commands, "audit", "the audit trail", "verify")
    _command(audit, "verify", "audit:verify", "walk the chain and name the first broken link", "")
    document = _command(
        audit, "verify-document", "audit:verify_document", "say what a letter is that somebody shows", "surat.pdf"
    )
    document.add_argument("file", type=Path, metavar="FILE")
    _command(commands, "doctor", "doctor:doctor", "look at the installation and say what is wrong", "")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Do one command: 0 done, 1 failed, 2 misused or a wrong setting, 130 interrupted."""
    arguments, rest = build().parse_known_args(argv)
    if rest and not getattr(arguments, "passes_on", False):
        arguments.parser.error(f"unknown argument {rest[0]}")
    arguments.rest = rest
    try:
        code: int = resolve_name(arguments.call)(arguments)
    except SettingError as error:
        return _say(error, MISUSED)
    except (SigapError, FaultyText) as error:
        return _say(error, FAILED)
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _say(error: Exception, code: int) -> int:
    print(error, file=sys.stderr)
    return code
