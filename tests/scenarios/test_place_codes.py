"""A place's QR code: a position without GPS."""

from alarm import alarm_at
from city import KARANG_BALIK, City

from storage import place_codes
from storage.place_codes import PlaceCode

MARKET = (3.3050, 117.5900)


async def market(city: City) -> PlaceCode:
    at = city.telegram.clock.now()
    return await place_codes.add(city.db, "Pasar Contoh", *MARKET, landmark="pintu utara", at=at)


async def test_a_scan_and_one_press_are_an_alarm_at_that_place(city: City) -> None:
    """The alarm rings with the place's position and name; nothing else is asked."""
    operator, citizen, place = await city.operator(), city.citizen(), await market(city)
    await citizen.write(f"/start p_{place.id}")
    citizen.expect("Pasar Contoh", "PANIK di sini")
    await city.forward(minutes=9)
    await citizen.press("PANIK di sini")
    citizen.expect("SUDAH MASUK", "Lokasi Anda sudah ada")
    citizen.expect("Lokasi diterima")
    operator.expect("kode tempat: Pasar Contoh, pintu utara")
    operator.expect_map(*MARKET)


async def test_a_scan_is_forgotten_after_ten_minutes(city: City) -> None:
    """Whoever presses later may be elsewhere: they are asked for their position."""
    operator, citizen, place = await city.operator(), city.citizen(), await market(city)
    await citizen.write(f"/start p_{place.id}")
    citizen.expect("Pasar Contoh")
    await city.forward(minutes=11)
    await citizen.press("PANIK di sini")
    citizen.expect("SUDAH MASUK", "Kirim lokasi")
    operator.expect("Lokasi belum diketahui")


async def test_the_usual_button_brings_the_place_along_too(city: City) -> None:
    """/panik within ten minutes of the scan carries the place."""
    operator, citizen, place = await city.operator(), city.citizen(), await market(city)
    await citizen.write(f"/start p_{place.id}")
    citizen.skim()
    await citizen.write("/panik")
    operator.expect("Pasar Contoh")
    operator.expect_map(*MARKET)
    citizen.skim()


async def test_a_cry_for_help_after_a_scan_takes_the_place_along(city: City) -> None:
    """Words instead of the button: Ya, kirim calls the operators with the place."""
    operator, citizen, place = await city.operator(), city.citizen(), await market(city)
    await citizen.write(f"/start p_{place.id}")
    citizen.skim()
    await citizen.write("tolong, ada api")
    citizen.expect("Apakah ini keadaan darurat?")
    await citizen.press("Ya, kirim")
    operator.expect("Pasar Contoh", "tolong, ada api")
    operator.expect_map(*MARKET)
    citizen.skim()


async def test_a_scan_during_an_alarm_is_its_position(city: City) -> None:
    """Whoever has the case gets the map and the name of the place."""
    operator, _, citizen = await alarm_at(city, "taken")
    place = await market(city)
    await citizen.write(f"/start p_{place.id}")
    citizen.expect("Lokasi baru diterima")
    operator.expect_map(*MARKET)
    operator.expect("kode tempat: Pasar Contoh")


async def test_an_unknown_code_is_said_kindly(city: City) -> None:
    """PANIK is one press away all the same."""
    citizen = city.citizen()
    for code in ("tidakada", "", "x" * 60):
        await citizen.write(f"/start p_{code}")
        citizen.expect("tidak kami kenal", "PANIK")


async def test_a_scan_opens_nothing_by_itself(city: City) -> None:
    """Curiosity is no alarm."""
    operator, citizen, place = await city.operator(), city.citizen(), await market(city)
    await citizen.write(f"/start p_{place.id}")
    citizen.expect("Pasar Contoh")
    operator.expect_nothing()


async def test_the_place_of_the_incident_can_be_changed(city: City) -> None:
    """Ubah lokasi: the map goes to whoever has the case, and the reporter's own moves do not move it any more."""
    operator, _, citizen = await alarm_at(city, "pressed")
    live = await citizen.does(citizen.person.start_live, *KARANG_BALIK)
    await operator.press("Tangani")
    operator.skim()
    citizen.skim()
    await citizen.press("Ubah lokasi")
    citizen.expect("Di mana kejadiannya?")
    await citizen.share(*MARKET)
    citizen.expect("Tempat kejadian diterima")
    operator.expect_map(*MARKET)
    operator.expect("tempat kejadian yang lain")
    await city.forward(seconds=50)
    await citizen.does(citizen.person.move_live, live, KARANG_BALIK[0] + 0.003, KARANG_BALIK[1])
    operator.expect_nothing()
    case = await city.case(citizen.ticket())
    assert case.place is not None
    assert MARKET == (round(case.place.lat, 4), round(case.place.lon, 4))


async def test_the_place_can_be_changed_in_words(city: City) -> None:
    """What was written stands above the reporter's own position, until a map takes its place."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.press("Ubah lokasi")
    citizen.expect("Di mana kejadiannya?")
    await citizen.write("gudang di Jalan Contoh 5")
    citizen.expect("Tempat kejadian diterima")
    operator.expect("tempat kejadian yang lain")
    operator.expect("Kejadiannya di tempat lain", "gudang di Jalan Contoh 5")
    operator.sees("📌 Kejadiannya di tempat lain", "gudang di Jalan Contoh 5")
    await citizen.press("Ubah lokasi")
    citizen.expect("Di mana kejadiannya?")
    await citizen.does(citizen.person.share_venue, *MARKET, "Pasar Contoh", "Jalan Contoh")
    citizen.expect("Tempat kejadian diterima")
    operator.expect_map(*MARKET)
    operator.expect("tempat kejadian yang lain")
    operator.expect("Pasar Contoh, Jalan Contoh")
    assert "📌" not in operator.card().text


async def test_a_silent_alarm_is_asked_for_its_place_in_neutral_words(city: City) -> None:
    """Nothing on the screen says what it is about."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.press("Jangan telepon")
    citizen.skim()
    operator.skim()
    await citizen.write("Ubah lokasi")
    asked = citizen.expect("Kirim lagi, atau tulis nama jalan")
    assert asked.silent
    await citizen.write("Jalan Contoh 5")
    citizen.expect("Pesan Anda diterima.")
    operator.skim()
