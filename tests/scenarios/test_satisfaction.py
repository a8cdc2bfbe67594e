"""The survey after the end: nine questions, a tap each, stopped at any time, and never about what is delicate."""

from banners import allow, ask
from city import City

from core.survey import UNSUR
from storage.batch import Batch


async def test_nine_taps_and_thanks(bureau: City) -> None:
    """It comes some time after the end, each answer asks the next, the last is thanked for."""
    head, centre = await bureau.head("head_of_department", "Kadis"), await bureau.head()
    citizen = await ask(bureau, "Jalan Contoh", "Acara")
    await allow(head, centre)
    citizen.expect_nothing()
    await bureau.forward(minutes=6)
    question = citizen.expect("Izin spanduk sudah selesai", "1/9", "boleh berhenti kapan saja")
    for one in UNSUR:
        assert one.question.id in question.text
        await citizen.press(one.grades[3].id, question)
    assert "9 jawaban Anda" in question.text
    await bureau.forward(days=3)
    citizen.expect_nothing()
    head.skim()
    centre.skim()


async def test_whoever_stops_counts_where_they_answered(bureau: City) -> None:
    """By the code of the question, in whatever order."""
    head, centre = await bureau.head("head_of_department", "Kadis"), await bureau.head()
    citizen = await ask(bureau, "Jalan Contoh")
    await allow(head, centre)
    await bureau.forward(minutes=6)
    question = citizen.expect("1/9")
    await citizen.press("Kurang sesuai", question)
    await citizen.press("Sangat mudah", question)
    await citizen.press("Cukup", question)
    assert "2 jawaban Anda" in question.text
    assert [] == question.buttons
    unit = Batch(bureau.db).unit(bureau.telegram.clock.now())
    (case,) = await unit.last_cases_of((await unit.person(citizen.id)).id, 1)  # type: ignore[union-attr]
    assert {"u1": 2, "u2": 4} == await unit.survey_answers(case.id)


async def test_an_end_that_was_taken_back_is_not_asked_about(bureau: City) -> None:
    """Nor is anybody in the middle of a form."""
    head, centre = await bureau.head("head_of_department", "Kadis"), await bureau.head()
    citizen = await ask(bureau, "Jalan Contoh")
    await allow(head, centre)
    await centre.press("Urungkan")
    await bureau.forward(minutes=6)
    citizen.skim()
    await centre.press("Izinkan")
    await citizen.press("Izin spanduk")
    citizen.expect("Di mana dipasang?")
    await bureau.forward(minutes=6)
    citizen.expect_nothing()
    await citizen.write("/batal")
    citizen.skim()
    await bureau.forward(minutes=61)
    citizen.expect("1/9")
    head.skim()
    centre.skim()


async def test_a_death_is_not_asked_about(bureau: City) -> None:
    """Nor anything else that a choice calls discreet."""
    head, centre = await bureau.head("head_of_department", "Kadis"), await bureau.head()
    citizen = await ask(bureau, "Jalan Contoh", "Berita duka")
    await allow(head, centre)
    await bureau.forward(hours=2)
    citizen.expect_nothing()
