"""Which kelurahan a position lies in."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.areas import Area, Areas
from core.fault import AreasError

TARAKAN = Path(__file__).parents[3] / "shared" / "data" / "geo" / "tarakan_kelurahan.geojson"


def square(west: float, south: float, size: float) -> list[list[float]]:
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(name: str, geometry: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"kelurahan": name, "kecamatan": "Timur"}, "geometry": geometry}


DRAWN = {
    "type": "FeatureCollection",
    "features": [
        feature("Cincin", {"type": "Polygon", "coordinates": [square(117.0, 3.0, 0.1), square(117.04, 3.04, 0.02)]}),
        feature(
            "Kembar", {"type": "MultiPolygon", "coordinates": [[square(117.2, 3.0, 0.1)], [square(117.4, 3.0, 0.1)]]}
        ),
    ],
}
AREAS = Areas.parse(json.dumps(DRAWN))

PLACES = [
    (3.02, 117.02, Area("Cincin", "Timur")),
    (3.05, 117.25, Area("Kembar", "Timur")),
    (3.05, 117.45, Area("Kembar", "Timur")),
    (3.05, 117.105, Area("Cincin", "Timur", near=True)),
    (2.992, 117.25, Area("Kembar", "Timur", near=True)),
    (3.05, 117.15, None),
    (2.98, 117.25, None),
    (0.0, 0.0, None),
    (90.0, 117.05, None),
]


@pytest.mark.parametrize(("lat", "lon", "area"), PLACES)
def test_find(lat, lon, area):
    """A position lies in an area, within 1 km of one, or in none."""
    assert area == AREAS.find(lat, lon)


OUTSIDE = [
    (3.05, 117.05, "Cincin", 1_110),
    (3.05, 117.13, "Cincin", 3_331),
    (2.98, 117.25, "Kembar", 2_224),
    (-6.0, 117.45, "Kembar", 1_006_300),
]


@pytest.mark.parametrize(("lat", "lon", "nearest", "metres"), OUTSIDE)
def test_outside(lat, lon, nearest, metres):
    """A position in no area is so many metres from the nearest one, also far over the curve of the earth."""
    found = AREAS.outside(lat, lon)
    assert (nearest, pytest.approx(metres, rel=0.001)) == (found.nearest.kelurahan, found.metres)


def test_what_is_found_is_not_outside():
    """Neither within an area nor near one."""
    assert [None, None] == [AREAS.outside(3.02, 117.02), AREAS.outside(3.05, 117.105)]


def test_hole_is_outside():
    """A hole does not belong to its polygon, but lies near it."""
    assert AREAS.find(3.05, 117.05) is None
    assert AREAS.find(3.041, 117.05) == Area("Cincin", "Timur", near=True)


def test_nearest_wins():
    """Between two areas the one whose border is nearer is named."""
    drawn = [feature("Kiri", {"type": "Polygon", "coordinates": [square(117.0, 3.0, 0.1)]}),
             feature("Kanan", {"type": "Polygon", "coordinates": [square(117.11, 3.0, 0.1)]})]  # fmt: skip
    areas = Areas.parse(json.dumps({"type": "FeatureCollection", "features": drawn}))
    assert [areas.find(3.05, lon).kelurahan for lon in (117.104, 117.106)] == ["Kiri", "Kanan"]


BROKEN = [
    ("{", 1, None, "JSON"),
    ("[]", 1, None, "a FeatureCollection with features"),
    ('{"features": []}', 1, None, "a FeatureCollection with features"),
    ('{"features": [\n{"type": "Feature"}]}', 2, "feature 1", "properties"),
    (json.dumps(DRAWN).replace('"Kembar"', "7"), 1, "feature 2", "properties with kelurahan and kecamatan"),
    (json.dumps(DRAWN).replace('"Polygon"', '"Point"'), 1, "feature 1, Cincin, Point", "a Polygon or a MultiPolygon"),
    (json.dumps(DRAWN).replace("117.0,", '"a",'), 1, "feature 1, Cincin", "rings of [longitude, latitude]"),
    (json.dumps(DRAWN).replace("117.0,", "1170,"), 1, "feature 1, Cincin", "longitude then latitude, in degrees"),
    (json.dumps(DRAWN).replace("117.0,", "NaN,"), 1, None, "JSON (NaN is not a number)"),
    (json.dumps({"features": [feature("Tipis", {"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [1, 2]]]})]}), 1,
     "feature 1, Tipis", "rings of at least four corners, the last like the first"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "value", "expected"), BROKEN)
def test_broken_file(text, line, value, expected):
    """A file that does not hold areas is refused with its line, its feature and what was expected."""
    with pytest.raises(AreasError) as caught:
        Areas.parse(text, "areas.geojson")
    [fault] = caught.value.faults
    assert ("areas.geojson", line, value) == (fault.file, fault.line, fault.value)
    assert fault.expected.startswith(expected)


@pytest.mark.skipif(not TARAKAN.exists(), reason="the polygons of Tarakan are not beside the repository")
def test_tarakan():
    """Every kelurahan of Tarakan is found at its own label, and the sea belongs to none."""
    text = TARAKAN.read_text(encoding="utf-8")
    areas = Areas.parse(text)
    labels = [one["properties"] for one in json.loads(text)["features"]]
    found = [areas.find(label["label_lat"], label["label_lon"]) for label in labels]
    assert [(label["kelurahan"], label["kecamatan"], False) for label in labels] == [
        (area.kelurahan, area.kecamatan, area.near) for area in found
    ]
    assert areas.find(3.30, 118.20) is None
