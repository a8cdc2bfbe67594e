"""/laporan: a head reads how the month goes: counts, times against the SOP, satisfaction."""

from banners import allow, ask
from character import Character
from city import City

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


async def test_it_is_for_heads(bureau: City) -> None:
    """Not for operators, nor for citizens."""
    for person in (await bureau.operator(), bureau.citizen()):
        await person.write("/laporan")
        person.expect("Laporan hanya untuk pimpinan")
