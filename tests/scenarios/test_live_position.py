"""Live locations: a reporter who moves, an officer on the way, and signals that are lost."""

from alarm import STATION, alarm_at
from character import Character, skim
from city import KARANG_BALIK, City

from storage import cases, people, positions

LAT, LON = KARANG_BALIK


async def test_the_live_location_of_a_reporter_moves_the_place(city: City) -> None:
    """The first message is the position; a move is on the card's map, and one of weight is told, not oftener than
    every two minutes."""
    operator, officer, citizen = await alarm_at(city, "pressed")
    live = await citizen.does(citizen.person.start_live, LAT, LON)
    citizen.expect("Lokasi diterima")
    operator.expect("Belum ada yang menangani")
    operator.expect_map(LAT, LON)
    await _sent(operator, officer)
    citizen.skim()

    await city.forward(seconds=40)
    await citizen.does(citizen.person.move_live, live, LAT + 0.0005, LON)
    await citizen.does(citizen.person.move_live, live, LAT + 0.003, LON)
    case = await city.case(citizen.ticket())
    assert case.place is not None
    assert round(case.place.lat, 4) == round(LAT + 0.003, 4)
    officer.expect_nothing()

    await city.forward(seconds=80)
    for told in (operator, officer):
        told.expect("pelapor berpindah sekitar 330 m", "posisi pukul 14:00")
        told.expect_map(LAT + 0.003, LON)
    await citizen.does(citizen.person.move_live, live, LAT + 0.003, LON + 0.0002)
    operator.expect_nothing()
    citizen.expect_nothing()


async def test_the_moves_are_kept_apart_from_the_events_and_erased_with_the_case(city: City) -> None:
    """Each move is a row of its own, which goes when what the case holds of people goes."""
    _, _, citizen = await alarm_at(city, "pressed")
    live = await citizen.does(citizen.person.start_live, LAT, LON)
    city.skim()
    before = await city.case(citizen.ticket())
    for step in (1, 2, 3):
        await city.forward(seconds=2)
        await citizen.does(citizen.person.move_live, live, LAT + step * 0.0001, LON)
    case = await city.case(citizen.ticket())
    assert (case.version, 3) == (before.version, len(await positions.trail(city.db, case.id, case.requester)))
    await cases.erase(city.db, case.id, by=None, at=city.telegram.clock.now())
    assert [] == await positions.trail(city.db, case.id, case.requester)


async def test_the_end_of_a_live_location_is_told(city: City) -> None:
    """Whoever has the case hears that the place does not move by itself any more."""
    operator, _, citizen = await alarm_at(city, "pressed")
    live = await citizen.does(citizen.person.start_live, LAT, LON)
    await operator.press("Tangani")
    city.skim()
    await citizen.does(citizen.person.stop_live, live)
    operator.expect("berhenti membagikan posisi langsung")
    citizen.expect_nothing()


async def test_a_live_signal_of_the_reporter_that_stops_is_told_once(city: City) -> None:
    """Ten minutes without a move are news to the operator; the citizen reads nothing of it."""
    operator, officer, citizen = await alarm_at(city, "pressed")
    live = await citizen.does(citizen.person.start_live, LAT, LON)
    await _sent(operator, officer)
    await city.forward(minutes=10)
    lost = [message.text for message in operator.person.inbox if "📡" in message.text]
    assert ["tidak ada posisi baru dari pelapor sejak 14:00" in text for text in lost] == [True]
    assert not any("📡" in message.text for message in citizen.person.inbox)
    city.skim()
    await city.forward(minutes=3)
    assert not any("📡" in message.text for message in operator.person.inbox)
    await citizen.does(citizen.person.move_live, live, LAT, LON)
    assert not (await city.case(citizen.ticket())).lost
    city.skim()


async def test_a_lost_officer_is_told_to_the_operator_once_until_they_come_back(city: City) -> None:
    """Five minutes on the way without a move are news with a sound; back and lost again, they are news again."""
    operator, officer, _ = await alarm_at(city, "passed on")
    live = await officer.does(officer.person.start_live, *STATION)
    officer.expect("Posisi Anda diterima")
    await officer.press("Siap")
    city.skim()
    await city.forward(minutes=5)
    message = operator.expect("tidak ada posisi baru dari", officer.name, "sejak 14:00", "1,1 km dari lokasi", "HT")
    assert not message.silent
    await city.forward(minutes=1)
    operator.expect_nothing()
    await officer.does(officer.person.move_live, live, LAT + 0.004, LON)
    operator.expect_nothing()
    await city.forward(minutes=5)
    operator.expect("tidak ada posisi baru dari", "sejak 14:06")
    officer.skim()
    operator.skim()


async def test_an_officer_without_a_live_location_is_never_lost(city: City) -> None:
    """Sharing is free; a position that is not live does not stop coming."""
    operator, officer, _ = await alarm_at(city, "travelling")
    await city.forward(minutes=7)
    operator.expect_nothing()
    officer.expect_nothing()


async def test_an_officer_who_comes_closer_is_not_reminded(city: City) -> None:
    """Half of the time is over, and the two newest positions are closing in: the phone in the pocket stays quiet."""
    operator, officer, _ = await alarm_at(city, "passed on")
    live = await officer.does(officer.person.start_live, *STATION)
    await officer.press("Siap")
    city.skim()
    await city.forward(minutes=4)
    await officer.does(officer.person.move_live, live, 3.306, 117.588)
    await city.forward(minutes=2, seconds=30)
    await officer.does(officer.person.move_live, live, 3.304, 117.587)
    await city.forward(minutes=1)
    officer.expect_nothing()
    await city.forward(minutes=2)
    await officer.does(officer.person.move_live, live, 3.304, 117.587)
    await city.forward(minutes=4)
    await officer.does(officer.person.move_live, live, 3.304, 117.587)
    await city.forward(minutes=2)
    operator.expect("belum ada kabar", "masih 350 m dari lokasi")


async def test_an_officer_on_the_way_who_stands_still_is_reminded_once(city: City) -> None:
    """Without closing in the reminder comes as before."""
    _, officer, _ = await alarm_at(city, "travelling")
    await city.forward(minutes=7, seconds=30)
    officer.expect("batas waktu tiba pukul")


async def test_an_officer_in_need_is_followed_as_a_reporter_and_as_an_officer(city: City) -> None:
    """One live location is the place of their own alarm, and where they are on the list of those who could go."""
    operator, officer = await city.operator(), await city.officer()
    await officer.write("/panik")
    live = await officer.does(officer.person.start_live, LAT, LON)
    await city.forward(seconds=30)
    await officer.does(officer.person.move_live, live, LAT + 0.0006, LON)
    case = await city.case(officer.ticket())
    person = next(one for one in await people.list_staff(city.db) if one.telegram_id == officer.id)
    assert case.place is not None
    assert person.fix is not None
    assert (case.place.lat, case.place.at) == (person.fix.lat, person.fix.at)
    assert person.live_until is not None
    skim(operator, officer)


async def _sent(operator: Character, officer: Character) -> None:
    """The operator passes the alarm on, and the officer goes."""
    await operator.press("Tangani")
    await operator.press("Teruskan")
    await operator.press(officer.name)
    await officer.press("Siap")
    operator.skim()
    officer.skim()
