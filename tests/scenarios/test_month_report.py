"""/laporan: a head reads how the month goes: counts, times against the SOP, satisfaction."""

import zipfile
from io import BytesIO

from banners import allow, ask
from character import Character
from city import City
from office_machine import content
from sheets_of_paper import text_of

from core.month import Month
from core.office_calendar import USUAL_CALENDAR
from core.survey import UNSUR
from simulator.chat import Message


async def test_a_head_reads_the_month_and_pages_through_it(bureau: City) -> None:
    """Counts by outcome, the steps' times, the IKM; another month has nothing."""
    head, centre = await bureau.head("head_of_department", "Kadis"), await bureau.head()
    await head.write("/laporan")
    before = head.expect("Layanan Informasi Alarm Kota")
    await head.press("Izin spanduk", before)
    opened, ended = counts(before.text)
    citizen = await ask(bureau, "Jalan Contoh")
    await bureau.forward(minutes=30)
    await allow(head, centre)
    await bureau.forward(minutes=6)
    question = citizen.expect("1/9")
    for one in UNSUR:
        await citizen.press(one.grades[3].id, question)
    await head.press("Izin spanduk", await page(head))
    report = await page(head)
    await head.press("Izin spanduk", report)
    assert (opened + 1, ended + 1) == counts(report.text)
    for said in ("Diizinkan", "1. Kepala Dinas mendisposisi permohonan: median", "dari 2 jam", "tepat waktu", "IKM"):
        assert said in report.text
    await head.press("◀", report)
    assert "Masuk 0" in report.text
    assert "belum ada yang menilai" in report.text
    head.skim()


async def page(head: Character) -> Message:
    """The report anew, at its first procedure."""
    await head.write("/laporan")
    return head.expect("📊")


def counts(text: str) -> tuple[int, int]:
    """How many came in, and how many ended."""
    line = next(line for line in text.splitlines() if line.startswith("Masuk"))
    opened, ended, _ = line.split(" · ")
    return int(opened.split()[-1]), int(ended.split()[-1])


async def test_the_figures_come_as_files(bureau: City) -> None:
    """A spreadsheet whose figures are numbers, and a PDF of the same; neither is made for whoever may not read it."""
    head, centre = await bureau.head("head_of_department", "Kadis"), await bureau.head()
    await ask(bureau, "Jalan Contoh")
    await allow(head, centre)
    await head.press("Izin spanduk", await page(head))
    report = await page(head)
    await head.press("Izin spanduk", report)
    opened, _ = counts(report.text)
    head.skim()
    for label in ("Excel", "PDF"):
        await head.press(label, report)
        head.expect_answer("Sedang disiapkan")
    month = Month.of(bureau.telegram.clock.now(), USUAL_CALENDAR.zone)
    files = {
        message.document.file_name: content(bureau, message)
        for message in (head.expect("Izin spanduk"), head.expect("Izin spanduk"))
        if message.document is not None
    }
    said = text_of(files[f"laporan-banner-{month}.pdf"])
    for part in (
        "LAPORAN BULANAN",
        "Izin spanduk",
        f"Masuk {opened}",
        "Kepala Dinas mendisposisi permohonan 1 ",
        "2 jam",
    ):
        assert part in said, said
    with zipfile.ZipFile(BytesIO(files[f"laporan-banner-{month}.xlsx"])) as book:
        sheets = [book.read(name).decode() for name in sorted(book.namelist()) if "/worksheets/sheet" in name]
    assert len(sheets) == 3
    assert f"<v>{opened}</v>" in sheets[0]
    operator = await bureau.operator()
    await operator.write("/laporan")
    refusal = operator.expect("Laporan hanya untuk pimpinan")
    await operator.does(operator.person.press_data, refusal, f"v1:figures:banner:{month}:xlsx")
    operator.expect_answer("bukan wewenang Anda")
    for forged in (f"v1:figures:banner:{month.after}:xlsx", f"v1:figures:banner:{month}:exe", "v1:figures:banner::pdf"):
        await head.does(head.person.press_data, report, forged)
        head.expect_answer("Tombol ini")
    head.skim()
    centre.skim()


async def test_it_is_for_heads(bureau: City) -> None:
    """Not for operators, nor for citizens."""
    for person in (await bureau.operator(), bureau.citizen()):
        await person.write("/laporan")
        person.expect("Laporan hanya untuk pimpinan")
