"""The outlines of a city's areas, out of a GeoJSON file, for the page to draw."""

import json
from pathlib import Path
from typing import Any

NAMES = ("kelurahan", "name", "nama", "NAMOBJ")


def outlines(file: Path) -> list[dict[str, Any]]:
    """Each area's name and outer ring ([longitude, latitude] corners); nothing where the file is no such thing."""
    try:
        features = json.loads(file.read_text(encoding="utf-8"))["features"]
        return [outline for feature in features for outline in _outlines(feature)]
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return []


def _outlines(feature: dict[str, Any]) -> list[dict[str, Any]]:
    shape, properties = feature["geometry"], feature.get("properties") or {}
    polygons = {"Polygon": [shape["coordinates"]], "MultiPolygon": shape["coordinates"]}.get(shape["type"], [])
    name = next((str(properties[key]) for key in NAMES if properties.get(key)), "")
    return [{"name": name, "ring": [[round(x, 5), round(y, 5)] for x, y, *_ in rings[0]]} for rings in polygons]
