"""What people write, send and press in the updates of a random day, sense and nonsense."""

from typing import Any

COMMANDS = (
    "/start",
    "/panik",
    "/batal",
    "/bantuan",
    "/bahasa",
    "/daftar",
    "/piket",
    "/tugas",
    "/status",
    "/lapor",
    "/latihan",
    "/hubungkan",
    "/putuskan",
    "/tidakada",
    "/start case_PB-2026-000001",
    "/start grup",
    "/start p_xyz",
    "/",
    "/panik@sigap_bot sekarang",
)
WORDS = (
    "Tolong! Rumah tetangga saya kebakaran",
    "help",
    "asap hitam dari dapur",
    "halo",
    "ya",
    "RT 5 RW 2, dekat masjid",
    "0812-3456-7890",
    "12",
    "-1e999",
    "<b>tebal & <i>miring",
    "\x00\x01\x02",
    "\u202eterbalik\u202c \u2066x\u2069",
    "🔥" * 2000,
    "x" * 4096,
    "حريق في البيت",
    "שריפה בבית",
    "👨\u200d👩\u200d👧\u200d👦",
    "   \n\t ",
    "'; DROP TABLE cases; --",
    "{name} {ticket} { $x }",
    "%s %(a)s ${b}",
    "Selesai",
    "Batal",
    "Lewati",
    "Kembali",
    "ﷺ" * 300,
    "a\u0301" * 500,
)
PLACES = (
    (3.3013, 117.5853),
    (3.3021, 117.5853),
    (3.3100, 117.5900),
    (3.35, 117.62),
    (0.0, 0.0),
    (-6.2, 106.8),
    (89.999, 179.999),
    (3.27, 117.70),
)
MALFORMED = (
    "",
    "v1",
    "v1:",
    "v2:act:1:1:ready",
    "v1:act",
    "v1:act:zzzzzzzzzz:zzzzzzzzzz:ready",
    "v1:act:-1:0:x",
    "v1:act:1:1:" + "x" * 50,
    "v1:claim:1",
    "v1:claim:é:1",
    "v1:merge:1:1",
    "v1:merge:1:2",
    "v1:part:1",
    "v1:undo:1:0",
    "v1:undo:1:99",
    "v1:look:1",
    "v1:look:0",
    "v1:tasks:zz",
    "v1:late:1",
    "v1:contest:1:x",
    "v1:agree:1",
    "v1:proxy:1:1",
    "v1:cry:yes",
    "v1:cry:no",
    "v1:pick:1",
    "null",
    "v1:\x00",
)
ONWARD = (":forward", ":ready", ":arrived", ":finished", ":report", ":record", ":kind")
"""The buttons by which an alarm comes to its end."""
FILE = {"file_size": 2048}
SOMEONE_ELSE = 9_999_999


def media(number: int, caption: str) -> list[dict[str, Any]]:
    """A file of each kind, pictures more often."""
    file = {**FILE, "file_id": f"F{number}", "file_unique_id": f"U{number}"}
    picture = {**file, "width": 640, "height": 480}
    film = {**picture, "duration": 3}
    return [
        *[{"photo": [picture]}] * 4,
        {"photo": [picture], "caption": caption},
        {"photo": [picture], "media_group_id": str(number // 9)},
        {"voice": {**file, "duration": 3}},
        {"video": film},
        {"video_note": {**file, "length": 240, "duration": 3}},
        {"document": {**file, "file_name": "surat.pdf", "mime_type": "application/pdf"}},
        {"document": {**file, "file_name": "virus.exe", "file_size": 3_000_000_000}},
        {"animation": film, "document": file},
        {"audio": {**file, "duration": 3}, "caption": "dengar"},
        {
            "sticker": {
                **file,
                "type": "regular",
                "width": 512,
                "height": 512,
                "is_animated": False,
                "is_video": False,
            }
        },
    ]
