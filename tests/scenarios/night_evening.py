"""The evening of the night: the alarms that come in, and those that are dealt with before midnight."""

from character import Character
from city import KARANG_BALIK
from night_shift import AIRPORT, BEACH, HARBOUR, HILL, NEAR_THE_MARKET, SAID, Night


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
