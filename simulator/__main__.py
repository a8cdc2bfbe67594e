"""``python -m simulator``: the server with a running clock and the demo's cast, until SIGTERM."""

import argparse
import asyncio
import signal
import socket
from collections.abc import Sequence
from pathlib import Path

from simulator.cast import CAST, cast_routes
from simulator.clock import SimulatedClock
from simulator.page_api import page_routes
from simulator.server import DEFAULT_TOKEN, Simulator


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m simulator", description="A local Telegram for demos and tests.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument("--fd", type=int, help="number of a socket that listens already, instead of host and port")
    parser.add_argument("--token", default=DEFAULT_TOKEN, help="the bot's token")
    parser.add_argument("--page", action="store_true", help="serve the page of phones at /")
    parser.add_argument("--areas", type=Path, help="GeoJSON file of the city's areas, for the page's map")
    parser.add_argument("--curtain", help="address at which the bot tells what goes on behind it")
    parser.add_argument("--started", action="store_true", help="everybody of the cast has pressed START already")
    return parser.parse_args(given)


async def serve(options: argparse.Namespace) -> None:
    """Run until SIGTERM or SIGINT."""
    simulator = Simulator(SimulatedClock(running=True), options.token)
    simulator.app.add_routes(cast_routes())
    for part in CAST:
        person = simulator.person(part["name"], id=part["telegram_id"])
        if options.started:
            person.write("/start")
    if options.page:
        simulator.app.add_routes(page_routes(simulator, options.areas, options.curtain))
    given = socket.socket(fileno=options.fd) if options.fd is not None else None
    await simulator.listen(options.port, options.host, given)
    over = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, over.set)
    print(f"Simulator: {simulator.base_url}/", flush=True)
    await over.wait()
    await simulator.stop()


if __name__ == "__main__":
    asyncio.run(serve(arguments()))
