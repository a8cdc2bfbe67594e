"""A folder of its own for whatever a command writes."""

import pytest

from bot.settings import KEYS


@pytest.fixture(autouse=True)
def own_data(monkeypatch, tmp_path):
    for key in KEYS:
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
