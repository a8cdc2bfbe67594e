"""Several people report one event: it is suggested, merged, worked on once, and every reporter goes on being told."""

from alarm import alarm_at
from character import skim
from city import KARANG_BALIK
from one_event import merged, reports

FAR = (3.3100, 117.5853)


async def test_alarms_near_each_other_are_suggested(city):
    """The card names the other alarm with its distance and age, and offers Gabung."""
    operator, _, citizen = await alarm_at(city, "ringing")
    await city.forward(minutes=3)
    await reports(city)

    operator.sees(f"mungkin kejadian yang sama: {citizen.ticket()} (90 m, 3 menit lalu)")
    assert f"Gabung {citizen.ticket()}" in operator.buttons()
    city.skim()


async def test_the_earlier_card_learns_of_the_later_alarm(city):
    """An operator who has the first alarm sees the second on its card, without a sound."""
    operator, _, _ = await alarm_at(city, "taken")
    colleague = await city.operator("Rekan", duty=False)
    card = operator.card()
    witness = await reports(city)

    assert f"mungkin kejadian yang sama: {witness.ticket()}" in card.text
    skim(operator, witness, colleague)


async def test_far_away_or_long_ago_is_another_event(city):
    """Beyond 300 m, or more than 15 minutes apart, nothing is suggested."""
    operator, _, _ = await alarm_at(city, "taken")
    await reports(city, FAR)
    assert "kejadian yang sama" not in operator.card().text

    await city.forward(minutes=16)
    await reports(city)
    assert "kejadian yang sama" not in operator.card().text
    city.skim()


async def test_gabung_gives_the_event_to_whoever_has_the_main_case(city):
    """The later alarm is merged into the one that somebody has; its card says so, and it rings no more."""
    operator, _, citizen = await alarm_at(city, "taken")
    colleague = await city.operator("Rekan")
    witness = await reports(city)
    colleague.skim()
    operator.skim()
    witness.skim()

    await colleague.press(f"Gabung {citizen.ticket()}")

    colleague.expect_answer(f"{witness.ticket()} digabung ke {citizen.ticket()}")
    colleague.sees(f"Digabung ke {citizen.ticket()}")
    assert colleague.buttons() == ["Pisahkan"]
    operator.expect(witness.ticket(), "digabung ke", citizen.ticket())
    witness.expect("ditangani bersama laporan lain", witness.ticket())
    await city.forward(seconds=60)
    colleague.expect_nothing()
    assert (await city.case(witness.ticket())).is_open
    city.skim()


async def test_the_main_card_counts_the_reporters(city):
    """The main card shows how many report the event, and under which numbers."""
    operator, _, citizen, witness = await merged(city)
    await operator.write(f"/start case_{citizen.ticket()}")

    operator.sees("2 pelapor", witness.ticket())
    operator.skim()


async def test_what_a_merged_reporter_sends_reaches_whoever_has_the_case(city):
    """Words, pictures and positions come with the number of the report that they belong to."""
    operator, _, _, witness = await merged(city)

    await witness.write("Api sudah sampai lantai dua")
    operator.expect(witness.ticket(), "lantai dua")
    await witness.photo()
    operator.expect(witness.ticket())
    await witness.share(*KARANG_BALIK)
    operator.expect(witness.ticket(), "peta berikut")
    operator.expect_map(*KARANG_BALIK)
    witness.skim()
    operator.skim()


async def test_every_reporter_is_kept_informed(city):
    """What the main case's reporter is told, the other is told too, with their own number and in their own language."""
    operator, officer, citizen = await alarm_at(city, "taken")
    witness = await reports(city, language="en")
    await operator.press(f"Gabung {citizen.ticket()}")
    city.skim()

    await operator.write(f"/start case_{citizen.ticket()}")
    await operator.press("Teruskan")
    await operator.press(officer.name)
    await officer.press("Siap")

    citizen.expect("Petugas", "berangkat")
    witness.expect("set out")
    await officer.press("Tiba")
    citizen.expect("tiba")
    witness.expect("arrived")
    skim(operator, officer)


async def test_a_silent_reporter_of_a_merged_event_reads_neutral_words(city):
    """Jangan telepon counts for whoever pressed it: their texts stay neutral, the other's do not."""
    operator, officer, citizen, witness = await merged(city)
    await witness.press("Jangan telepon")
    city.skim()

    await operator.write(f"/start case_{citizen.ticket()}")
    await operator.press("Teruskan")
    await operator.press(officer.name)
    await officer.press("Siap")

    citizen.expect("Petugas", "berangkat")
    assert "etugas" not in witness.expect("sedang diproses").text
    skim(operator, officer)


async def test_the_main_case_ends_for_all(city):
    """When the main case ends, the merged one ends with the same outcome, and its reporter reads the same closing."""
    operator, _, citizen, witness = await merged(city)
    await operator.write(f"/start case_{citizen.ticket()}")
    await operator.press("Bukan darurat")
    await operator.press("laporan ganda")
    operator.skim()

    citizen.expect("bukan keadaan darurat", citizen.ticket())
    witness.expect("bukan keadaan darurat", witness.ticket())
    case = await city.case(witness.ticket())
    assert (case.is_open, case.outcome) == (False, "not_emergency")
    city.skim()


async def test_pisahkan_rings_again(city):
    """Parted, the alarm is where it was: nobody had it, so it rings."""
    operator, _, citizen, witness = await merged(city)
    await operator.write(f"/start case_{witness.ticket()}")
    operator.skim()
    await operator.press("Pisahkan")

    operator.expect_answer(f"{witness.ticket()} berdiri sendiri lagi")
    operator.expect(witness.ticket(), "Belum ada yang menangani")
    witness.expect("kini ditangani tersendiri")
    await operator.press("Tangani")
    witness.expect("Operator menangani")
    citizen.expect_nothing()
    operator.skim()


async def test_panik_again_of_a_merged_reporter_rings_at_the_main_case(city):
    """Whoever has the main case hears that the reporter of the merged one has pressed again."""
    operator, _, _, witness = await merged(city)
    await witness.write("/panik")

    operator.expect(witness.ticket(), "pelapor menekan lagi (2×)")
    witness.skim()


async def test_panik_again_rings_the_main_case_that_nobody_has(city):
    """Nobody has taken the event yet: the phones ring for the main case."""
    operator, _, citizen, witness = await merged(city, "ringing")
    await witness.write("/panik")

    operator.expect(citizen.ticket(), "Belum ada yang menangani")
    operator.expect(witness.ticket(), "pelapor menekan lagi (2×)")
    witness.skim()
    operator.skim()


async def test_chains_lead_to_the_head(city):
    """What is merged into a merged case belongs to the case that is worked on."""
    operator, _, citizen, witness = await merged(city)
    third = await reports(city)
    await operator.press(f"Gabung {citizen.ticket()}")
    fourth = await reports(city)
    await operator.press(f"Gabung {citizen.ticket()}")
    await operator.write(f"/start case_{citizen.ticket()}")

    operator.sees("4 pelapor", witness.ticket(), third.ticket(), fourth.ticket())
    city.skim()


async def test_merging_twice_is_refused_kindly(city):
    """A second press on an old card says that the two are one already."""
    operator, _, _ = await alarm_at(city, "taken")
    colleague = await city.operator("Rekan")
    witness = await reports(city)
    old = await operator.press(f"Gabung {witness.ticket()}")
    await colleague.does(colleague.person.press_data, colleague.card(), old.data)

    colleague.expect_answer("Kedua laporan ini sudah satu")
    city.skim()


async def test_an_officer_may_not_merge(city):
    """Only those who may merge are offered it."""
    operator, officer, _ = await alarm_at(city, "travelling")
    witness = await reports(city)

    assert "kejadian yang sama" not in officer.card().text
    skim(operator, officer, witness)


async def test_a_merged_case_survives_a_restart(city):
    """After a restart it still waits for nobody, and its reporter's words still reach whoever has the event."""
    operator, _, _, witness = await merged(city)
    await city.restart()
    await city.forward(minutes=1)
    city.skim()
    await witness.write("Masih berasap")

    operator.expect(witness.ticket(), "Masih berasap")
    witness.skim()
