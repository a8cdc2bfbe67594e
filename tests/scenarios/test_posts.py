"""Posts where ambulances and engines stand: among those who can be sent, with crew on the chat or by telephone only."""

from datetime import timedelta

from alarm import FURTHER, STATION, alarm_at, pass_on
from character import skim
from city import City

from storage import posts

CLOSE = (3.3030, 117.5853)
"""190 m from Karang Balik."""


async def test_posts_that_serve_the_kind_stand_among_the_candidates(city: City) -> None:
    """Nearest first, people and posts alike; a post of another kind is not offered."""
    engines = await city.post("Pos Damkar", CLOSE, "fire", "rescue")
    await city.post("Pos Ambulans", CLOSE, "medical")
    operator, officer, _ = await alarm_at(city, "taken")
    await operator.press("Jenis kejadian")
    await operator.press("Kebakaran")
    operator.skim()
    await operator.press("Teruskan")
    asked = operator.expect("Siapa yang berangkat?", "Ketuk satu atau beberapa")
    assert [
        [f"☎ {engines.name} · 190 m · pos · lewat telepon"],
        [f"{officer.name} · 1,1 km · baru saja · bebas"],
        ["Batal"],
    ] == asked.buttons


async def test_each_line_shows_the_age_of_the_position(city: City) -> None:
    """Minutes for a fix; after half an hour the post; the unknown last."""
    crew = await city.officer("Ana", place=FURTHER)
    await city.post("Pos Damkar", CLOSE, crew=crew)
    nowhere = await city.staff("officer", "Umar")
    await city.forward(minutes=31)
    operator, officer, _ = await alarm_at(city, "taken", officer=await city.officer("Tono", place=STATION))
    await city.forward(minutes=1)
    operator.expect("hampir habis")
    await operator.press("Teruskan")
    asked = operator.expect("Siapa yang berangkat?")
    assert [
        [f"{crew.name} · 190 m · pos · bebas"],
        [f"{officer.name} · 1,1 km · 1 menit lalu · bebas"],
        [f"{nowhere.name} · posisi belum diketahui · bebas"],
        ["Batal"],
    ] == asked.buttons


async def test_the_crew_of_a_post_is_asked_like_any_officer(city: City) -> None:
    """Where the crew is on the chat nobody needs to telephone."""
    crew = await city.officer("Ana", place=FURTHER)
    post = await city.post("Pos Damkar", CLOSE, crew=crew)
    operator, _, _ = await alarm_at(city, "passed on", officer=crew)
    crew.sees("Petugas diminta konfirmasi")
    operator.sees(crew.name)
    assert post.name not in operator.card().text


async def test_a_post_by_telephone_goes_with_the_operator_at_the_buttons(city: City) -> None:
    """The number to dial, whom one reached, and then the officer's buttons; everybody reads of the post."""
    post = await city.post("Pos Damkar", CLOSE, phone="0551-21113")
    operator, officer, citizen = await alarm_at(city, "taken")
    await operator.press("Teruskan")
    operator.expect("Siapa yang berangkat?")
    await operator.press(post.name)
    await operator.press("Selesai")
    operator.expect(f"Telepon sekarang: {post.name}, 0551-21113", "Siapa yang Anda hubungi, dan apa jawabannya?")
    await operator.write("Pak Rahmat, mobil berangkat.")
    operator.expect("Tercatat")
    operator.sees(
        "Petugas diminta konfirmasi", f"Oleh {post.name}", "190 m dari lokasi", "Pak Rahmat, mobil berangkat."
    )
    officer.expect_nothing()
    asked_at = (await city.case(operator.ticket())).step("confirm").opened_at
    await city.forward_to(asked_at + timedelta(seconds=30))
    await operator.press(f"Siap · {post.name}")
    citizen.expect(f"Petugas {post.name} berangkat", "190 m dari Anda")
    await operator.press(f"Tiba · {post.name}")
    citizen.expect(f"Petugas {post.name} melapor sudah tiba")
    await operator.press(f"Selesai di lokasi · {post.name}")
    operator.sees("Petugas menyusun laporan")
    operator.skim()


async def test_a_post_reached_by_telephone_is_not_passed_over(city: City) -> None:
    """Whoever was reached by telephone is not replaced after two minutes of silence in the chat."""
    post = await city.post("Pos Damkar", CLOSE)
    operator, officer, _ = await alarm_at(city, "taken")
    await pass_on(operator, post)
    await operator.write("Bu Lia, segera.")
    await city.forward(minutes=2, seconds=30)
    officer.expect_nothing()
    operator.sees("Petugas diminta konfirmasi", post.name)
    operator.skim()


async def test_the_register_names_the_post(city: City) -> None:
    """In the book stands who went, not who held the telephone."""
    post = await city.post("Pos Damkar", CLOSE)
    operator, _, citizen = await alarm_at(city, "taken")
    await pass_on(operator, post)
    await operator.write("Pak Rahmat.")
    for button in ("Siap", "Tiba", "Selesai di lokasi", "Lapor"):
        await operator.press(f"{button} · {post.name}")
    await operator.write("Api padam.")
    await operator.photo()
    await operator.press("Selesai")
    operator.skim()
    await operator.press("Catat")
    operator.expect(post.name, "yakin")
    await operator.press("Catat")
    line = await city.register_line(await city.case(operator.ticket()))
    assert post.name == line.row["handled_by"]["officer"]
    citizen.skim()
    operator.skim()


async def test_a_post_that_is_gone_meanwhile_is_refused(city: City) -> None:
    """A post taken away while the question stands cannot be sent any more."""
    post = await city.post("Pos Damkar", CLOSE)
    operator, _, _ = await alarm_at(city, "taken")
    await pass_on(operator, post)
    operator.skim()
    await posts.remove(city.db, post.name, city.telegram.clock.now())
    await operator.write("Pak Rahmat.")
    operator.expect("Pilih yang lain")
    operator.sees("Tahap 2/7")


async def test_officers_asked_directly_include_the_crew_of_posts(city: City) -> None:
    """After three minutes without an operator the nearest two are asked, the crew of a post among them."""
    crew, other = await city.officer("Ana", place=CLOSE), await city.officer("Tono", place=FURTHER)
    await city.post("Pos Damkar", CLOSE, crew=crew)
    operator, officer, citizen = await alarm_at(city, "ringing")
    city.skim()
    await city.forward(minutes=3)
    for asked in (crew, officer):
        asked.sees("BELUM DIVERIFIKASI")
    other.expect_nothing()
    skim(operator, officer, crew, citizen)
