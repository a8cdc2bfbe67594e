"""The scan of the logs finds what may stand in none."""

from pathlib import Path

import pytest
from log_scan import unspeakable


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("http://127.0.0.1/bot42:simulated/getMe", "a token"),
        ('{"header": "only-telegram-knows-this"}', "a secret"),
        ('{"event": "Warga 12 pressed"}', "a name"),
        ('{"phone": "+62812000000"}', "a telephone number"),
        ("call 0551-21113", "a telephone number"),
        ('{"at": [3.3013, 117.5853]}', "a position"),
        ("keterangan 7 tamat", "somebody's words"),
    ],
)
def test_what_is_personal_is_found(tmp_path: Path, line: str, what: str) -> None:
    """Each kind by an example."""
    log = tmp_path / "bot.log"
    log.write_text(f"{line}\n", encoding="utf-8")
    assert [what] == [found.partition(" in ")[0] for found in unspeakable(log)]


def test_an_ordinary_line_is_not(tmp_path: Path) -> None:
    """Numbers of cases, chats and updates, and moments, are no secrets."""
    log = tmp_path / "bot.log"
    log.write_text(
        '{"case": 7, "update": 100000117, "chat_id": 7000000001, "timestamp": "2026-11-21T07:13:53.302151Z"}'
    )
    assert [] == list(unspeakable(log))
