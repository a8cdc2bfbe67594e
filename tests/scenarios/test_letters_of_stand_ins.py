"""A visit while the head of the centre is away, and where there is none: whose letter the surat tugas is."""

from character import Character, skim
from city import City
from delegations import appoint, day
from office_machine import content
from sheets_of_paper import text_of
from visits import fill_in, office_hours, visit_at


def surat_tugas(city: City, guide: Character) -> str:
    """What stands in the guide's letter."""
    return text_of(content(city, next(one for one in guide.person.inbox if "Surat Tugas nomor" in one.text)))


async def test_the_plh_signs_as_such(city: City) -> None:
    """Name and capacity stand on the letter, on the card, and in the record of the case."""
    staged = await visit_at(city, "disposed")
    deputy = await city.head("secretary", "Sari")
    await appoint(staged.head, deputy, day(city), day(city))
    staged.skim()
    await deputy.press("Izinkan")
    await deputy.press("Tunjuk pelaksana")
    await deputy.press(staged.guide.name)
    said = surat_tugas(city, staged.guide)
    assert "Plh Kepala UPTD TCC, Persetujuan dicatat secara elektronik oleh " + deputy.name + " (Plh)," in said
    assert staged.head.name not in said
    staged.kadis.sees(f"Izinkan: {deputy.name}, Plh Kepala UPTD TCC")
    deeds = (await city.case(staged.ticket)).deputised
    assert [("permit", "Plh Kepala UPTD TCC"), ("appoint", "Plh Kepala UPTD TCC")] == [
        (one.action, one.capacity) for one in deeds
    ]
    staged.skim()


async def test_whoever_decides_in_the_place_of_nobody_signs_in_their_own_name(city: City) -> None:
    """Without a head of the centre it is the head of department's letter."""
    await office_hours(city)
    kadis, guide = await city.head("head_of_department", "Kadis"), await city.staff("guide", "Gita")
    visitor = city.citizen("Tamu")
    await visitor.write("/start")
    await fill_in(visitor)
    await visitor.press("Kirim")
    await kadis.press("Tindak lanjuti")
    await kadis.press("Izinkan")
    await kadis.press("Tunjuk pelaksana")
    await kadis.press(guide.name)
    assert f"Kepala Dinas, Persetujuan dicatat secara elektronik oleh {kadis.name}," in surat_tugas(city, guide)
    skim(kadis, guide, visitor)
