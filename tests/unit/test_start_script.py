"""`./sigap`: what it sets up, and when, told by a Python that only notes what it is asked for."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.settings import ROOT

TOOLS = ("dirname", "cat", "cksum", "rm", "mv", "readlink", "mkdir", "cp", "chmod")

PYTHON = """#!/bin/sh
case "$*" in
    "-c "*) exit 0 ;;
    "-m venv"*)
        for venv; do :; done
        rm -rf "$venv" && mkdir -p "$venv/bin" && cp "$0" "$venv/bin/python" && echo venv >>"$NOTES" ;;
    *"--require-hashes"*)
        for lock; do :; done
        echo "pip ${lock##*/}" >>"$NOTES"; [ -z "${PIP_FAILS-}" ] || exit 1 ;;
    *" -e "*)
        printf '#!/bin/sh\\necho "called with: $*"\\n' >"${0%/*}/sigap" && chmod +x "${0%/*}/sigap"
        echo "pip itself" >>"$NOTES" ;;
esac
"""

MADE = ["venv", "pip requirements.lock", "pip itself"]


class Copy:
    """A folder with the script in it, on a machine with nothing but a few tools and that Python."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "a copy"
        self.tools = folder / "tools"
        self.notes = folder / "notes"
        self.root.mkdir()
        self.tools.mkdir()
        for name in TOOLS:
            (self.tools / name).symlink_to(shutil.which(name) or "")
        self.put(self.tools / "python3", PYTHON)
        shutil.copy(ROOT / "sigap", self.root / "sigap")
        for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml"):
            (self.root / name).write_text(name)

    def put(self, path: Path, text: str) -> None:
        path.write_text(text)
        path.chmod(0o755)

    def call(self, *arguments: str, script: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", str(script or self.root / "sigap"), *arguments],
            cwd="/",
            env={"PATH": str(self.tools), "NOTES": str(self.notes)} | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def noted(self) -> list[str]:
        notes = self.notes.read_text().splitlines() if self.notes.exists() else []
        self.notes.unlink(missing_ok=True)
        return notes


@pytest.fixture
def copy(tmp_path):
    return Copy(tmp_path)


def test_the_first_start_makes_everything(copy):
    """From any folder: a virtual environment, what the lock names, Sigap itself; then the command is called."""
    done = copy.call("sop", "show", "a b")

    assert (0, "called with: sop show a b\n") == (done.returncode, done.stdout)
    assert MADE == copy.noted()


def test_the_second_start_makes_nothing(copy):
    """Neither pip nor a new environment is needed, and nothing is said."""
    copy.call("run")
    copy.noted()

    done = copy.call("run")

    assert ("called with: run\n", "") == (done.stdout, done.stderr)
    assert [] == copy.noted()


@pytest.mark.parametrize("command", ["test", "check", "bench", "soak"])
def test_the_tools_are_installed_when_they_are_needed(copy, command):
    """Tests, checks and benchmarks take the larger lock into the same environment; that does for the rest."""
    copy.call("run")
    copy.noted()

    copy.call(command)
    assert ["pip requirements-dev.lock", "pip itself"] == copy.noted()

    copy.call("run")
    copy.call(command)
    assert [] == copy.noted()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "pyproject.toml"])
def test_a_changed_lock_is_installed(copy, name):
    """The environment is kept, and what changed is installed."""
    copy.call("run")
    copy.noted()
    (copy.root / name).write_text("changed")

    copy.call("run")

    assert ["pip requirements.lock", "pip itself"] == copy.noted()


def test_an_interrupted_start_is_mended(copy):
    """An environment that was never finished is made anew."""
    failed = copy.call("run", PIP_FAILS="yes")
    assert 1 == failed.returncode
    assert "sigap: pip cannot install what requirements.lock names\n" in failed.stderr
    copy.noted()

    assert "called with: run\n" == copy.call("run").stdout
    assert MADE == copy.noted()


@pytest.mark.parametrize("lost", ["bin/python", "bin/sigap"])
def test_a_damaged_environment_is_mended(copy, lost):
    """After Python was upgraded, or a file was lost, the environment is made anew."""
    copy.call("run")
    copy.noted()
    (copy.root / ".venv" / lost).unlink()

    assert "called with: run\n" == copy.call("run").stdout
    assert MADE == copy.noted()


def test_a_moved_folder_is_mended(copy):
    """An environment knows its place; after a move it is made anew."""
    copy.call("run")
    copy.noted()
    copy.root = copy.root.rename(copy.root.with_name("moved"))

    assert "called with: run\n" == copy.call("run").stdout
    assert MADE == copy.noted()


def test_a_link_leads_to_the_folder(copy):
    """The script may be linked into a folder of commands."""
    link = copy.tools / "sigap"
    link.symlink_to(copy.root / "sigap")

    assert "called with: run\n" == copy.call("run", script=link).stdout
    assert (copy.root / ".venv").is_dir()


@pytest.mark.parametrize(
    ("user", "said"),
    [
        ("1000", "sigap: a part of Python is missing; run: sudo apt-get install -y python3-venv\n"),
        ("0", "sigap: installing python3-venv\nsigap: the system's Python is older than 3.11; install a newer one\n"),
    ],
)
def test_what_debian_lacks(copy, user, said):
    """Root gets the missing package; anybody else the one line to run."""
    copy.put(copy.tools / "python3", "#!/bin/sh\nexit 1\n")
    copy.put(copy.tools / "id", f"#!/bin/sh\necho {user}\n")
    copy.put(copy.tools / "apt-get", '#!/bin/sh\necho "apt-get $1" >>"$NOTES"\n')

    done = copy.call("run")

    assert 1 == done.returncode
    assert said == done.stderr.removeprefix("sigap: setting up; this takes a minute, once\n")
    assert (["apt-get update", "apt-get install"] if user == "0" else []) == copy.noted()


def test_elsewhere_python_is_asked_for(copy):
    """Without apt-get one line says what to install."""
    copy.put(copy.tools / "python3", "#!/bin/sh\nexit 1\n")

    done = copy.call("run")

    assert 1 == done.returncode
    assert "sigap: install Python 3.11 or newer with its venv module, and start again" == done.stderr.splitlines()[-1]


def test_no_index_is_named():
    """Where packages come from is the machine's business: neither the script nor the locks name an address."""
    for name in ("sigap", "requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text, name
        assert "index-url" not in text, name


def test_the_script_may_be_called():
    """It is executable."""
    assert os.access(ROOT / "sigap", os.X_OK)
