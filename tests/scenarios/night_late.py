"""The later hours: calls, cries and flights, an outage, a change of shift, and what was not over."""

from datetime import timedelta

from night_shift import AIRPORT, BEACH, CALLER, HARBOUR, HILL, SAID, Night


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
