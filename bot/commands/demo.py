"""`sigap demo`: the bot and a simulated Telegram on this machine, each its own process, played in a browser."""

import argparse
import asyncio
import os
import shutil
import signal
import socket
import sys
import webbrowser
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.commands.child import Child
from bot.commands.dataset import publish
from bot.errors import CommandError
from bot.settings import KEYS, ROOT, Settings
from core.people import Fix
from core.post import Post
from storage import people, posts
from storage.database import Database

FIRST_PORT = 8081
LAST_PORT = 8180
TOKEN = "42:simulated"  # noqa: S105 - it opens nothing but the simulator
ON_DUTY = ("operator", "officer")


def demo(arguments: argparse.Namespace) -> int:
    """Play until Ctrl-C or SIGTERM, then end both processes; 1 where one of them ended by itself."""
    return asyncio.run(_until_told(Settings.load(), browser=not arguments.no_browser))


async def _until_told(settings: Settings, *, browser: bool) -> int:
    loop = asyncio.get_running_loop()
    playing = loop.create_task(_play(settings, browser=browser))

    def stop() -> None:
        if not playing.cancelling():
            playing.cancel()

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)
    try:
        await playing
    except asyncio.CancelledError:
        print("\nthe demo has ended")
    return 0


async def _play(settings: Settings, *, browser: bool) -> None:
    page_at = _page_at(FIRST_PORT)
    port = page_at.getsockname()[1]
    if port != FIRST_PORT:
        print(f"port {FIRST_PORT} is taken, so the page is on {port}")
    page = f"http://127.0.0.1:{port}/"
    folder = ROOT / "var" / "demo" / str(port)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    database_url = f"sqlite+aiosqlite:///{folder / 'sigap.db'}"
    listen = f"127.0.0.1:{_any_port()}"
    own = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": page,
        "CLOCK_URL": f"{page}clock",
        "DATA_DIR": str(folder),
        "DATABASE_URL": database_url,
        "LISTEN": listen,
    }
    simulator = ("simulator", "--fd", str(page_at.fileno()), "--token", TOKEN, "--page", "--started",
                 "--curtain", f"http://{listen}/curtain", *_areas(settings))  # fmt: skip
    environment = _environment(settings, own)
    ours = Child("the simulator", *simulator, log=folder / "simulator.log", environment=environment, given=page_at)
    async with ours as telegram:
        await _hire(await telegram.answer(f"{page}cast"), await telegram.answer(f"{page}posts"), database_url)
        await _publish(await telegram.answer(f"{page}datasets"), folder, database_url)
        command = ("bot", "--env-file", os.devnull)
        async with Child("the bot", *command, log=folder / "bot.log", environment=environment) as bot:
            await bot.answer(f"http://{listen}/health")
            print(f"Sigap plays at {page}\nCtrl-C ends it; its data and logs are in {folder}", flush=True)
            if browser and _has_screen():
                await asyncio.to_thread(webbrowser.open, page)
            await _first_to_end(telegram, bot)


def _environment(settings: Settings, own: Mapping[str, str]) -> dict[str, str]:
    """Ours without the office's settings, so that the demo touches nothing real; its SOPs and areas may be played."""
    shared = {"TIMEZONE": settings.timezone, "SOP_DIR": settings.sop_dir, "AREAS_FILE": settings.areas_file}
    kept = {key: value for key, value in os.environ.items() if key.upper() not in KEYS}
    return kept | {key: str(value) for key, value in shared.items() if value is not None} | dict(own)


def _areas(settings: Settings) -> tuple[str, ...]:
    return ("--areas", str(settings.areas_file)) if settings.areas_file is not None else ()


async def _hire(cast: Sequence[Mapping[str, Any]], stations: Sequence[Mapping[str, Any]], database_url: str) -> None:
    """Give the simulator's people their roles, and enter its posts; operators and officers begin on duty."""
    now = datetime.now(UTC)
    database = await Database.open(database_url)
    try:
        for one in stations:
            place = Fix(one["latitude"], one["longitude"], now)
            await posts.add(database, Post(one["name"], place, frozenset(one["kinds"]), one["phone"]))
        for one in cast:
            if one["role"] == "citizen":
                continue
            person = await people.add_staff(database, one["telegram_id"], one["name"], one["role"], "", now)
            if one["role"] in ON_DUTY:
                lat, lon = one["position"]
                on_duty = replace(person, on_duty_since=now, post=Fix(lat, lon, now))
                async with database.writing() as conn:
                    await people.save(conn, [on_duty], now)
    finally:
        await database.close()


async def _publish(tables: Sequence[Mapping[str, str]], folder: Path, database_url: str) -> None:
    """Publish the simulator's tables, so that there is something to find before a request is opened."""
    database = await Database.open(database_url)
    try:
        for one in tables:
            content = one["content"].encode()
            await publish(database, folder, one["file"], content, one["name"], one["description"], one["period"])
    finally:
        await database.close()


async def _first_to_end(*children: Child) -> None:
    endings = [asyncio.create_task(child.ended()) for child in children]
    try:
        done, _ = await asyncio.wait(endings, return_when=asyncio.FIRST_COMPLETED)
        await done.pop()
    finally:
        for ending in endings:
            ending.cancel()


def _page_at(first: int) -> socket.socket:
    """The socket of the page, listening from now on, so that no other demo can choose its port."""
    for port in range(first, LAST_PORT + 1):
        page_at = socket.socket()
        page_at.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            page_at.bind(("127.0.0.1", port))
            page_at.listen()
        except OSError:
            page_at.close()
            continue
        return page_at
    raise CommandError(reason=f"no port from {first} to {LAST_PORT} is free", mend="end another demo")


def _any_port() -> int:
    """A port that nobody else is given in this moment, as two demos that start at once would be by counting."""
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        return int(attempt.getsockname()[1])


def _has_screen() -> bool:
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
