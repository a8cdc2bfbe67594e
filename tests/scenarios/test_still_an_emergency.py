"""Masih darurat: what an operator has closed as no emergency rings again, as another case."""

from alarm import STATION
from character import Character
from city import KARANG_BALIK, City

from bot.presses import data


async def no_emergency(city: City) -> tuple[Character, Character, str]:
    """An alarm with a position, words and a photo that an operator has closed as no emergency."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/panik")
    await citizen.share(*KARANG_BALIK)
    await citizen.write("ada yang mencoba masuk")
    await citizen.photo()
    await operator.press("Tangani")
    await operator.press("Bukan darurat")
    await operator.press("laporan ganda")
    operator.skim()
    citizen.skim()
    return operator, citizen, citizen.ticket()


async def test_masih_darurat_rings_at_once(city: City) -> None:
    """The linked alarm has position, words and photo from the start; the head hears of it, and both cards say it."""
    head = await city.head()
    operator, citizen, old = await no_emergency(city)
    await citizen.press("Masih darurat")
    citizen.expect("dibuka lagi", "operator sedang dipanggil")
    new = citizen.ticket()
    rung = operator.expect(new, f"Lanjutan dari {old}", "Bukan keadaan darurat", "mencoba masuk", "1 berkas")
    assert not rung.silent
    operator.expect_map(*KARANG_BALIK)
    assert "photo" == operator.expect("📷").kind
    head.expect(new, old, "MASIH DARURAT")
    case = await city.case(new)
    assert (old, "still_emergency") == (case.origin.ticket, case.origin.link)
    assert [new] == [link.ticket for link in (await city.case(old)).links]
    await operator.press("Tangani")
    citizen.expect("Operator menangani")


async def test_masih_darurat_is_never_refused(city: City) -> None:
    """Weeks later it still opens; while another alarm of theirs is open it makes that one ring again."""
    operator, citizen, old = await no_emergency(city)
    asked = next(one for one in reversed(citizen.person.chat.messages) if ["Masih darurat"] in one.buttons)
    await city.forward(days=20)
    operator.skim()
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    await citizen.write("di pasar")
    citizen.skim()
    operator.skim()
    await citizen.press("Masih darurat", asked)
    citizen.expect("masih terbuka")
    operator.expect("ditekan 2×")
    operator.skim()
    assert () == (await city.case(old)).links


async def test_only_the_reporter_contests(city: City) -> None:
    """A forged press of somebody else is refused, and opens nothing."""
    operator, citizen, old = await no_emergency(city)
    case, stranger = await city.case(old), city.citizen()
    await stranger.write("/start")
    greeting = stranger.expect("PANIK")
    for press in (data("contest", case.id, "still_emergency"), data("agree", case.id)):
        await stranger.does(stranger.person.press_data, greeting, press)
        stranger.expect_answer("bukan wewenang")
    assert () == (await city.case(old)).links
    operator.expect_nothing()
    citizen.expect_nothing()


async def test_the_nearest_officer_may_be_the_same(city: City) -> None:
    """Whoever was there before can be sent again."""
    operator, citizen, _ = await no_emergency(city)
    officer = await city.officer(place=STATION)
    await citizen.press("Masih darurat")
    citizen.skim()
    await operator.press("Tangani")
    await operator.press("Teruskan")
    await operator.press(officer.name)
    officer.expect("Tahap 3/7")
    city.skim()
