"""One night with a dozen alarms at once: each is dealt with to its end, and nobody reads of what is not theirs."""

import sqlite3
from contextlib import closing
from datetime import timedelta

from character import Character
from city import KARANG_BALIK, City
from night_shift import AIRPORT, BEACH, HARBOUR, HILL, NEAR_THE_MARKET, Night, numbers_read

from core import events as e
from storage import chain, people
from storage.batch import Batch

SAID = "Api besar di belakang rumah Bu Contoh"
CALLER = "0812-0000-0001"
TOKEN = "42:simulated"  # noqa: S105


async def test_a_night_with_twelve_alarms(found) -> None:
    """Every case ends as it should, is in the register where it was worked on, and stayed with those it concerns."""
    city: City = await found()
    night = Night(city)
    await night.falls()

    fire = await a_fire_with_two_reporters(night)
    ambulance = await an_ambulance_while_the_fire_burns(night)
    hiding = await somebody_who_must_not_be_phoned(night)
    rehearsal = await a_rehearsal_beside(night)
    prank = await somebody_without_a_word_and_a_prank_that_was_none(night)
    await two_that_need_no_officer(night)
    await the_fire_is_out(night, fire)
    await the_others_are_there(night, ambulance, hiding, prank)
    by_phone = await a_call_to_112_and_an_officer_on_the_radio(night)
    cry = await a_cry_and_an_officer_who_turns_back(night)
    await the_bot_is_away(night)
    await somebody_who_runs(night)
    await the_shift_changes(night, by_phone, cry)
    await it_was_not_over(night, fire)
    await the_morning_after(night, rehearsal)


async def a_fire_with_two_reporters(night: Night) -> str:
    """Two see one fire: Ani takes the first, merges the second, and sends Budi."""
    ani, budi = night.operators[0], night.officers[0]
    siti, rina = night.citizen("Siti"), night.citizen("Rina")
    fire = await night.panic(siti, KARANG_BALIK)
    ani.expect("Alarm baru", fire)
    await night.take(ani, fire, siti)
    await night.press(ani, "Jenis kejadian", fire)
    await ani.press("Kebakaran")
    await siti.write(SAID)
    siti.expect("diteruskan")
    witness = await night.panic(rina, NEAR_THE_MARKET)
    night.staff_have_read()
    await night.press(ani, f"Gabung {witness}", fire)
    rina.expect("ditangani bersama laporan lain")
    await night.pass_on(ani, fire, budi)
    budi.expect("Kebakaran", fire)
    await night.press(budi, "Siap", fire)
    for citizen in (siti, rina):
        citizen.expect("Petugas berangkat")
    night.staff_have_read()
    night.ends |= {fire: "done", witness: "done"}
    return fire


async def an_ambulance_while_the_fire_burns(night: Night) -> str:
    """Beni presses Bukan darurat by mistake, takes it back, and telephones the ambulance's post."""
    beni, joko = night.operators[1], night.citizen("Joko")
    post = await night.city.post("Pos Ambulans", HARBOUR, "medical")
    ticket = await night.panic(joko, HARBOUR)
    await night.take(beni, ticket, joko)
    night.staff_have_read()
    await night.press(beni, "Bukan darurat", ticket)
    await beni.press("laporan ganda")
    joko.expect("bukan keadaan darurat")
    await night.press(beni, "Urungkan", ticket)
    joko.expect("keliru")
    await night.press(beni, "Jenis kejadian", ticket)
    await beni.press("Medis/ambulans")
    night.staff_have_read()
    await night.press(beni, "Teruskan", ticket)
    asked = beni.expect("Siapa yang berangkat?")
    await beni.press(post.name, asked)
    await beni.press("Selesai", asked)
    beni.expect("Siapa yang Anda hubungi")
    await beni.write("Perawat jaga, berangkat sekarang.")
    night.staff_have_read()
    await beni.press(f"Siap · {post.name}", night.card(beni, ticket))
    joko.expect("berangkat")
    night.ends[ticket] = "done"
    return ticket


async def somebody_who_must_not_be_phoned(night: Night) -> str:
    """Maya hides; the first officer who is asked does not answer, the next one goes."""
    citra, tono, umar, maya = night.operators[2], *night.officers[2:], night.citizen("Maya")
    ticket = await night.panic(maya, AIRPORT)
    await maya.press("Jangan telepon")
    assert maya.expect("Pesan Anda diterima").silent
    await night.press(citra, "Tangani", ticket)
    assert maya.expect("sedang diproses").silent
    citra.sees("JANGAN TELEPON PELAPOR")
    await night.pass_on(citra, ticket, tono)
    night.staff_have_read()
    await night.city.forward(minutes=2)
    umar.expect("JANGAN TELEPON PELAPOR", ticket)
    citra.expect(tono.name, umar.name)
    night.staff_have_read()
    await night.press(umar, "Siap", ticket)
    assert maya.expect("sedang diproses").silent
    night.ends[ticket] = "done"
    return ticket


async def a_rehearsal_beside(night: Night) -> Character:
    """Tia tries what happens; nobody is woken."""
    tia = night.citizen("Tia")
    night.staff_have_read()
    await tia.write("/latihan")
    tia.expect("LATIHAN")
    tia.expect("LATIHAN", "SUDAH MASUK")
    await tia.share(*HILL)
    tia.expect("LATIHAN", "Lokasi diterima")
    for character in (*night.operators, *night.officers, *night.heads):
        character.expect_nothing()
    return tia


async def somebody_without_a_word_and_a_prank_that_was_none(night: Night) -> str:
    """Dedi never says where he is; Agus, thought to be joking, presses Masih darurat."""
    beni, citra, tono = night.operators[1], night.operators[2], night.officers[2]
    dedi, agus, tia = night.citizen("Dedi"), night.citizen("Agus"), night.citizens["Tia"]
    silent = await night.panic(dedi, None)
    await night.city.forward(seconds=30)
    tia.expect("LATIHAN", "Operator menangani")
    dedi.expect("TETAP diteruskan")
    await night.take(beni, silent, dedi)
    await night.press(beni, "Tanya", silent)
    await beni.write("Anda di mana?")
    dedi.expect("Anda di mana?")
    prank = await night.panic(agus, HILL)
    await night.take(citra, prank, agus)
    await night.press(citra, "Bukan darurat", prank)
    await citra.press("tidak sengaja tertekan")
    ended = agus.expect("bukan keadaan darurat")
    await tia.press("Akhiri latihan")
    tia.expect("LATIHAN")
    await night.city.forward(seconds=35)
    await night.press(beni, "Bukan darurat", silent)
    await beni.press("pelapor tidak menjawab")
    dedi.expect("bukan keadaan darurat")
    night.staff_have_read()
    await agus.press("Masih darurat", ended)
    agus.expect("dibuka lagi")
    again = agus.ticket()
    night.heads[0].expect(again, prank, "MASIH DARURAT")
    await night.take(citra, again, agus)
    await night.pass_on(citra, again, tono)
    await night.press(tono, "Siap", again)
    agus.expect("berangkat")
    night.staff_have_read()
    night.ends |= {silent: "not_emergency", prank: "not_emergency", again: "done"}
    return again


async def two_that_need_no_officer(night: Night) -> None:
    """Rudi pressed by mistake and takes it back; Nani's lamp post is the power company's."""
    citra, rudi, nani = night.operators[2], night.citizen("Rudi"), night.citizen("Nani", language="en")
    mistake = await night.panic(rudi, None)
    await rudi.press("Batal")
    rudi.expect("dibatalkan")
    await nani.write("/panik")
    nani.expect("HAS COME IN")
    await nani.share(*BEACH)
    nani.expect("osition")
    pole = nani.ticket()
    await night.press(citra, "Tangani", pole)
    nani.expect("operator")
    await night.press(citra, "Alihkan", pole)
    await citra.press("PLN 123")
    await citra.write("Regu malam PLN, segera ke sana.")
    nani.expect("Power company")
    await night.press(citra, "Serahkan sepenuhnya", pole)
    await citra.press("Serahkan sepenuhnya")
    await night.record(citra, pole)
    nani.expect(pole)
    night.staff_have_read()
    night.ends |= {mistake: "withdrawn", pole: "handed_over"}


async def the_fire_is_out(night: Night, fire: str) -> None:
    """Budi asks for help on the scene, and Sari comes; both reporters read how it goes on and ends."""
    ani, budi, sari = night.operators[0], *night.officers[:2]
    reporters = night.citizens["Siti"], night.citizens["Rina"]
    await night.press(budi, "Tiba", fire)
    for citizen in reporters:
        citizen.expect("sudah tiba")
    await night.press(budi, "Minta tambahan", fire)
    await budi.press("petugas tambahan")
    asked = ani.expect("tiba")
    asked = ani.expect(budi.name, "petugas tambahan")
    await ani.press("Tambah petugas", asked)
    chosen = ani.expect("Siapa yang menyusul?")
    await ani.press(sari.name, chosen)
    if chosen.buttons:
        await ani.press("Selesai", chosen)
    sari.expect(fire)
    await night.press(sari, "Siap", fire)
    for citizen in reporters:
        citizen.expect("Petugas tambahan berangkat")
    await night.press(sari, "Tiba", fire)
    await night.press(sari, "Selesai", fire)
    await night.press(budi, "Selesai di lokasi", fire)
    await night.report(budi, fire, "Api padam, tidak ada korban.")
    night.staff_have_read()
    await night.record(ani, fire)
    for citizen in reporters:
        citizen.expect("penanganan selesai", "Apakah pertolongan sudah Anda terima?")
    night.staff_have_read()


async def the_others_are_there(night: Night, ambulance: str, hiding: str, prank: str) -> None:
    """The ambulance's answers come by telephone; Umar and Tono finish theirs."""
    beni, citra, tono, umar = *night.operators[1:], *night.officers[2:]
    joko, maya, agus = (night.citizens[name] for name in ("Joko", "Maya", "Agus"))
    await beni.press("Tiba · Pos Ambulans", night.card(beni, ambulance))
    joko.expect("tiba")
    await night.press(umar, "Tiba", hiding)
    assert maya.expect().silent
    await night.press(tono, "Tiba", prank)
    agus.expect("tiba")
    await beni.press("Selesai di lokasi · Pos Ambulans", night.card(beni, ambulance))
    for officer, ticket in ((umar, hiding), (tono, prank)):
        await night.press(officer, "Selesai di lokasi", ticket)
        await night.report(officer, ticket, "Aman, pelapor ditemui.")
        night.staff_have_read()
        await night.record(citra, ticket)
    assert maya.expect("Selesai").silent
    agus.expect("penanganan selesai")
    await beni.press("Lapor · Pos Ambulans", night.card(beni, ambulance))
    await beni.write("Pasien dibawa ke rumah sakit.")
    await beni.press("Tidak ada")
    await beni.press("demi privasi korban")
    await night.record(beni, ambulance)
    joko.expect("penanganan selesai")
    night.staff_have_read()


async def a_call_to_112_and_an_officer_on_the_radio(night: Night) -> str:
    """Ani writes a call down; Sari rides, and answers by radio."""
    ani, sari = night.operators[0], night.officers[1]
    await ani.press("Lapor masuk")
    await ani.press("Telepon 112")
    await ani.write(SAID)
    await ani.share(*BEACH)
    await ani.press("Kecelakaan")
    await ani.write("Bu Contoh")
    await ani.write(CALLER)
    await ani.press("Kirim")
    ticket = ani.ticket()
    night.staff_have_read()
    await night.pass_on(ani, ticket, sari)
    sari.expect("Telepon 112", ticket)
    night.staff_have_read()
    await night.press(ani, "Atas nama", ticket)
    await ani.press("Siap", ani.expect("apa jawaban"))
    await ani.press("HT")
    await ani.write("Siap, lima menit lagi.")
    sari.expect("atas nama Anda", "Siap", "lewat HT")
    night.staff_have_read()
    night.ends[ticket] = "done"
    return ticket


async def a_cry_and_an_officer_who_turns_back(night: Night) -> str:
    """Lina never pressed PANIK; Tono's engine fails on the way, and Umar goes in his place."""
    beni, tono, umar, lina = night.operators[1], *night.officers[2:], night.citizen("Lina")
    await lina.write("Tolong, ada maling di rumah")
    lina.expect("Apakah ini keadaan darurat?")
    await lina.press("Ya, kirim")
    lina.expect("SUDAH MASUK")
    lina.expect("iterima")
    await lina.share(*AIRPORT)
    lina.expect("iterima")
    ticket = lina.ticket()
    await night.take(beni, ticket, lina)
    await night.pass_on(beni, ticket, tono)
    await night.press(tono, "Siap", ticket)
    lina.expect("berangkat")
    await night.press(tono, "Tidak bisa", ticket)
    await tono.press("kendaraan bermasalah")
    lina.expect("tidak dapat melanjutkan")
    night.staff_have_read()
    await night.take(beni, ticket, lina)
    await night.pass_on(beni, ticket, umar)
    await night.press(umar, "Siap", ticket)
    lina.expect("berangkat")
    night.staff_have_read()
    night.ends[ticket] = "done"
    return ticket


async def the_bot_is_away(night: Night) -> None:
    """Wati presses while nobody hears it; six minutes later the alarm is there with the time of the press."""
    city, ani, tono, wati = night.city, night.operators[0], night.officers[2], night.citizen("Wati")
    assert await city.bot.stop() == 0
    wati.person.write("/panik")
    city.telegram.clock.forward(minutes=6)
    await city.bot.start()
    await city.settle()
    wati.expect("SUDAH MASUK")
    wati.expect("Masih perlu pertolongan?")
    await wati.press("Masih perlu")
    wati.expect("tetap terbuka")
    await wati.share(*HILL)
    wati.expect("Lokasi diterima")
    ticket = wati.ticket()
    await night.take(ani, ticket, wati)
    await night.pass_on(ani, ticket, tono)
    await city.restart(after=timedelta(seconds=20))
    await night.press(tono, "Siap", ticket)
    wati.expect("berangkat")
    await night.press(tono, "Tiba", ticket)
    wati.expect("tiba")
    await night.press(tono, "Selesai di lokasi", ticket)
    await night.report(tono, ticket, "Sudah aman.")
    night.staff_have_read()
    await night.record(ani, ticket)
    wati.expect("penanganan selesai")
    night.staff_have_read()
    night.ends[ticket] = "done"


async def somebody_who_runs(night: Night) -> None:
    """Eko's live location moves the place of the alarm; safe at last, he asks to close it."""
    beni, tono, eko = night.operators[1], night.officers[2], night.citizen("Eko")
    await eko.write("/panik")
    eko.expect("SUDAH MASUK")
    live = await eko.does(eko.person.start_live, *HARBOUR)
    eko.expect("Lokasi diterima")
    ticket = eko.ticket()
    await night.take(beni, ticket, eko)
    await night.pass_on(beni, ticket, tono)
    for step in range(1, 4):
        await night.city.forward(seconds=5)
        await eko.does(eko.person.move_live, live, HARBOUR[0] + step * 0.002, HARBOUR[1])
    place = (await night.city.case(ticket)).place
    assert place is not None
    assert round(place.lat - HARBOUR[0], 3) == 0.006
    await eko.press("Saya aman")
    eko.expect("BELUM ditutup")
    night.staff_have_read()
    await night.press(beni, "Pelapor aman, tutup", ticket)
    await beni.press("Pelapor aman, tutup")
    eko.expect("ditutup operator")
    tono.expect("silakan kembali")
    night.staff_have_read()
    night.ends[ticket] = "withdrawn"


async def the_shift_changes(night: Night, by_phone: str, cry: str) -> None:
    """Ani goes home; what she had is Citra's, who writes it down, and Beni finishes his."""
    ani, beni, citra = night.operators
    sari, umar, lina = night.officers[1], night.officers[3], night.citizens["Lina"]
    await ani.press("Piket selesai")
    await ani.press(citra.name, ani.expect("masih memegang 1 kasus", by_phone))
    await ani.press("Lewati", ani.expect("Ada catatan"))
    await citra.press("Terima", citra.expect("selesai piket", by_phone))
    ani.expect("Menunggu")
    ani.expect(f"diterima {citra.name}")
    ani.expect("Piket Anda selesai")
    for officer, operator, ticket in ((sari, citra, by_phone), (umar, beni, cry)):
        await night.press(officer, "Tiba", ticket)
        await night.press(officer, "Selesai di lokasi", ticket)
        await night.report(officer, ticket, "Selesai, tidak ada korban.")
        night.staff_have_read()
        await night.record(operator, ticket)
    lina.expect("tiba")
    lina.expect("penanganan selesai")
    night.staff_have_read()


async def it_was_not_over(night: Night, fire: str) -> None:
    """Siti sees smoke again; the head looks into it, asks, and closes it with what was found."""
    hadi, siti = night.heads[0], night.citizens["Siti"]
    await siti.press("Belum selesai")
    siti.expect("belum selesai", fire)
    again = siti.ticket()
    hadi.expect(again, f"Lanjutan dari {fire}")
    await night.press(hadi, "Tutup setelah diperiksa", again)
    await hadi.press("pelapor menyatakan sudah tertolong")
    siti.expect("diperiksa pimpinan")
    night.staff_have_read()
    night.ends[again] = "settled"


async def the_morning_after(night: Night, rehearsal: Character) -> None:
    """What the database, the chats and the log say of the night."""
    city = night.city
    await city.forward(hours=1)
    found = {ticket: await city.case(ticket) for ticket in night.ends}
    assert night.ends == {ticket: case.outcome for ticket, case in found.items()}
    assert not any(case.is_open for case in found.values())
    assert await chain.verify(city.db) is None
    trails = {ticket: [event for event, _ in await chain.replay(city.db, case.id)] for ticket, case in found.items()}
    with closing(sqlite3.connect(city.bot.folder / "sigap.db")) as driver:
        states = {state for (state,) in driver.execute("SELECT DISTINCT state FROM outbox")}
        opened = {ticket for (ticket,) in driver.execute("SELECT ticket FROM cases WHERE procedure = 'panic'")}
        registered = {ticket for (ticket,) in driver.execute("SELECT ticket FROM register WHERE ticket LIKE 'PB-%'")}
    assert states <= {"sent", "dropped"}
    assert opened == set(night.ends)
    assert registered == {ticket for ticket, trail in trails.items() if any(map(_is_row_six, trail))}
    await _nobody_read_of_what_is_not_theirs(night, trails, rehearsal)
    _nothing_personal_is_in_the_log(night)


def _is_row_six(event: e.Event) -> bool:
    return isinstance(event, e.ActionTaken) and event.action == "record"


async def _nobody_read_of_what_is_not_theirs(
    night: Night, trails: dict[str, list[e.Event]], rehearsal: Character
) -> None:
    unit = Batch(night.city.db).unit(night.city.telegram.clock.now())
    for citizen in night.citizens.values():
        known = await unit.person(citizen.id)
        assert known is not None
        own = {case.ticket for case in await unit.last_cases_of(known.id, 10)}
        assert numbers_read(citizen) <= own, citizen.name
    ids = {ticket: (await night.city.case(ticket)).id for ticket in trails}
    office = {person.telegram_id: person.id for person in await people.list_staff(night.city.db)}
    for officer in night.officers:
        asked = {ticket for ticket, trail in trails.items() if office[officer.id] in _asked(trail)}
        origins = {one for ticket in asked for one in _belongs_to(trails[ticket])}
        follow = {ticket for ticket, trail in trails.items() if _belongs_to(trail) & {ids[one] for one in asked}}
        beside = follow | {ticket for ticket in trails if ids[ticket] in origins}
        assert numbers_read(officer) <= asked | beside, officer.name
    for character in (*night.operators, *night.heads):
        assert numbers_read(character) <= set(trails), character.name
    assert any(number.startswith("LT-") for number in numbers_read(rehearsal))


def _asked(trail: list[e.Event]) -> set[int]:
    return {person for event in trail if isinstance(event, e.StepOpened) for person in event.holders}


def _belongs_to(trail: list[e.Event]) -> set[int]:
    merged = {event.into for event in trail if isinstance(event, e.CaseMerged)}
    return merged | {event.origin for event in trail if isinstance(event, e.CaseOpened) and event.origin is not None}


def _nothing_personal_is_in_the_log(night: Night) -> None:
    log = night.city.bot.log
    places = {str(part) for place in (KARANG_BALIK, NEAR_THE_MARKET, HARBOUR, AIRPORT, HILL, BEACH) for part in place}
    for secret in {*night.citizens, *places, SAID, CALLER, TOKEN, "Contoh"}:
        assert secret not in log, secret
