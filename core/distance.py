"""Distances on the earth between WGS84 positions, in degrees."""

from geopy.distance import geodesic, great_circle


def great_circle_m(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Metres on a sphere: quick, within 0.6 %, to rank who is nearest."""
    return float(great_circle((lat, lon), (other_lat, other_lon)).meters)


def geodesic_m(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Metres on the ellipsoid: what people are told."""
    return float(geodesic((lat, lon), (other_lat, other_lon)).meters)


def printed(metres: float, language: str = "id") -> str:
    """`350 m` in tens of metres, from one kilometre on `1,2 km`; with a point in English."""
    if metres < 995:
        return f"{round(metres / 10) * 10} m"
    kilometres = f"{metres / 1000:.1f}" if metres < 9_950 else f"{metres / 1000:.0f}"
    return f"{kilometres if language == 'en' else kilometres.replace('.', ',')} km"
