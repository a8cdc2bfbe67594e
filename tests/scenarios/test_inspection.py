"""Checklists, rounds and people of a unit, as `procedures/inspection.yaml` has them: no code knows the file."""

from city import City
from visits import labels

from storage import people


async def test_a_round_every_two_hours(bureau: City) -> None:
    """Somebody of the unit is chosen; each exception opens a case; the round comes again until all is ended."""
    secretary, analyst = await bureau.head("secretary", "Sekretaris"), await bureau.head("analyst", "Analis")
    ours, theirs = await bureau.head("data_officer", "Hana"), await bureau.head("data_officer", "Sari")
    now = bureau.telegram.clock.now()
    for one, unit in ((ours, "Dinas Contoh"), (theirs, "Dinas Lain")):
        await people.remove_staff(bureau.db, one.id, "data_officer", now)
        await people.add_staff(bureau.db, one.id, one.name, "data_officer", unit, now)
    await secretary.write("/periksa")
    secretary.expect("Gedung siapa?")
    await secretary.press("Dinas Contoh")
    secretary.expect("Siapa yang membuka pintu?")
    assert [True, False] == [any(one.name in label for label in labels(secretary)) for one in (ours, theirs)]
    await secretary.press("Hana")
    secretary.expect("Periksa dulu", "Dinas Contoh")
    await secretary.press("Kirim")
    secretary.skim()

    await secretary.write("/tugas")
    await secretary.press("PG-")
    secretary.skim()
    await secretary.press("Catat keliling", secretary.card())
    asked = secretary.expect("Ruang mana", "Bila semua baik")
    await secretary.press("Dapur", asked)
    await secretary.press("Ruang server", asked)
    await secretary.press("Dapur", asked)
    await secretary.press("Dapur", asked)
    assert ["⚠️ Dapur", "⚠️ Ruang server"] == [label for label in labels(secretary) if "⚠️" in label]
    await secretary.press("Selesai", asked)
    assert "Ruang server; Dapur" in asked.text
    secretary.skim()
    found = [analyst.expect("KR-", "Perbaikan").text for _ in range(2)]
    assert {"Dapur", "Ruang server"} == {room for room in ("Aula", "Dapur", "Ruang server") if room in "".join(found)}
    secretary.sees("Dilanjutkan sebagai KR-", "Mulai")
    analyst.skim()

    await bureau.forward(hours=2, minutes=1)
    secretary.expect("giliran Anda", "Berkeliling")
    await secretary.press("Catat keliling", secretary.card())
    asked = secretary.expect("Ruang mana")
    await secretary.press("Selesai", asked)
    assert "Semua baik" in asked.text
    analyst.expect_nothing()
    secretary.skim()
    await secretary.press("Akhiri", secretary.card())
    case = await bureau.case(secretary.card().text.split()[1])
    assert ("done", 2) == (case.outcome, len(case.links))
    secretary.skim()
    ours.skim()
    theirs.skim()
