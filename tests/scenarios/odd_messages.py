"""Everything that a phone can send, by name; what the simulated people cannot is put on the wire as Telegram would."""

from collections.abc import Callable
from typing import Any

from character import Character
from city import KARANG_BALIK

FILE = {"file_id": "BAADodd", "file_unique_id": "AgADodd", "file_size": 2048}
POLL = {
    "id": "5",
    "question": "Setuju?",
    "options": [{"text": "Ya", "voter_count": 0, "persistent_id": "0"}],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
ANIMATION = {**FILE, "width": 10, "height": 10, "duration": 1}
ODD_LINK = "aZ09_-" * 10 + "abcd"

Act = Callable[[Character], Any]


def put(who: Character, **content: Any) -> int:
    """Queue a message of theirs with any content."""
    user = who.person.user
    chat = {"id": user.id, "type": "private", "first_name": user.first_name}
    head = {"message_id": who.person.chat.next_id(), "date": int(who.city.telegram.clock.now().timestamp())}
    return who.city.telegram.inject({"message": {**head, "from": user.to_dict(), "chat": chat, **content}})


def _edits(who: Character) -> None:
    old = next(message for message in who.person.chat.messages if message.kind == "text" and not message.from_bot)
    who.person.edit(old, "lain sekali")


UNREADABLE: dict[str, Act] = {
    "sticker": lambda who: who.person.send_sticker(),
    "dice": lambda who: put(who, dice={"emoji": "🎲", "value": 3}),
    "poll": lambda who: put(who, poll=POLL),
    "audio": lambda who: put(who, audio={**FILE, "duration": 3}),
    "animation": lambda who: put(who, animation=ANIMATION, document=FILE),
    "story": lambda who: put(who, story={"id": 1, "chat": {"id": -1001, "type": "channel", "title": "x"}}),
    "only NUL": lambda who: put(who, text="\x00\x00"),
    "only marks": lambda who: put(who, text="\u200e\u202e\u2066"),
    "a kind without a name": lambda who: put(who, hologram={"id": "1"}),
}
"""What no question and no case asks for."""

NOTED: dict[str, Act] = {
    "pinned": lambda who: put(who, message_auto_delete_timer_changed={"message_auto_delete_time": 60}),
    "wallpaper": lambda who: put(who, chat_background_set={"type": {"type": "chat_theme", "theme_name": "x"}}),
    "write access": lambda who: put(who, write_access_allowed={}),
}
"""Telegram's own notes, to which nobody waits for an answer."""

SIMPLE: dict[str, tuple[Act, str]] = {
    "unknown command": (lambda who: who.person.write("/tidakada"), "Perintah itu tidak ada"),
    "bare slash": (lambda who: put(who, text="/ "), "Perintah itu tidak ada"),
    "odd link": (lambda who: who.person.write(f"/start {ODD_LINK}"), "Halo"),
    "link to nothing": (lambda who: who.person.write("/start case_PB-1999-999999"), "bukan wewenang"),
    "link with markup": (lambda who: who.person.write("/start case_<b>&\x00'--"), "bukan wewenang"),
    "edit": (_edits, "Perubahan pada pesan lama"),
}
"""What gets the same answer wherever somebody stands, and changes nothing."""

CONTRIBUTED: dict[str, Act] = {
    "words": lambda who: who.person.write("RT 5, ada asap"),
    "markup": lambda who: who.person.write("<b>RT 5</b> & <i>asap"),
    "NUL and marks": lambda who: put(who, text="R\x00T\u202e 5\u200e"),
    "4096 characters": lambda who: who.person.write("x" * 4096),
    "emoji": lambda who: who.person.write("🔥" * 2000),
    "photo": lambda who: who.person.send_photo(),
    "voice": lambda who: who.person.send_voice(),
    "position": lambda who: who.person.share_location(*KARANG_BALIK),
    "live position": lambda who: who.person.start_live(*KARANG_BALIK),
    "venue": lambda who: who.person.share_venue(*KARANG_BALIK, "Masjid <b>", "RT 5 & 6"),
    "own contact": lambda who: who.person.share_contact(),
    "other's contact": lambda who: who.person.share_contact(own=False),
    "forward": lambda who: put(
        who, text="RT 5", forward_origin={"type": "hidden_user", "sender_user_name": "<b>", "date": 1}
    ),
    "audio with words": lambda who: put(who, audio={**FILE, "duration": 3}, caption="RT 5"),
}
"""What an alarm keeps."""
