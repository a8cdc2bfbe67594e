"""Storm mode: more alarms than people become one queue an operator, sorted by one tap of each citizen."""

from storm_city import alarms, city_of_three, queue, rung


async def test_too_many_alarms_become_one_queue(found):
    """The third alarm within five minutes begins it: one message with all three, and one line to the head."""
    city, operator, head = await city_of_three(found)
    crowd = await alarms(city, 3)

    shown = queue(operator).text
    assert "3 belum ditangani" in shown
    assert all(citizen.ticket() in shown for citizen in crowd)
    head.expect("Mode badai", "mulai pukul 14:00", "3 alarm")
    head.expect_nothing()
    city.skim()


async def test_fewer_or_slower_alarms_are_no_storm(found):
    """Two at once, and a third six minutes later, ring with a card each."""
    city, operator, _ = await city_of_three(found)
    await alarms(city, 2)
    await city.forward(minutes=6)
    await alarms(city, 1)

    assert not [one for one in operator.person.chat.messages if "⛈" in one.text]
    city.skim()


async def test_the_queue_rings_once_for_all(found):
    """Every 15 seconds one ring for the queue, not one for each alarm, and no further cards."""
    city, operator, _ = await city_of_three(found)
    await alarms(city, 5)
    city.skim()
    await city.forward(seconds=15)
    first = rung(operator)
    await city.forward(seconds=15)
    second = rung(operator)

    assert [len(first), len(second)] == [1, 1]
    assert all("Mode badai" in text for text in first + second)
    city.skim()


async def test_one_tap_sorts_the_queue(found):
    """Trapped and injured come first, whoever said nothing next, information last."""
    city, operator, _ = await city_of_three(found)
    asking, quiet, hurt, stuck = await alarms(city, 4)
    await asking.press("Informasi")
    await hurt.press("Terluka")
    await stuck.press("Terjebak")

    order = sorted((asking, quiet, hurt, stuck), key=lambda one: queue(operator).text.index(one.ticket()))
    assert order == [stuck, hurt, quiet, asking]
    assert "Terjebak" in queue(operator).text
    assert any("✅ Terjebak. Diteruskan ke antrean" in one.text for one in stuck.person.chat.messages)
    city.skim()


async def test_a_silent_alarm_is_marked_and_not_asked(found):
    """Jangan telepon stands in the queue, and whoever pressed it is asked nothing."""
    city, operator, head = await city_of_three(found)
    (silent,) = await alarms(city, 1)
    await silent.press("Jangan telepon")
    silent.skim()
    await alarms(city, 2)

    assert "JANGAN TELEPON" in queue(operator).text
    silent.expect_nothing()
    city.skim()
    head.skim()


async def test_tangani_in_the_queue_brings_the_card(found):
    """Taken from the queue, the case comes with its card and its map, and leaves the queue of all."""
    city, operator, _ = await city_of_three(found)
    colleague = await city.operator("Rekan")
    first, *_ = await alarms(city, 3)
    city.skim()
    await operator.press("1 · Tangani", queue(operator))

    operator.expect_answer("Anda tangani")
    operator.sees(first.ticket(), "Ditangani")
    first.expect("Operator menangani")
    assert first.ticket() not in queue(colleague).text
    assert "1 ditangani" in queue(colleague).text
    city.skim()


async def test_a_card_can_be_read_before_it_is_taken(found):
    """Lihat brings the card without taking the case."""
    city, operator, _ = await city_of_three(found)
    _, _, third = await alarms(city, 3)
    city.skim()
    await operator.press("3 · Lihat", queue(operator))

    operator.sees(third.ticket(), "Belum ada yang menangani")
    assert "Tangani" in operator.buttons()
    city.skim()


async def test_the_ladder_holds(found):
    """Nobody takes anything: the citizens are told so, the heads read the queue, the nearest officers are asked."""
    city, _, head = await city_of_three(found)
    officer = await city.officer()
    crowd = await alarms(city, 3)
    city.skim()
    await city.forward(seconds=60)
    assert any("belum ada operator" in text for text in rung(crowd[2]))
    assert [text for text in rung(head) if "Mode badai" in text]

    await city.forward(seconds=130)
    officer.sees("BELUM DIVERIFIKASI")
    city.skim()


async def test_a_storm_survives_a_restart(found):
    """After a restart it is still on, and the queue still rings."""
    city, operator, _ = await city_of_three(found)
    crowd = await alarms(city, 3)
    await city.restart()
    city.skim()
    await city.forward(seconds=30)

    assert any(crowd[0].ticket() in text for text in rung(operator))
    city.skim()


async def test_a_head_begins_and_ends_it(found):
    """/badai asks once, and the alarms that wait ring with a card each again when it ends."""
    city, operator, head = await city_of_three(found)
    (citizen,) = await alarms(city, 1)
    city.skim()
    await head.write("/badai")
    head.expect("Mode badai tidak aktif", "1 alarm")
    await head.press("Mulai mode badai")
    head.expect("Mode badai", "mulai")
    assert citizen.ticket() in queue(operator).text
    citizen.expect("tekan satu")
    await city.forward(seconds=15)
    operator.skim()

    await head.write("/badai")
    head.skim()
    await head.press("Akhiri mode badai")
    head.expect("selesai pukul", "1 alarm masih menunggu")
    await city.forward(seconds=15)
    operator.sees(citizen.ticket(), "Belum ada yang menangani")
    city.skim()


async def test_only_a_head_may_declare_one(found):
    """Operators and citizens are told that it is not theirs."""
    city, operator, _ = await city_of_three(found)
    citizen = city.citizen()
    for character in (operator, citizen):
        await character.write("/badai")
        character.expect("bukan wewenang Anda")


async def test_calm_ends_it(found):
    """Half an hour without a rush, and few enough waiting: it ends by itself, and the head reads one line."""
    city, operator, head = await city_of_three(found)
    await alarms(city, 3)
    for _ in range(3):
        await operator.press("1 · Tangani", queue(operator))
        await operator.press("Bukan darurat")
        await operator.press("latihan atau uji coba")
    city.skim()
    await city.forward(minutes=29)
    assert not [text for text in rung(head) if "selesai" in text]

    await city.forward(minutes=1)
    head.expect("Mode badai", "selesai pukul 14:30")
    operator.skim()
    city.skim()
    await alarms(city, 1)
    operator.sees("Belum ada yang menangani")
    city.skim()
