"""Several go to one alarm: one leads, and the others come to help."""

from alarm import FURTHER, alarm_at, helped_alarm, pass_to, report
from city import City


async def test_ticks_toggle_in_place(city: City) -> None:
    """A tap ticks, another takes the tick away, in the same message; Selesai is there once one is ticked."""
    other = await city.officer("Sari", place=FURTHER)
    operator, officer, _ = await alarm_at(city, "taken")
    await operator.press("Teruskan")
    asked = operator.expect("Siapa yang berangkat?", "Yang pertama dipilih memimpin")
    assert [["Batal"]] == asked.buttons[-1:]
    await operator.press(other.name)
    assert asked.buttons[1][0].startswith(f"✓ {other.name}")
    assert ["✅ Selesai"] == asked.buttons[2]
    await operator.press(other.name)
    assert asked.buttons[1][0].startswith(other.name)
    assert ["Batal"] == asked.buttons[2]
    operator.expect_nothing()
    await operator.press(officer.name)
    await operator.press("Selesai")
    operator.expect_answer("Tercatat")
    assert "➜" in asked.text
    other.expect_nothing()
    officer.sees("Petugas diminta konfirmasi")
    officer.skim()


async def test_each_of_the_others_gets_the_card_and_own_buttons(city: City) -> None:
    """The first leads with the SOP's steps; the others have Siap and Tidak bisa of their own, and the map."""
    _, officer, _, (helper,) = await helped_alarm(city, "Sari")
    officer.expect("Petugas diminta konfirmasi", f"➕ {helper.name} · Petugas tambahan diminta sejak 14:")
    officer.expect()
    card = helper.expect(f"🛵 {officer.name}", f"➕ {helper.name}")
    assert not card.silent
    helper.expect()
    assert ["Siap", "🧭 Rute", "Tidak bisa", "🆘 Saya dalam bahaya"] == helper.buttons()
    await helper.press("Siap")
    city.skim()
    assert ["Tiba", "🧭 Rute", "Tidak bisa", "🆘 Saya dalam bahaya", "↩️ Urungkan"] == helper.buttons()
    await helper.press("Tiba")
    city.skim()
    assert ["Selesai", "🆘 Saya dalam bahaya", "↩️ Urungkan"] == [
        label for label in helper.buttons() if "Rute" not in label
    ]
    await helper.press("Selesai")
    assert ["↩️ Urungkan"] == helper.buttons()
    officer.sees("Petugas diminta konfirmasi")
    city.skim()


async def test_who_is_told_of_the_others(city: City) -> None:
    """Operator and officer read each turn by name; the citizen only that more help comes."""
    operator, officer, citizen, (helper,) = await helped_alarm(city, "Sari")
    await officer.press("Siap")
    city.skim()
    await helper.press("Siap")
    citizen.expect("Petugas tambahan berangkat ke tempat Anda")
    operator.expect(helper.name, "ikut membantu, berangkat pukul 14:")
    officer.expect(helper.name, "ikut membantu, berangkat")
    await helper.press("Tiba")
    citizen.expect_nothing()
    operator.expect(helper.name, "tiba pukul 14:")
    officer.expect(helper.name, "tiba")
    await helper.press("Selesai")
    operator.expect(helper.name, "selesai membantu pukul 14:")
    officer.expect_nothing()
    operator.sees(f"➕ {helper.name} · selesai 14:")


async def test_in_a_silent_alarm_the_citizen_reads_nothing_of_it(city: City) -> None:
    """Jangan telepon: more help is on its way in words that give nobody away, without a sound."""
    _, _, citizen, (helper,) = await helped_alarm(city, "Sari")
    await citizen.press("Jangan telepon")
    city.skim()
    await helper.press("Siap")
    told = citizen.expect("sedang diproses")
    assert told.silent
    assert "etugas" not in told.text
    city.skim()


async def test_the_next_nearest_is_asked_for_a_silent_helper(city: City) -> None:
    """After two minutes another is asked to help; the operator hears who, and the lead goes on."""
    third = await city.officer("Umar", place=(3.3600, 117.5853))
    operator, officer, _, (helper,) = await helped_alarm(city, "Sari")
    await officer.press("Siap")
    city.skim()
    await pass_to(city, operator.ticket(), 120, "support")
    helper.expect("dialihkan karena belum Anda jawab")
    third.expect(f"➕ {third.name}")
    third.expect()
    operator.expect(helper.name, "tidak menjawab permintaan", f"Yang diminta sekarang: {third.name}")
    assert [] == helper.buttons()
    officer.sees("Petugas menuju lokasi")


async def test_with_nobody_left_the_operator_hears_it_at_once(city: City) -> None:
    """No further officer: nothing waits in silence."""
    operator, officer, _, (helper,) = await helped_alarm(city, "Sari")
    await officer.press("Siap")
    city.skim()
    await pass_to(city, operator.ticket(), 120, "support")
    operator.expect(helper.name, "Tidak ada lagi yang dapat diminta", "Tambah petugas")
    helper.skim()


async def test_a_helper_who_cannot_come_says_why(city: City) -> None:
    """The operator reads the reason, with the button to send another under it."""
    operator, officer, _, (helper,) = await helped_alarm(city, "Sari")
    city.skim()
    await helper.press("Tidak bisa")
    helper.expect("Apa halangannya?")
    await helper.press("terlalu jauh")
    helper.expect_answer("Tercatat")
    told = operator.expect(helper.name, "tidak bisa ikut membantu (terlalu jauh)")
    assert [["Tambah petugas"]] == told.buttons
    assert helper.name not in officer.card().text


async def test_a_helper_may_answer_by_radio(city: City) -> None:
    """Atas nama stands once for the officer who leads and once, by name, for each of the others."""
    operator, officer, citizen, (helper,) = await helped_alarm(city, "Sari")
    city.skim()
    assert {"Atas nama", f"Atas nama · {helper.name}"} <= set(operator.buttons())
    await operator.press(f"Atas nama · {helper.name}")
    asked = operator.expect(helper.name)
    await operator.press("Siap", asked)
    operator.skim()
    await operator.press("HT")
    operator.skim()
    await operator.write("Siap, menyusul.")
    citizen.expect("Petugas tambahan berangkat")
    helper.expect("atas nama Anda")
    officer.expect(helper.name, "ikut membantu, berangkat")
    helper.sees(f"➕ {helper.name} · Petugas tambahan menuju lokasi")
    operator.skim()


async def test_the_end_does_not_wait_for_the_others(city: City) -> None:
    """Catat closes the case whoever is still there; they are told, and the register names them with their times."""
    operator, officer, citizen, (helper,) = await helped_alarm(city, "Sari")
    await helper.press("Siap")
    for button in ("Siap", "Tiba", "Selesai di lokasi"):
        await officer.press(button)
    await report(officer, "Api padam.")
    city.skim()
    await operator.press("Catat")
    operator.expect(officer.name, helper.name, "yakin")
    await operator.press("Catat")
    helper.expect("ditutup pukul 14:", "Selesai")
    assert [] == helper.buttons()
    case = await city.case(operator.ticket())
    line = await city.register_line(case)
    (member,) = line.row["crew"]
    assert (helper.name, ["support", "assist"], None) == (member["name"], [*member["steps"]], member["left"])
    officer.skim()
    citizen.skim()


async def test_whoever_helps_is_busy(city: City) -> None:
    """A helper stands among the busy of another alarm, and is free once finished."""
    operator, _, _, (helper,) = await helped_alarm(city, "Sari")
    city.skim()
    other = await city.operator()
    await alarm_at(city, "taken", operator=other, officer=helper)
    await other.press("Teruskan")
    assert any(helper.name in row[0] and "sibuk" in row[0] for row in other.expect("Siapa").buttons)
    await other.press("Batal")
    city.skim()
    for button in ("Siap", "Tiba", "Selesai"):
        await helper.press(button)
    await other.press("Teruskan")
    city.skim()
    newest = next(m for m in reversed(other.person.chat.messages) if m.from_bot and "Siapa yang" in m.text)
    assert any(helper.name in row[0] and "bebas" in row[0] for row in newest.buttons)
    operator.skim()
