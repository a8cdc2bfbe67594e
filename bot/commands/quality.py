"""`sigap test`, `check`, `bench` and `soak`: the project's own tools, run in its folder."""

import argparse
import subprocess
import sys
from importlib.util import find_spec

from bot.errors import CommandError
from bot.settings import ROOT

CHECKS = (
    ("ruff", ("-m", "ruff", "check")),
    ("ruff", ("-m", "ruff", "format", "--check", "--quiet")),
    ("mypy", ("-m", "mypy")),
    ("importlinter", ("-c", "from importlinter.cli import lint_imports_command as lint; lint()")),
)

ALL_AT_ONCE = ("-n", "auto", "--ignore=tests/browser")
THE_PAGE = ("tests/browser",)
"""One after another: two demos that start in the same moment may choose the same port."""


def test(arguments: argparse.Namespace) -> int:
    """Run pytest on everything, as many tests at once as there are processors; or on what the arguments name."""
    runs = (tuple(arguments.rest),) if arguments.rest else (ALL_AT_ONCE, THE_PAGE)
    return max(_python("pytest", "-m", "pytest", *run) for run in runs)


def check(_arguments: argparse.Namespace) -> int:
    """Run every check, also after one has failed; 1 if any did."""
    codes = [_python(tool, *command) for tool, command in CHECKS]
    return int(any(codes))


def bench(arguments: argparse.Namespace) -> int:
    """Run the benchmarks."""
    return _python("benchmarks", "-m", "benchmarks", *arguments.rest)


def soak(arguments: argparse.Namespace) -> int:
    """Kill the bot a thousand times, and look after each whether a promise was broken."""
    return _python("pytest", "tests/faults/soak.py", *arguments.rest)


def _python(module: str, *command: str) -> int:
    if not (ROOT / module).is_dir() and find_spec(module) is None:
        raise CommandError(reason=f"{module} is not installed", mend="call this through ./sigap, which installs it")
    return subprocess.run([sys.executable, *command], cwd=ROOT, check=False).returncode
