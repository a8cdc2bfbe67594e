"""What the commands that need no Telegram answer: one line where something is wrong, and what was asked for."""

import os
import subprocess
import sys

import pytest
from an_operator import OPERATOR

from bot import cli
from bot.settings import ROOT


def sigap(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "import sys; from bot.cli import main; sys.exit(main(sys.argv[1:]))", *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_wrong_setting_stops_the_start(capsys, monkeypatch):
    """A wrong value is one line on stderr and exit code 2."""
    monkeypatch.setenv("LISTEN", "8080")

    assert 2 == cli.main(["staff", "list"])
    assert 'LISTEN="8080": expected host:port; mend: write one such as 127.0.0.1:8080\n' == capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([*OPERATOR[:-1], "operater"], '"operater" is no role (did you mean operator?); mend: write one of admin, '),
        ([*OPERATOR[:-1], "citizen"], '"citizen" is no role; mend: write one of admin, '),
        (["staff", "remove", "--telegram-id", "7"], "7 does not hold any role; mend: look at sigap staff list"),
        (["place", "remove", "ab12"], "there is no place ab12; mend: look at sigap place list"),
        (["place", "qr", "ab12", "--bot", "sigap_bot"], "there is no place ab12; mend: look at sigap place list"),
        (["sop", "show", "panik"], 'there is no procedure "panik" (did you mean panic?); mend: write one of '),
    ],
)
def test_what_does_not_exist_is_said(capsys, arguments, said):
    """Unknown roles, people and procedures fail with one line and exit code 1."""
    cli.main(OPERATOR)

    assert 1 == cli.main(arguments)
    told = capsys.readouterr().err
    assert said == told[: len(said)]
    assert 1 == len(told.splitlines())


def test_a_missing_database_is_not_called_whole(capsys, tmp_path):
    """Verifying where there is no database fails instead of making an empty one."""
    assert 1 == cli.main(["audit", "verify"])
    assert f"there is no database at {tmp_path}/data/sigap.db; mend: " in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


def test_a_damaged_database_is_said(capsys, tmp_path):
    """A file that is no database fails with one line."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sigap.db").write_text("not a database, but long enough to be looked at" * 100)

    assert 1 == cli.main(["staff", "list"])
    assert 1 == len(capsys.readouterr().err.splitlines())


def test_procedures_in_use_are_checked(capsys):
    """`sop check` without files checks those that ship."""
    assert 0 == cli.main(["sop", "check"])
    assert "panic holds together" in capsys.readouterr().out


def test_a_faulty_procedure_is_told_by_line(capsys, tmp_path):
    """Every fault of the files named is a line with file, line and expectation."""
    file = tmp_path / "x.yaml"
    file.write_text("id: x\ntitel: X\n")

    assert 1 == cli.main(["sop", "check", str(file), str(tmp_path / "none.yaml")])
    told = capsys.readouterr().err.splitlines()
    assert f"{file}:2: titel: expected a key of a procedure (did you mean title?)" in told
    assert any(line.startswith(f"{tmp_path}/none.yaml:1: expected a readable UTF-8 file") for line in told)


def test_a_procedure_is_shown_as_the_table(capsys):
    """`sop show panic` prints the seven rows of the SOP."""
    assert 0 == cli.main(["sop", "show", "panic"])
    shown = capsys.readouterr().out
    assert "SOP 067/01/PB/2021" in shown
    for number in range(1, 8):
        assert f"\n| {number}  |" in shown


def test_the_bot_needs_a_token():
    """`sigap run` without a token ends at once with exit code 2 and one line."""
    done = sigap("run", "--env-file", os.devnull)

    assert (2, "") == (done.returncode, done.stdout)
    assert 'BOT_TOKEN="": expected a token; mend: get one from @BotFather and write it in .env\n' == done.stderr


def test_the_doctor_names_what_is_missing(capsys, monkeypatch):
    """Every finding is a line, and one that is not well makes the exit code 1."""
    monkeypatch.setenv("BOT_TOKEN", "1:abc")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("LISTEN", "127.0.0.1:9")
    cli.main(OPERATOR)
    capsys.readouterr()

    assert 1 == cli.main(["doctor"])
    told = capsys.readouterr().out
    assert "ok   SOPs      " in told
    assert "BAD  staff     nobody is officer; mend: sigap staff add" in told
    assert "BAD  Telegram  http://127.0.0.1:9 does not answer (ClientConnectorError); mend: look at the network" in told
    assert "ok   bot       does not run here" in told
