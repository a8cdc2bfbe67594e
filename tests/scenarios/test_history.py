"""Honest about pranks: what a reporter did before stands last, as counts with dates, and refuses nobody."""

from alarm import alarm_at
from city import City


async def closed_as_prank(city: City, operator, citizen) -> None:
    """The operator finds that it was no emergency."""
    await citizen.write("/panik")
    await citizen.share(3.3013, 117.5853)
    await operator.press("Tangani")
    await operator.press("Bukan darurat")
    await operator.press("tidak sengaja tertekan")
    city.skim()


async def test_earlier_reports_stand_last_with_their_dates(city):
    """Two reports that were no emergencies and one that was: how many, and when."""
    operator, officer, citizen = await alarm_at(city, "closed")
    first = city.telegram.clock.now()
    await city.forward(hours=48)
    await closed_as_prank(city, operator, citizen)
    await city.forward(hours=24)
    await closed_as_prank(city, operator, citizen)
    second = city.telegram.clock.now()
    await alarm_at(city, "ringing", operator=operator, officer=officer, citizen=citizen)

    last = operator.card().text.splitlines()[-1]
    assert f"laporan lalu: 3, terakhir {second:%d/%m}" in last
    assert f"selesai: 1 ({first:%d/%m})" in last
    assert "bukan keadaan darurat: 2 (" in last
    city.skim()


async def test_a_first_report_says_nothing_of_the_past(city):
    """Whoever never reported anything has no such line, and an officer never sees one."""
    operator, officer, citizen = await alarm_at(city, "ringing")
    assert "laporan lalu" not in operator.card().text

    await operator.press("Tangani")
    await operator.press("Bukan darurat")
    await operator.press("latihan atau uji coba")
    await alarm_at(city, "passed on", operator=operator, officer=officer, citizen=citizen)
    assert "laporan lalu: 1" in operator.card().text
    assert "laporan lalu" not in officer.card().text
    city.skim()


async def test_a_wave_of_new_people_is_shown_and_refuses_nobody(city):
    """Five alarms of people first met within the hour: the card says so, and each is an alarm like any other."""
    operator = await city.operator()
    crowd = [city.citizen() for _ in range(5)]
    for number, citizen in enumerate(crowd):
        await citizen.write("/panik")
        assert ("baru dikenal" in operator.card().text) is (number == 4)

    assert "5 dari 5 pelapor alarm terbuka baru dikenal dalam 1 jam ini" in operator.card().text
    assert (await city.case(crowd[4].ticket())).is_open
    city.skim()
