"""/delegasi: a stand-in gets the queue of whoever appointed them, for as long as it lasts, and the record says so."""

from datetime import timedelta

from banners import ask
from city import City
from delegations import appoint, day


async def test_the_queue_goes_over_and_comes_back(bureau: City) -> None:
    """What waits already comes to the stand-in, who acts as Plh; at the end the rest comes back."""
    head, deputy = await bureau.head("head_of_department", "Kadis"), await bureau.head("secretary", "Sari")
    centre = await bureau.head()
    await ask(bureau, "Jalan Contoh")
    await ask(bureau, "Pasar Contoh")
    head.skim()
    await appoint(head, deputy, day(bureau), day(bureau, 1))
    deputy.expect("Jalan Contoh")
    deputy.expect("Pasar Contoh")
    deputy.expect("Mulai sekarang Anda Plh Kepala Dinas", "menggantikan Kadis", "2 kasus")
    head.expect("Sari", "menggantikan Anda mulai sekarang")
    await ask(bureau, "Taman Contoh")
    deputy.expect("Taman Contoh")
    head.expect_nothing()
    await deputy.press("Disposisi")
    await deputy.press("Tindak lanjuti")
    deputy.expect("Apa disposisinya?")
    deputy.expect_answer("Tercatat")
    deputy.sees("Disposisi", deputy.name, "Plh Kepala Dinas")
    centre.expect("Taman Contoh", "Plh Kepala Dinas")

    await bureau.forward(days=2)
    deputy.expect("Tugas Anda sebagai Plh Kepala Dinas selesai")
    head.skim()
    assert "Disposisi" in head.buttons()
    assert "Disposisi" not in deputy.buttons()
    centre.expect("Jejak audit")


async def test_it_is_ended_early(bureau: City) -> None:
    """Akhiri gives everything back at once."""
    head, deputy = await bureau.head("head_of_department", "Kadis"), await bureau.head("secretary", "Sari")
    await appoint(head, deputy, day(bureau), day(bureau, 7), "Plt")
    deputy.expect("Plt Kepala Dinas")
    head.expect("menggantikan Anda mulai sekarang")
    await head.write("/delegasi")
    await head.press("Akhiri", head.expect("Sari", "Plt", day(bureau, 7)))
    deputy.expect("selesai")
    head.expect("Penggantian oleh Sari", "Tidak ada yang menunggu Anda")
    await ask(bureau, "Jalan Contoh")
    head.expect("Jalan Contoh")
    deputy.expect_nothing()


async def test_a_later_one_begins_by_itself_also_after_a_restart(bureau: City) -> None:
    """The beginning is a row: nobody has to be awake for it."""
    head, deputy = await bureau.head("head_of_department", "Kadis"), await bureau.head("secretary", "Sari")
    await ask(bureau, "Jalan Contoh")
    head.expect("Jalan Contoh")
    await appoint(head, deputy, day(bureau, 1), day(bureau, 1))
    deputy.expect("Anda ditunjuk sebagai Plh Kepala Dinas", day(bureau, 1))
    await bureau.restart(after=timedelta(hours=12))
    deputy.expect("Jalan Contoh")
    deputy.expect("Mulai sekarang", "1 kasus")
    deputy.expect("Jejak audit")
    head.expect("menggantikan Anda mulai sekarang")


async def test_bad_dates_are_answered_with_an_example(bureau: City) -> None:
    """And asked for again: words, a day that is past, an end before the beginning, a year and more."""
    head, deputy = await bureau.head("head_of_department"), await bureau.head("secretary", "Sari")
    await head.write("/delegasi")
    await head.press("Tunjuk pengganti")
    await head.press(deputy.name)
    await head.press("Plh")
    head.skim()
    await head.write("besok pagi")
    head.expect("Ini bukan tanggal", "Contoh")
    await head.write("01/01/2020")
    head.expect("sudah lewat", "Contoh")
    await head.write(day(bureau, 2))
    head.expect("Sampai tanggal berapa")
    await head.write(day(bureau, 1))
    head.expect("tidak boleh sebelum tanggal mulai", "Contoh")
    await head.write(day(bureau, 900))
    head.expect("paling lama satu tahun", "Contoh")


async def test_an_operator_hands_a_duty_over_instead(bureau: City) -> None:
    """Nobody stands in for whoever is on duty."""
    operator = await bureau.operator()
    await operator.write("/delegasi")
    operator.expect("Pengganti hanya dapat ditunjuk oleh pejabat", "Piket selesai")
