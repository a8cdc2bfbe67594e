"""The nine questions after a visit and after a delivery, and what the head reads of them in /laporan."""

import pytest
from character import Character
from city import City
from statistics_office import Bureau, working_morning
from visits import Staged, visit_at

from core.survey import UNSUR


async def finished_visit(city: City) -> Staged:
    """A visit whose guests have left."""
    staged = await visit_at(city, "arrived")
    await staged.leave("Ani Contoh")
    return staged


async def report(head: Character, title: str) -> str:
    """What a head reads of this month of a procedure."""
    await head.write("/laporan")
    page = head.expect("📊")
    if title not in page.text:
        await head.press(title, page)
    return page.text


async def judge(city: City, who: Character, title: str, grade: int) -> None:
    """Answer all nine with that grade, 1 to 4."""
    who.expect_nothing()
    await city.forward(minutes=6)
    question = who.expect(title, "sudah selesai", "1/9")
    for number, one in enumerate(UNSUR, 1):
        assert f"{number}/9" in question.text
        assert one.question.id in question.text
        await who.press(one.grades[grade - 1].id, question)
    assert "9 jawaban Anda" in question.text
    assert [] == question.buttons


async def test_a_visit_that_is_over_is_judged(city: City) -> None:
    """Nine taps after the end; the head reads the index exactly."""
    staged = await finished_visit(city)
    before = await report(staged.head, "Kunjungan")
    assert "IKM 100,00" not in before
    await judge(city, staged.visitor, "Kunjungan Tarakan Command Center", 4)
    staged.skim()
    after = await report(staged.head, "Kunjungan")
    assert "IKM 100,00 (A, Sangat Baik) dari 1 penilai" in after
    assert "Kunjungan selesai: " in after
    staged.skim()


@pytest.fixture
async def bureau(city: City) -> Bureau:
    """A Monday morning at the office."""
    await working_morning(city)
    return await Bureau.staffed(city)


async def test_a_delivery_is_judged_by_one_and_half_by_another(bureau: Bureau) -> None:
    """Whoever stops after two counts for these two: the index is 25/9 times the sum of the means."""
    for stops in (False, True):
        await bureau.at("deliver")
        await bureau.sure(bureau.analyst, "Serahkan ke pemohon")
        bureau.skim()
        if not stops:
            await judge(bureau.city, bureau.citizen, "Layanan Data Statistik Sektoral", 3)
            continue
        await bureau.city.forward(minutes=6)
        question = bureau.citizen.expect("1/9")
        for one in UNSUR[:2]:
            await bureau.citizen.press(one.grades[1].id, question)
        await bureau.citizen.press("Cukup", question)
        assert "2 jawaban Anda" in question.text
    bureau.skim()
    said = await report(bureau.head, "Layanan Data")
    assert "IKM 72,22 (C, Kurang Baik) dari 2 penilai" in said  # (2.5 + 2.5 + 7 × 3) / 9 × 25
    assert "Data diserahkan: 2" in said
    bureau.skim()
