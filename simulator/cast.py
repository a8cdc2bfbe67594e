"""The people of the demo: all fictional, around Tarakan."""

from typing import Any

from aiohttp import web

CAST: list[dict[str, Any]] = [
    {"telegram_id": 9001, "name": "Warga Contoh", "role": "citizen", "position": [3.3013, 117.5853]},
    {"telegram_id": 9002, "name": "Warga Contoh Dua", "role": "citizen", "position": [3.3181, 117.5921]},
    {"telegram_id": 9011, "name": "Rani Contoh", "role": "operator", "position": [3.3085, 117.5900]},
    {"telegram_id": 9012, "name": "Sari Contoh", "role": "operator", "position": [3.3085, 117.5900]},
    {"telegram_id": 9021, "name": "Andi Contoh", "role": "officer", "position": [3.35, 117.57]},
    {"telegram_id": 9022, "name": "Budi Contoh", "role": "officer", "position": [3.28, 117.60]},
    {"telegram_id": 9023, "name": "Citra Contoh", "role": "officer", "position": [3.33, 117.60]},
    {"telegram_id": 9024, "name": "Dewi Contoh", "role": "officer", "position": [3.30, 117.58]},
    {"telegram_id": 9031, "name": "Kepala UPTD Contoh", "role": "head_of_centre", "position": [3.3085, 117.5900]},
    {"telegram_id": 9032, "name": "Kepala Dinas Contoh", "role": "head_of_department", "position": [3.3100, 117.5880]},
    {"telegram_id": 9033, "name": "Gita Contoh", "role": "guide", "position": [3.3085, 117.5900]},
    {"telegram_id": 9034, "name": "Galih Contoh", "role": "guide", "position": [3.3085, 117.5900]},
    {"telegram_id": 9035, "name": "Kepala Bidang Contoh", "role": "head_of_statistics", "position": [3.3100, 117.5880]},
    {"telegram_id": 9036, "name": "Sekretaris Contoh", "role": "secretary", "position": [3.3100, 117.5880]},
    {"telegram_id": 9037, "name": "Statistisi Contoh", "role": "statistician", "position": [3.3100, 117.5880]},
    {"telegram_id": 9038, "name": "Analis Contoh", "role": "analyst", "position": [3.3100, 117.5880]},
    {"telegram_id": 9041, "name": "Admin Contoh", "role": "admin", "position": [3.3085, 117.5900]},
]
"""``position`` is [latitude, longitude] in degrees; a role is a plain word that the reader maps to its own."""

POSTS: list[dict[str, Any]] = [
    {
        "name": "Pos Pemadam Contoh",
        "latitude": 3.3120,
        "longitude": 117.5990,
        "kinds": ["fire", "rescue"],
        "phone": "0800 100 113",
    },
    {
        "name": "Pos Ambulans Contoh",
        "latitude": 3.2950,
        "longitude": 117.5790,
        "kinds": ["medical", "accident"],
        "phone": "0800 100 119",
    },
]
"""Fixed points; `kinds` are plain words too, and the telephone numbers nobody's."""

SHOWN_FIRST = (9001, 9011, 9024, 9031)
"""The phones that the page opens with."""

PLACES: list[dict[str, Any]] = [
    {"name": "Pasar Contoh", "latitude": 3.3013, "longitude": 117.5853},
    {"name": "Pelabuhan Contoh", "latitude": 3.2867, "longitude": 117.5931},
    {"name": "Bandara Contoh", "latitude": 3.3261, "longitude": 117.5697},
    {"name": "Pantai Contoh", "latitude": 3.3440, "longitude": 117.6210},
    {"name": "Kampung Utara Contoh", "latitude": 3.3722, "longitude": 117.5790},
    {"name": "GPS keliru (0, 0)", "latitude": 0.0, "longitude": 0.0},
]
"""Sample places to send as a position."""


MADE_UP = "Angka rekaan untuk demo, bukan data resmi."
DATASETS: list[dict[str, str]] = [
    {
        "name": "Penduduk menurut kecamatan (contoh)",
        "description": MADE_UP,
        "period": "2024",
        "file": "contoh-penduduk.csv",
        "content": f"# {MADE_UP}\nkecamatan,jiwa\nContoh Timur,1000\nContoh Tengah,2000\nContoh Barat,3000\n",
    },
    {
        "name": "Produksi perikanan tangkap (contoh)",
        "description": MADE_UP,
        "period": "2024",
        "file": "contoh-perikanan.csv",
        "content": f"# {MADE_UP}\ntriwulan,ton\n1,100\n2,120\n3,90\n4,110\n",
    },
]
"""Tables that are published in the demo, each saying that its figures are nobody's."""


def cast_routes() -> list[web.RouteDef]:
    """``GET /cast``, ``/posts`` and ``/datasets`` answer the lists, so that a bot under test can be given them."""

    async def cast(request: web.Request) -> web.Response:
        return web.json_response(CAST)

    async def posts(request: web.Request) -> web.Response:
        return web.json_response(POSTS)

    async def datasets(request: web.Request) -> web.Response:
        return web.json_response(DATASETS)

    return [web.get("/cast", cast), web.get("/posts", posts), web.get("/datasets", datasets)]
