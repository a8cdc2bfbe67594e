"""Positions that say less than they seem to: outside the city, at sea, coarse, old."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path

from alarm import STATION, alarm_at
from city import KARANG_BALIK, City

Found = Callable[..., Awaitable[City]]
LAT, LON = KARANG_BALIK


def island(folder: Path) -> Path:
    """An AREAS_FILE with one invented kelurahan, a square of about 2 km around Karang Balik."""
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]
    ring = [[LON + east / 100, LAT + north / 100] for east, north in corners]
    feature = {
        "type": "Feature",
        "properties": {"kelurahan": "Contoh Balik", "kecamatan": "Contoh Barat", "kota": "Kota Contoh"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    path = folder / "areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return path


async def test_outside_the_city_is_said_and_never_refused(found: Found, tmp_path: Path) -> None:
    """At sea, beyond, and far away: the alarm rings, and both sides read how far off it is."""
    city = await found(AREAS_FILE=str(island(tmp_path)))
    operator = await city.operator()
    for north, words in (
        (0.03, "di luar Kota Contoh, mungkin di laut, sekitar 2,2 km dari Kel. Contoh Balik"),
        (0.3, "di luar Kota Contoh, sekitar 32 km dari Kel. Contoh Balik"),
        (-9.0, "jauh di luar Kota Contoh, sekitar 1001 km dari sana"),
    ):
        citizen = city.citizen()
        await citizen.write("/panik")
        citizen.expect("SUDAH MASUK")
        operator.expect("Lokasi belum diketahui")
        await citizen.share(LAT + north, LON)
        citizen.expect(f"Lokasi diterima: {words}")
        operator.expect(f"⚠️ {words}")
        operator.expect_map(LAT + north, LON)


async def test_age_and_accuracy_stand_on_the_card(city: City) -> None:
    """The place and the officer, each with how old the position is and how good."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await officer.share(*STATION, 15.0)
    officer.expect("Posisi Anda diterima")
    await city.forward(minutes=3)
    await citizen.share(LAT, LON, 20.0)
    citizen.expect("Lokasi baru diterima")
    operator.sees("14:03 (baru saja), ±20 m", "1,1 km dari lokasi (posisi 3 menit lalu, ±15 m)")
    operator.skim()
    officer.skim()


async def test_a_coarse_position_is_marked(city: City) -> None:
    """A position that may be a kilometre off is not to be driven to without asking."""
    operator, _, citizen = await alarm_at(city, "pressed")
    await citizen.share(LAT, LON, 1200.0)
    citizen.expect("Lokasi diterima")
    operator.expect("Posisi kasar: bisa meleset 1200 m")
    operator.expect_map(LAT, LON)


async def test_a_position_from_before_the_alarm_is_marked(city: City) -> None:
    """What was sent twenty minutes before the press may be from somewhere else."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.share(LAT, LON)
    citizen.expect("Apakah ini keadaan darurat?")
    await city.forward(minutes=20)
    await citizen.press("Ya, kirim")
    citizen.skim()
    operator.expect("(20 menit lalu)", "Posisi dari sebelum panggilan ini")
    operator.skim()
