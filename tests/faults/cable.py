"""The cable between a bot and its database server: a proxy on loopback that a test can cut and mend."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from sqlalchemy.engine import URL, make_url

PORT = 5432
CHUNK = 65536


class Cable:
    """Carries every byte both ways. Cut, it breaks every connection and takes no new one; it may also swallow all."""

    def __init__(self, server: URL) -> None:
        self._server, self.is_whole, self._swallows = server, True, False
        self._wires: set[asyncio.StreamWriter] = set()
        self.url = ""

    @classmethod
    @asynccontextmanager
    async def laid(cls, url: str) -> AsyncIterator["Cable"]:
        """A whole cable to the database at `url`; its own `url` is the address at our end."""
        cable = cls(make_url(url))
        server = await asyncio.start_server(cable._connect, "127.0.0.1", 0)
        ours = cable._server.set(host="127.0.0.1", port=server.sockets[0].getsockname()[1], query={})
        cable.url = ours.render_as_string(hide_password=False)
        try:
            yield cable
        finally:
            cable.cut()
            server.close()

    def cut(self) -> None:
        """From one moment to the next nothing goes through."""
        self.is_whole = False
        for wire in self._wires:
            wire.transport.abort()

    def swallow(self) -> None:
        """From one moment to the next nothing goes through, and no connection breaks."""
        self._swallows = True

    def mend(self) -> None:
        """New connections go through again."""
        self.is_whole = True

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self.is_whole:
            writer.transport.abort()
            return
        there, back = await self._reach()
        self._wires |= {writer, back}
        await asyncio.gather(self._carry(reader, back), self._carry(there, writer))
        self._wires -= {writer, back}

    async def _reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        folder = self._server.query.get("host")
        if folder is not None:
            return await asyncio.open_unix_connection(f"{folder}/.s.PGSQL.{self._server.port or PORT}")
        return await asyncio.open_connection(self._server.host, self._server.port or PORT)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(CHUNK):
                if not self._swallows:
                    writer.write(data)
                    await writer.drain()
        writer.close()
