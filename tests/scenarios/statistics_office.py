"""The people of a statistics request, and the way of one through the office up to each of its desks."""

import io
from dataclasses import dataclass
from datetime import datetime, timedelta

import pypdfium2
from character import Character
from city import City

from core.office_calendar import USUAL_CALENDAR

DESKS = ("dispose", "follow_up", "arrange", "prepare", "check", "verify", "endorse", "sign", "deliver")
"""The desks of the table's nine rows, in order."""


def pdf(pages: int = 1) -> bytes:
    """A file that can be read as a PDF; another number of pages is another file."""
    document, file = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(pages):
        document.new_page(595, 842)
    document.save(file)
    return file.getvalue()


async def send(who: Character, name: str, data: bytes | None = None) -> None:
    """Send a file as an answer."""
    await who.does(who.person.send_document, data or pdf(), name)


async def working_morning(city: City) -> datetime:
    """Go on to 09:00 of a Monday after which nothing but weekends is free for five weeks."""
    zone = USUAL_CALENDAR.zone
    day = city.telegram.clock.now().astimezone(zone).date() + timedelta(days=1)
    while day.weekday() or len(list(USUAL_CALENDAR.holidays(day, day + timedelta(weeks=5)))):
        day += timedelta(days=1)
    await city.forward_to(datetime(day.year, day.month, day.day, 9, tzinfo=zone))
    return city.telegram.clock.now()


@dataclass
class Bureau:
    """Everybody on the way of a request."""

    city: City
    head: Character
    chief: Character
    checker: Character
    analyst: Character
    secretary: Character
    citizen: Character

    @classmethod
    async def staffed(cls, city: City) -> "Bureau":
        """One person at each desk, and somebody who asks for data."""
        return cls(
            city,
            head=await city.staff("head_of_department", "Kadis"),
            chief=await city.staff("head_of_statistics", "Kabid"),
            checker=await city.staff("statistician", "Statistisi"),
            analyst=await city.staff("analyst", "Analis"),
            secretary=await city.staff("secretary", "Sekretaris"),
            citizen=city.citizen("Pemohon"),
        )

    @property
    def everybody(self) -> tuple[Character, ...]:
        """Staff and requester."""
        return (self.head, self.chief, self.checker, self.analyst, self.secretary, self.citizen)

    def skim(self) -> None:
        """What came so far counts as read by all."""
        for one in self.everybody:
            one.skim()

    def heard(self, who: Character) -> str:
        """Everything that came and has not been read, whatever its order."""
        said = "\n".join(message.text for message in who.person.inbox if not message.deleted)
        who.skim()
        return said

    def shows(self, who: Character, *fragments: str) -> str:
        """All of that has come, in whatever order files and messages arrived."""
        said = self.heard(who)
        for fragment in fragments:
            assert fragment in said, f"{who.name} expected {fragment!r} in {said!r}"
        return said

    async def ask(self) -> str:
        """Fill in the form and send it; returns the ticket."""
        citizen = self.citizen
        await citizen.write("/data")
        citizen.expect("Data apa yang Anda perlukan?")
        await citizen.write("luas hutan bakau")
        citizen.expect("periode berapa?")
        await citizen.write("2020 sampai 2024")
        citizen.expect("Serinci apa?")
        await citizen.press("Per kecamatan")
        citizen.expect("Untuk keperluan apa?")
        await citizen.press("Skripsi")
        citizen.expect("Instansi")
        await citizen.press("Lewati")
        citizen.expect("Surat permohonan kepada Kepala Dinas")
        await send(citizen, "permohonan.pdf")
        citizen.expect("Periksa dulu", "luas hutan bakau", "Per kecamatan")
        await citizen.press("Kirim")
        return citizen.expect("Terkirim dengan nomor").text.split("nomor ")[1].split(".")[0]

    async def submit(self, name: str = "balasan.pdf", pages: int = 1, reply: bytes = b"") -> None:
        """The analyst uploads a reply and one file of data."""
        await self.analyst.press("Ajukan draf", self.analyst.card())
        await send(self.analyst, name, reply or pdf(pages))
        await send(self.analyst, "data.csv", b"kecamatan,hektare\n" * pages)
        await self.analyst.press("Selesai")

    async def sure(self, who: Character, label: str) -> None:
        """Press a button of the card that is asked twice."""
        await who.press(label, who.card())
        await who.press(label)

    async def at(self, desk: str, name: str = "balasan.pdf", reply: bytes = b"") -> str:
        """A request that waits at a desk, with that reply; nothing on the way there is looked at."""
        ticket = await self.ask()
        for one in DESKS[1 : DESKS.index(desk) + 1]:
            await self.go_on(one, name, reply)
        self.skim()
        return ticket

    async def go_on(self, desk: str, name: str = "balasan.pdf", reply: bytes = b"") -> None:
        """Do what brings a request to a desk from the one before."""
        ways = {
            "follow_up": lambda: self.head.press("⚡", self.head.card()),
            "arrange": lambda: self.chief.press("⚡", self.chief.card()),
            "prepare": lambda: self.checker.press("⚡", self.checker.card()),
            "check": lambda: self.submit(name, reply=reply),
            "verify": lambda: self.sure(self.checker, "Paraf"),
            "endorse": lambda: self.sure(self.chief, "Paraf"),
            "sign": lambda: self.sure(self.secretary, "Paraf"),
            "deliver": lambda: self.sure(self.head, "Tanda tangani"),
        }
        await ways[desk]()
