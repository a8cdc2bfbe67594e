"""The disk fails: full, slow, or not to be written on. Sigap says so, loses nothing, and goes on."""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from city import KARANG_BALIK
from process import BotProcess
from stricken import StrickenCity, read_by

from storage import chain

RECEIVED = "SUDAH MASUK"


class Limited:
    """No file may grow beyond what the log still fits in: what a quota does, and what can be had without rights."""

    says = "is damaged, or the disk is failing"

    def __init__(self, folder: Path) -> None:
        self.settings: dict[str, str] = {}

    def fill(self, bot: BotProcess) -> None:
        """From now on the database takes nothing."""
        assert bot.process is not None
        self._pid = bot.process.pid
        _, self._most = resource.prlimit(self._pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self._pid, resource.RLIMIT_FSIZE, (len(bot.log) + 60_000, self._most))

    def clear(self) -> None:
        """There is room again."""
        resource.prlimit(self._pid, resource.RLIMIT_FSIZE, (self._most, self._most))

    def remove(self) -> None:
        """Leave nothing behind."""


class Mounted:
    """A real disk of 8 MB, in memory, with the data on it."""

    says = "There is no room left on the disk"

    def __init__(self, folder: Path) -> None:
        self.disk = folder / "disk"
        self.disk.mkdir()
        subprocess.run([*MOUNT, str(self.disk)], check=True)
        self.settings = {"DATA_DIR": str(self.disk), "DATABASE_URL": f"sqlite+aiosqlite:///{self.disk / 'sigap.db'}"}

    def fill(self, bot: BotProcess) -> None:
        """Write on it until it is full."""
        with (self.disk / "film.mp4").open("wb", buffering=0) as film, suppress(OSError):
            while film.write(bytes(4096)):
                pass

    def clear(self) -> None:
        """There is room again."""
        (self.disk / "film.mp4").unlink()

    def remove(self) -> None:
        """Leave nothing behind."""
        subprocess.run(["umount", "--lazy", str(self.disk)], check=True)


def may_mount() -> bool:
    """Whether this machine lets us have a disk of our own."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        if subprocess.run([*MOUNT, folder], capture_output=True).returncode:
            return False
        subprocess.run(["umount", folder], check=True)
        return True


MOUNT = ("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs")
DISKS = [Limited, *([Mounted] if may_mount() else [])]
Disk = Limited | Mounted


@pytest.fixture(params=DISKS)
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    """A disk that can be filled; a real one where this machine gives us one."""
    found: Disk = request.param(tmp_path)
    yield found
    found.remove()


async def test_a_full_disk_is_told_and_waited_for(disk: Disk, tmp_path: Path) -> None:
    """One clear line each time, and the presses are dealt with once there is room."""
    city = await StrickenCity.found(tmp_path, **disk.settings)
    citizen, before = city.citizen(), len(city.bot.log)
    disk.fill(city.bot)
    for _ in range(40):
        citizen.person.write("/bantuan")
    citizen.person.write("/panik")
    await city.logged('"error"', before)
    disk.clear()
    await city.settle()
    faults = [json.loads(line) for line in city.bot.log[before:].splitlines() if '"error"' in line]
    assert [("ok",)] == city.rows("PRAGMA integrity_check")
    assert None is await chain.verify(city.db)
    assert 0 == await city.end()
    assert 1 == sum(RECEIVED in text for text in read_by(citizen))
    assert all(disk.says in str(fault["error"]) for fault in faults), faults[:2]


@contextmanager
def may_only_be_read(folder: Path) -> Iterator[None]:
    """The folder, while the disk under it takes nothing: for root only a real one does."""
    folder.mkdir(exist_ok=True)
    if os.geteuid() != 0:
        folder.chmod(0o555)
        yield
        folder.chmod(0o755)
        return
    if not may_mount():
        pytest.skip("root can write everything, and this machine gives us no disk that may only be read")
    subprocess.run([*MOUNT[:-1], "-r", MOUNT[-1], str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


async def test_a_folder_that_may_only_be_read_is_told_and_waited_for(city: StrickenCity) -> None:
    """For three hours a photo cannot be kept: the alarm goes on, the log says why, and then the photo is there."""
    operator, citizen, before = await city.operator(), city.citizen(), len(city.bot.log)
    await citizen.write("/panik")
    with may_only_be_read(city.bot.folder / "evidence"):
        citizen.person.send_photo()
        await city.logged('"errands.machine"', before)
        await city.forward(hours=3)
        assert [text for text in read_by(operator) if "Lokasi belum diketahui" in text]
    faults = [json.loads(line)["error"] for line in city.bot.log[before:].splitlines() if '"error"' in line]
    assert faults
    assert all("Read-only file system" in fault or "Permission denied" in fault for fault in faults), faults
    await city.forward(minutes=15)
    assert 1 == len([*(city.bot.folder / "evidence" / citizen.ticket()).iterdir()])


SLOW_S = 0.2
SLOWED = """
import sqlite3
import time

class Slowed(sqlite3.Connection):
    synced = 0

    def commit(self):
        if self.total_changes > self.synced:
            time.sleep({seconds})
        self.synced = self.total_changes
        super().commit()

connect = sqlite3.connect
sqlite3.connect = sqlite3.dbapi2.connect = lambda *given, **more: connect(*given, **({{"factory": Slowed}} | more))
"""
"""What Python runs before the bot: a commit stands still with the lock in hand, as it does while a disk syncs."""


async def test_a_slow_disk_delays_and_loses_nothing(tmp_path: Path) -> None:
    """Each commit takes a fifth of a second: the alarm rings all the same, and everybody is answered once."""
    (tmp_path / "sitecustomize.py").write_text(SLOWED.format(seconds=SLOW_S), encoding="utf-8")
    city = await StrickenCity.found(tmp_path, PYTHONPATH=os.pathsep.join([str(tmp_path), *sys.path]))
    operator = await city.operator()
    citizens, began = [city.citizen() for _ in range(3)], time.monotonic()
    for citizen in citizens:
        citizen.person.write("/panik")
        citizen.person.share_location(*KARANG_BALIK)
    await city.telegram.until(lambda: [text for text in read_by(operator) if "Posisi diterima" in text], 20)
    assert time.monotonic() - began > SLOW_S
    await city.settle()
    for words in (RECEIVED, "Lokasi diterima"):
        assert [1] * 3 == [sum(words in text for text in read_by(citizen)) for citizen in citizens]
    assert '"error"' not in city.bot.log
    assert None is await chain.verify(city.db)
    assert 0 == await city.end()
