"""Which kelurahan and kecamatan a position lies in, by the polygons of a GeoJSON file (RFC 7946)."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import Any

from core.distance import great_circle_m
from core.fault import AreasError, Fault

NEAR_M = 1000.0
"""A position outside all polygons belongs to the nearest one within so many metres: jetties, boats, coarse coasts."""
PLANE_M = 50_000.0
"""Further away the earth is not flat any more, and a city is a point."""
_METRES_PER_DEGREE = 111_195.0

Ring = tuple[tuple[float, float], ...]
"""Longitude and latitude of each corner, as GeoJSON has them."""


@dataclass(frozen=True)
class Area:
    """Where a position is. `near` when it lies outside, at most 1 km from the border."""

    kelurahan: str
    kecamatan: str
    code: str = ""
    near: bool = False


@dataclass(frozen=True)
class Outside:
    """A position in none of the areas: the nearest of them, and how many metres off its border is."""

    nearest: Area
    metres: float


@dataclass(frozen=True)
class Polygon:
    """One polygon of an area: its outer ring, then its holes, within a box of west, south, east, north."""

    area: Area
    rings: tuple[Ring, ...]
    box: tuple[float, float, float, float]

    def boxed(self, lat: float, lon: float, margin_m: float = 0.0) -> bool:
        """Whether the position lies in the box, widened by `margin_m` metres."""
        west, south, east, north = self.box
        up, aside = margin_m / _METRES_PER_DEGREE, margin_m / (_METRES_PER_DEGREE * cos(radians(lat)) or 1e-9)
        return south - up <= lat <= north + up and west - aside <= lon <= east + aside

    def contains(self, lat: float, lon: float) -> bool:
        """Whether the position lies inside (even-odd rule, so that holes are outside)."""
        inside = False
        for (lon1, lat1), (lon2, lat2) in self._edges():
            if (lat1 > lat) != (lat2 > lat) and lon < (lon2 - lon1) * (lat - lat1) / (lat2 - lat1) + lon1:
                inside = not inside
        return inside

    def metres_to(self, lat: float, lon: float) -> float:
        """Metres from the position to the border, on a plane that is good to a few kilometres."""
        wide = cos(radians(lat)) * _METRES_PER_DEGREE
        shortest = float("inf")
        for (lon1, lat1), (lon2, lat2) in self._edges():
            x, y = (lon1 - lon) * wide, (lat1 - lat) * _METRES_PER_DEGREE
            dx, dy = (lon2 - lon1) * wide, (lat2 - lat1) * _METRES_PER_DEGREE
            length = dx * dx + dy * dy
            along = min(1.0, max(0.0, -(x * dx + y * dy) / length)) if length else 0.0
            shortest = min(shortest, hypot(x + along * dx, y + along * dy))
        return shortest

    def _edges(self) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        for ring in self.rings:
            yield from zip(ring, (*ring[1:], ring[0]), strict=True)


@dataclass(frozen=True)
class Areas:
    """All areas of a city."""

    polygons: tuple[Polygon, ...]
    city: str = ""
    """Its name, such as `Kota Tarakan`, where the file gives one."""

    @classmethod
    def parse(cls, text: str, file: str = "GeoJSON") -> "Areas":
        """The areas of a FeatureCollection whose features have `kelurahan` and `kecamatan`. Raises AreasError."""
        try:
            data = json.loads(text, parse_constant=_refuse)
        except ValueError as error:
            line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
            raise AreasError([Fault(file, line, None, f"JSON ({error})")]) from error
        polygons = tuple(_Reader(text, file).polygons(data))
        return cls(
            polygons, next((str(f["properties"]["kota"]) for f in data["features"] if "kota" in f["properties"]), "")
        )

    def find(self, lat: float, lon: float) -> Area | None:
        """The area that holds the position, else the nearest within 1 km, else None."""
        for polygon in self.polygons:
            if polygon.boxed(lat, lon) and polygon.contains(lat, lon):
                return polygon.area
        around = [polygon for polygon in self.polygons if polygon.boxed(lat, lon, NEAR_M)]
        nearest = min(around, key=lambda polygon: polygon.metres_to(lat, lon), default=None)
        if nearest is None or nearest.metres_to(lat, lon) > NEAR_M:
            return None
        return Area(nearest.area.kelurahan, nearest.area.kecamatan, nearest.area.code, near=True)

    def outside(self, lat: float, lon: float) -> Outside | None:
        """How far a position is from all areas; None for one that `find` finds."""
        if self.find(lat, lon) is not None:
            return None
        nearest = min(self.polygons, key=lambda polygon: polygon.metres_to(lat, lon))
        metres = nearest.metres_to(lat, lon)
        if metres > PLANE_M:
            west, south, east, north = nearest.box
            metres = great_circle_m(lat, lon, (south + north) / 2, (west + east) / 2)
        return Outside(nearest.area, metres)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not a number")


class _Reader:
    """Makes polygons of decoded JSON, and finds the line of a feature that has a fault."""

    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file
        self._number = 0

    def polygons(self, data: Any) -> Iterator[Polygon]:
        features = data.get("features") if isinstance(data, dict) else None
        if not isinstance(features, list) or not features:
            raise self._error(None, "a FeatureCollection with features")
        for self._number, feature in enumerate(features, 1):
            where = f"feature {self._number}"
            properties, geometry = self._object(feature, "properties", where), self._object(feature, "geometry", where)
            names = [properties.get(key) for key in ("kelurahan", "kecamatan")]
            if not all(isinstance(name, str) and name for name in names):
                raise self._error(where, "properties with kelurahan and kecamatan")
            area = Area(str(names[0]), str(names[1]), str(properties.get("code") or ""))
            coordinates, kind = geometry.get("coordinates"), geometry.get("type")
            if kind not in ("Polygon", "MultiPolygon"):
                raise self._error(f"{where}, {area.kelurahan}, {kind}", "a Polygon or a MultiPolygon")
            for rings in coordinates if kind == "MultiPolygon" and isinstance(coordinates, list) else [coordinates]:
                yield self._polygon(area, rings, f"{where}, {area.kelurahan}")

    def _polygon(self, area: Area, rings: Any, where: str) -> Polygon:
        try:
            corners = tuple(tuple((float(point[0]), float(point[1])) for point in ring) for ring in rings)
        except (TypeError, ValueError, IndexError, KeyError) as error:
            raise self._error(where, "rings of [longitude, latitude]") from error
        if not corners or any(len(ring) < 4 for ring in corners):
            raise self._error(where, "rings of at least four corners, the last like the first")
        lons, lats = zip(*corners[0], strict=True)
        if max(map(abs, lons)) > 180 or max(map(abs, lats)) > 90:
            raise self._error(where, "longitude then latitude, in degrees")
        return Polygon(area, corners, (min(lons), min(lats), max(lons), max(lats)))

    def _object(self, feature: Any, key: str, where: str) -> dict[str, Any]:
        found = feature.get(key) if isinstance(feature, dict) else None
        if not isinstance(found, dict):
            raise self._error(where, key)
        return found

    def _error(self, value: str | None, expected: str) -> AreasError:
        starts = [found.start() for found in re.finditer(r'"type"\s*:\s*"Feature"', self._text)]
        line = self._text.count("\n", 0, starts[self._number - 1]) + 1 if 0 < self._number <= len(starts) else 1
        return AreasError([Fault(self._file, line, value, expected)])
