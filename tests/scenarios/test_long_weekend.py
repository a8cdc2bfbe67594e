"""Every desk of both procedures over Nyepi, Idul Fitri and their cuti bersama: 18 to 24 March 2026 are free."""

from collections.abc import Awaitable, Callable

from character import skim
from city import City, at
from statistics_office import DESKS, Bureau
from visits import TICKET, labels, moment

LATE = "waktunya sudah lewat"
WHOSE = {
    "dispose": "head",
    "follow_up": "chief",
    "arrange": "checker",
    "prepare": "analyst",
    "check": "checker",
    "verify": "chief",
    "endorse": "secretary",
    "sign": "head",
    "deliver": "analyst",
}


def late(bureau: Bureau) -> dict[str, set[str]]:
    """Who has read since the last look that which request is late."""
    found: dict[str, set[str]] = {}
    for name in dict.fromkeys(WHOSE.values()):
        who = getattr(bureau, name)
        found[name] = {line.text.split()[1].strip(":") for line in who.person.inbox if LATE in line.text}
        who.skim()
    return found


async def test_nine_desks_of_a_statistics_request(found: Callable[..., Awaitable[City]]) -> None:
    """Reached on Tuesday at 15:00, a desk with a day is late on Wednesday of next week after 15:00, the analyst's on
    Friday; nothing else happens on the free days."""
    city = await found()
    await city.forward_to(at("03-17T15:00"))
    bureau = await Bureau.staffed(city)
    tickets = {desk: await bureau.at(desk) for desk in DESKS}
    await city.forward_to(at("03-25T07:20"))
    for one in bureau.everybody:
        one.expect_nothing()
    await city.forward_to(at("03-25T14:58"))
    assert {name: set() for name in WHOSE.values()} == late(bureau)
    await city.forward_to(at("03-25T15:05"))
    for name, read in late(bureau).items():
        assert {tickets[desk] for desk in DESKS if WHOSE[desk] == name and desk != "prepare"} == read
    await city.forward_to(at("03-27T14:58"))
    bureau.skim()
    await city.forward_to(at("03-27T15:05"))
    assert {tickets["prepare"]} == late(bureau)["analyst"]
    bureau.skim()


async def test_ten_rows_of_a_visit(found: Callable[..., Awaitable[City]]) -> None:
    """Asked for two minutes before the office closes, the minutes go on when it opens again; the visit's own do not
    stop at closing time; whoever is late at a row is told there."""
    city = await found()
    kadis, head = await city.head("head_of_department", "Kadis"), await city.head(name="Kepala UPTD")
    guide, visitor = await city.staff("guide", "Gita"), city.citizen("Tamu")
    await visitor.write("/start")
    await city.forward_to(at("03-17T15:58"))
    await visitor.press("Kunjungan")
    await visitor.write("SMA Contoh")
    await visitor.write("20")
    assert "Kam 26/03/2026" in labels(visitor)[0]
    visitor.skim()
    for free, why in (("18/03/2026", "Cuti Bersama"), ("23/03/2026", "libur ("), ("28/03/2026", "bukan hari kerja")):
        await visitor.write(free)
        visitor.expect(why, "yang terdekat sesudahnya")
    await visitor.write("31/03/2026")
    slot = next(label for label in labels(visitor) if "13:30" in label)
    await visitor.press(slot)
    await visitor.document("surat.pdf")
    await visitor.press("Selesai")
    await visitor.press("Kirim")
    visitor.skim()
    kadis.skim()
    kadis.sees("Tahap 2/10", "Batas Rab 25 Mar 07:33")
    await city.forward_to(at("03-25T07:32"))
    kadis.expect_nothing()
    await city.forward_to(at("03-25T07:34"))
    kadis.expect(LATE)

    await city.forward_to(at("03-27T15:58"))
    kadis.skim()
    await kadis.press("Tindak lanjuti")
    head.sees("Tahap 4/10", "Batas Sen 30 Mar 07:33")
    head.skim()
    await city.forward_to(at("03-30T07:32"))
    assert not [line for line in head.unread() if LATE in line]
    head.skim()
    kadis.skim()
    await city.forward_to(at("03-30T07:34"))
    head.expect(LATE)
    kadis.expect("terlambat", "Kepala UPTD memberikan izin")
    await head.press("Izinkan")
    head.sees("Tahap 5/10", "Batas 07:39")
    await city.forward_to(at("03-30T07:40"))
    head.expect(LATE)
    head.skim()
    await head.press("Tunjuk pelaksana")
    await head.press(guide.name)
    skim(kadis, head, guide, visitor)

    await city.forward_to(at("03-31T14:31"))
    assert [line for line in guide.unread() if LATE in line]
    guide.skim()
    await guide.press("Tamu datang")
    visitor.skim()
    await city.forward(minutes=7)
    visitor.expect(LATE)
    guide.skim()
    await guide.press("Isi buku tamu", guide.card())
    await guide.write("Ani Contoh")
    await guide.press("Selesai")
    guide.skim()
    await city.forward_to(at("03-31T15:32"))
    assert [line for line in guide.unread() if LATE in line]
    guide.skim()
    await guide.press("Selesai berkeliling")
    await city.forward(minutes=6)
    assert [line for line in guide.unread() if LATE in line]
    await guide.press("Catat jam keluar")
    await guide.press(labels(guide)[0])
    assert moment(slot) == at("03-31T13:30")
    (ticket,) = {one for message in visitor.person.chat.messages for one in TICKET.findall(message.text)}
    case = await city.case(ticket)
    assert ("done", True) == (case.outcome, "finish" in case.reached)
    skim(kadis, head, guide, visitor)
