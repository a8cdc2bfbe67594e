"""The demo's processes: waited for, and named when they end."""

import os
import socket

import pytest

from bot.commands import demo
from bot.commands.child import Child, ChildEnded, _gist
from bot.errors import CommandError
from bot.settings import Settings


async def test_a_process_that_cannot_start_says_why(tmp_path):
    """The last line of its log is in the error, with its name and exit code."""
    child = Child("the bot", "no_such_module", log=tmp_path / "log", environment=os.environ)

    with pytest.raises(ChildEnded, match=r"^the bot ended \(exit code 1\): .*No module named no_such_module; "):
        async with child:
            await child.answer("http://127.0.0.1:9/health")


@pytest.mark.parametrize(
    ("line", "gist"),
    [
        ('{"event": "crashed", "exception": "Traceback\\n  at x\\nKeyError: 1"}', "KeyError: 1"),
        ('{"event": "another process receives this bot\'s updates"}', "another process receives this bot's updates"),
        ('BOT_TOKEN="": expected a token', 'BOT_TOKEN="": expected a token'),
        ("17", "17"),
        ('{"level": "info"}', '{"level": "info"}'),
    ],
)
def test_a_line_of_the_journal_is_shortened(line, gist):
    """People read the error itself, not the object that carries it."""
    assert gist == _gist(line)


async def test_a_process_is_ended_with_its_block(tmp_path):
    """The simulator answers, and is gone afterwards."""
    page_at = demo._page_at(demo.FIRST_PORT)
    port = page_at.getsockname()[1]
    command = ("simulator", "--fd", str(page_at.fileno()), "--page", "--started")

    simulator = Child("the simulator", *command, log=tmp_path / "log", environment=os.environ, given=page_at)
    async with simulator as child:
        cast = await child.answer(f"http://127.0.0.1:{port}/cast")

    roles = [one["role"] for one in cast]
    assert 4 == roles.count("officer")
    assert {"citizen", "operator", "officer", "head_of_centre"} <= set(roles)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))


def test_a_taken_port_is_passed_over(monkeypatch):
    """The first free port is used; where none is, that is said."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setattr(demo, "LAST_PORT", port + 20)
        with demo._page_at(port) as page_at:
            assert port < page_at.getsockname()[1]

        monkeypatch.setattr(demo, "LAST_PORT", port)
        with pytest.raises(CommandError, match=f"^no port from {port} to {port} is free"):
            demo._page_at(port)


def test_two_demos_that_begin_at_once_have_two_ports():
    """A port is taken from the moment it is chosen, not only once the simulator answers there."""
    with demo._page_at(demo.FIRST_PORT) as one, demo._page_at(demo.FIRST_PORT) as other:
        assert one.getsockname() != other.getsockname()


def test_the_demo_touches_nothing_real(monkeypatch, tmp_path):
    """Of the office's settings only time zone, SOPs and areas reach the demo."""
    monkeypatch.setenv("DATA_CENTRE_URL", "https://pusat.example")
    monkeypatch.setenv("DATA_CENTRE_SECRET", "0123456789abcdef")
    monkeypatch.setenv("SOP_DIR", str(tmp_path))
    monkeypatch.setenv("ADMIN_IDS", "1")

    given = demo._environment(Settings.load(tmp_path / "none"), {"BOT_TOKEN": "42:demo"})

    assert "42:demo" == given["BOT_TOKEN"]
    assert str(tmp_path) == given["SOP_DIR"]
    assert "Asia/Makassar" == given["TIMEZONE"]
    assert {"DATA_CENTRE_URL", "DATA_CENTRE_SECRET", "ADMIN_IDS"}.isdisjoint(given)
