"""A visit of more people than fit in at one time: each part is reminded, checked in and noted out at its own."""

from datetime import datetime, timedelta
from pathlib import Path

from city import City
from office_machine import sigap
from sheets_of_paper import text_of
from visits import Staged, labels, visit_at

from core.office_calendar import USUAL_CALENDAR
from core.parts import seen
from storage.batch import Batch


async def parts(city: City) -> tuple[Staged, datetime, datetime]:
    """Fifty people at two times, with a guide."""
    staged = await visit_at(city, "appointed", people="50", slots=2)
    first, second = await places(staged)
    return staged, first, second


async def places(staged: Staged) -> list[datetime]:
    """The times of which the visit still has a place."""
    case = await staged.city.case(staged.ticket)
    unit = Batch(staged.city.db).unit(staged.city.telegram.clock.now())
    return sorted(await unit.bookings.of_case(case.id, "visit"))


def day(at: datetime) -> str:
    return f"{at.astimezone(USUAL_CALENDAR.zone):%d/%m/%Y}"


async def go_through(staged: Staged, names: str) -> None:
    """Whoever is there signs, is shown round and leaves."""
    await staged.visitor.press("Isi buku tamu")
    await staged.visitor.write(names)
    await staged.visitor.press("Selesai")
    await staged.guide.press("Selesai berkeliling")
    await staged.guide.press("Catat jam keluar")
    await staged.guide.press(labels(staged.guide)[0])
    staged.skim()


async def test_each_part_has_its_own_day(city: City, tmp_path: Path) -> None:
    """Reminded twice, checked in by code and by button, two lists of guests; only then is the visit over."""
    staged, first, second = await parts(city)
    visitor, guide = staged.visitor, staged.guide
    staged.head.sees("Bagian 1 dari 2", "Bagian 2 dari 2")
    for at in (first, second):
        await city.forward_to(at - timedelta(hours=23, minutes=59))
        hour = f"{at.astimezone(USUAL_CALENDAR.zone):%H:%M}"
        visitor.expect("⏰", hour)
        guide.expect("⏰", hour)

    await city.forward_to(first - timedelta(minutes=59))
    visitor.expect("kunjungan Anda", day(first), staged.code)
    staged.skim()
    await city.forward_to(first)
    await guide.write(staged.code)
    guide.expect(staged.ticket, "Tamu datang")
    await guide.write(staged.code)
    guide.expect("baru bisa sejak")
    staged.skim()
    await go_through(staged, "Ani Contoh\nBudi Contoh")
    case = await city.case(staged.ticket)
    assert (case.is_open, case.over) == (True, {1: "done"})
    assert [second] == await places(staged)
    guide.sees("Bagian 2 dari 2", "2: Ani Contoh; Budi Contoh")

    await city.forward_to(second - timedelta(minutes=59))
    visitor.expect("kunjungan Anda", day(second), staged.code)
    staged.skim()
    await visitor.press("Kami sudah tiba")
    guide.expect("Kami sudah tiba")
    staged.skim()
    await go_through(staged, "Cici Contoh")
    case = await city.case(staged.ticket)
    assert (case.outcome, case.over, set(case.registers)) == ("done", {1: "done", 2: "done"}, {"guest_book"})
    assert [2, 1] == [len(seen(case, part).personal["guests"]) for part in (1, 2)]
    month = ("--month", f"{second:%Y-%m}", "--name", "guest_book", "--to", str(tmp_path))
    assert 0 == (await sigap(city, "register", "export", *month))[0]
    said = text_of((tmp_path / f"register-guest-book-{second:%Y-%m}.pdf").read_bytes())
    assert ["Ani Contoh" in said, "Cici Contoh" in said] == [True, True]
    staged.skim()


async def test_nobody_of_the_first_part_comes(city: City) -> None:
    """That time alone is noted so; its place is free, and the second part is expected all the same."""
    staged, first, second = await parts(city)
    await city.forward_to(first + timedelta(minutes=119))
    staged.skim()
    await city.forward_to(first + timedelta(minutes=121))
    staged.visitor.expect(day(first), "dicatat tidak jadi", "tamu tidak tercatat datang")
    case = await city.case(staged.ticket)
    assert (case.is_open, case.over) == (True, {1: "no_show"})
    assert [second] == await places(staged)
    await city.forward_to(second)
    staged.skim()
    await staged.guide.press("Tamu datang")
    staged.skim()
    await go_through(staged, "Cici Contoh")
    assert (await city.case(staged.ticket)).outcome == "done"
    staged.skim()


async def test_another_guide_for_all_parts(city: City) -> None:
    """Whoever is named instead has every part that is still to come."""
    staged, _, _ = await parts(city)
    other = await city.staff("guide", "Galih")
    await staged.head.press("Ganti pelaksana")
    await staged.head.press(other.name)
    staged.skim()
    case = await city.case(staged.ticket)
    (guide,) = {step.holders for step in case.steps}
    assert ([1, 2], case.named["guide"]) == ([step.part for step in case.steps], guide[0])


async def test_cancelled(city: City) -> None:
    """The visitor takes everything back that is still to come; nothing is booked any more."""
    staged, _, _ = await parts(city)
    await staged.visitor.press("Batalkan kunjungan")
    await staged.visitor.press("Batalkan kunjungan")
    assert ((await city.case(staged.ticket)).outcome, await places(staged)) == ("withdrawn", [])
    staged.skim()
