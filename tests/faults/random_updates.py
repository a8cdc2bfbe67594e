"""Updates of every kind, as Telegram could send them, made from a seed: what people do, and what nobody should."""

from collections.abc import Callable
from random import Random
from typing import Any

from deaf_town import OTHER_GROUP, STAFF_GROUP, DeafTown, Inhabitant
from odd_content import COMMANDS, MALFORMED, ONWARD, PLACES, SOMEONE_ELSE, WORDS, media

from bot.keyboards import menu_words

Content = dict[str, Any]


class RandomUpdates:
    """Makes the next update; looks into chats for the buttons that people can press."""

    def __init__(self, town: DeafTown, dice: Random) -> None:
        self._town, self._dice, self._number = town, dice, 0
        self._labels = list(menu_words(town.house))
        self._live: dict[int, int] = {}
        self._last = self._anybody()
        self.pressed: list[str] = []

    async def next(self) -> Content:
        """An update of any kind, by anybody."""
        dice, who = self._dice, self._somebody()
        is_staff = bool(who.role)
        ways: list[tuple[int, Callable[[Inhabitant], Any]]] = [
            (45 if is_staff else 12, self._presses_a_card),
            (25 if is_staff else 8, self._presses_what_was_shown),
            (6 if is_staff else 12, self._key),
            (3 if is_staff else 14, self._command),
            (10, self._words),
            (8 if is_staff else 12, self._place),
            (5, self._moves),
            (10, self._media),
            (5, self._odd),
            (3, self._contact),
            (5, self._presses_what_others_were_shown),
            (3, self._presses_nonsense),
            (3, self._edits),
            (1, self._blocks_or_returns),
            (3, self._in_a_group),
            (1, self._nobody),
        ]
        way = dice.choices([way for _, way in ways], [weight for weight, _ in ways])[0]
        made = way(who)
        update: Content = await made if hasattr(made, "__await__") else made
        self._number += 1
        return {"update_id": self._number, **update}

    def beginning(self) -> list[Content]:
        """The shift begins: everybody comes to the bot, operators and officers go on duty."""
        staff = [one for one in self._town.people if one.role in ("operator", "officer")]
        said = [self._says(one, text=words) for one in staff for words in ("/start", "/piket")]
        said += [self._says(one, location=self._where()) for one in staff if one.role == "officer"]
        return [{"update_id": 1_000_000_000 + number, **one} for number, one in enumerate(said)]

    def _somebody(self) -> Inhabitant:
        """Often whoever did something last: questions are answered in a row."""
        if self._dice.random() < 0.3:
            self._last = self._anybody()
        return self._last

    def _anybody(self) -> Inhabitant:
        staff = [one for one in self._town.people if one.role]
        others = [one for one in self._town.people if not one.role]
        return self._dice.choice(staff if self._dice.random() < 0.55 else others)

    def _user(self, who: Inhabitant) -> Content:
        language = "en" if who.id % 7 == 0 else "id"
        return {"id": who.id, "is_bot": False, "first_name": who.name, "language_code": language}

    def _message(self, who: Inhabitant, **content: Any) -> Content:
        chat = self._town.chats[who.id]
        chat.last_id += 1
        date = int(self._town.clock.now().timestamp()) - (self._dice.random() < 0.03) * self._dice.randrange(7200)
        head = {"message_id": chat.last_id, "date": date, "from": self._user(who)}
        return {**head, "chat": {"id": who.id, "type": "private", "first_name": who.name}, **content}

    def _says(self, who: Inhabitant, **content: Any) -> Content:
        return {"message": self._message(who, **content)}

    async def _presses_a_card(self, who: Inhabitant) -> Content:
        buttons = await self._town.card(who.id)
        usual = [one for one in buttons if not one.startswith("v1:merge")]
        if not buttons:
            return self._key(who)
        onward = [one for one in usual if one.startswith("v1:claim") or one.endswith(ONWARD)]
        if onward and self._dice.random() < 0.6:
            return self._presses(who, self._dice.choice(onward))
        return self._presses(who, self._dice.choice(usual if usual and self._dice.random() < 0.95 else buttons))

    def _presses_what_was_shown(self, who: Inhabitant) -> Content:
        shown = self._town.chats[who.id].buttons
        if not shown:
            return self._key(who)
        newest = self._dice.random() < 0.8
        return self._presses(who, self._dice.choice(list(shown)[-3:] if newest else list(shown)))

    def _presses_what_others_were_shown(self, who: Inhabitant) -> Content:
        other = self._dice.choice(self._town.people)
        shown = self._town.chats[other.id].buttons
        return self._presses(who, self._dice.choice(list(shown))) if shown else self._presses_nonsense(who)

    def _presses_nonsense(self, who: Inhabitant) -> Content:
        return self._presses(who, self._dice.choice(MALFORMED))

    def _presses(self, who: Inhabitant, data: str) -> Content:
        press_id = f"p{self._number}"
        query: Content = {"id": press_id, "from": self._user(who), "chat_instance": "1", "data": data}
        where = self._dice.random()
        if where < 0.94:
            query["message"] = {
                **self._message(who, text="kartu"),
                "from": {"id": 1, "is_bot": True, "first_name": "b"},
            }
        elif where < 0.96:
            query["message"] = {"message_id": 5, "date": 0, "chat": {"id": who.id, "type": "private"}}
        elif where < 0.98:
            group = {"id": STAFF_GROUP, "type": "supergroup", "title": "Piket"}
            query["message"] = {"message_id": 5, "date": 0, "chat": group}
        else:
            query["inline_message_id"] = "x"
        self.pressed.append(press_id)
        return {"callback_query": query}

    def _key(self, who: Inhabitant) -> Content:
        keys = self._town.chats[who.id].keys
        label = self._dice.choice(keys) if keys and self._dice.random() < 0.7 else self._dice.choice(self._labels)
        return self._says(who, text=label)

    def _command(self, who: Inhabitant) -> Content:
        return self._says(who, text="/panik" if self._dice.random() < 0.3 else self._dice.choice(COMMANDS))

    def _words(self, who: Inhabitant) -> Content:
        if self._dice.random() < 0.1:
            return self._says(who, text="".join(chr(self._dice.randrange(1, 0xD7FF)) for _ in range(30)))
        return self._says(who, text=self._dice.choice(WORDS))

    def _where(self) -> Content:
        lat, lon = self._dice.choice(PLACES[:4] if self._dice.random() < 0.8 else PLACES)
        near = self._dice.uniform(-0.01, 0.01)
        return {"latitude": lat + near if lat < 89 else lat, "longitude": lon + near if lon < 179 else lon}

    def _place(self, who: Inhabitant) -> Content:
        place = self._where()
        if self._dice.random() < 0.2:
            return self._says(who, location=place, venue={"location": place, "title": "Masjid", "address": "RT 5"})
        if self._dice.random() < 0.4:
            said = self._says(who, location={**place, "live_period": 900, "horizontal_accuracy": 12.5})
            self._live[who.id] = said["message"]["message_id"]
            return said
        return self._says(who, location=place)

    def _moves(self, who: Inhabitant) -> Content:
        if who.id not in self._live:
            return self._place(who)
        message = self._message(who, location={**self._where(), "live_period": 900})
        if self._dice.random() < 0.1:
            message["location"].pop("live_period")
        now = int(self._town.clock.now().timestamp())
        return {"edited_message": {**message, "message_id": self._live[who.id], "edit_date": now}}

    def _media(self, who: Inhabitant) -> Content:
        self._number += 1
        return self._says(who, **self._dice.choice(media(self._number, self._dice.choice(WORDS)[:1024])))

    def _odd(self, who: Inhabitant) -> Content:
        poll = {
            "id": "5",
            "question": "Setuju?",
            "options": [],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
        }
        group = {"id": OTHER_GROUP, "type": "channel", "title": "x"}
        found: list[Content] = [
            {"dice": {"emoji": "🎲", "value": 3}},
            {"poll": poll},
            {"story": {"id": 1, "chat": group}},
            {"hologram": {"id": "1"}},
            {"write_access_allowed": {}},
            {"message_auto_delete_timer_changed": {"message_auto_delete_time": 60}},
            {"text": "RT 5", "forward_origin": {"type": "hidden_user", "sender_user_name": "<b>", "date": 1}},
            {"text": "RT 5", "forward_origin": {"type": "unheard_of", "date": 1}},
            {"text": "tebal", "entities": [{"type": "bold", "offset": 0, "length": 5}]},
            {"text": "tebal", "entities": [{"type": "unheard_of", "offset": -5, "length": 900}]},
            {"text": "jawab", "reply_to_message": self._message(who, text="lama")},
            {"location": {"latitude": "x", "longitude": None}},
            {"photo": []},
            {"text": 5},
            {"contact": {"phone_number": "", "first_name": ""}},
            {"location": {"latitude": 3.3, "longitude": 117.6, "live_period": 900, "horizontal_accuracy": 1500.0}},
        ]
        return self._says(who, **self._dice.choice(found))

    def _contact(self, who: Inhabitant) -> Content:
        contact: Content = {"phone_number": who.phone, "first_name": who.name, "user_id": who.id}
        if self._dice.random() < 0.3:
            contact = {"phone_number": "628999", "first_name": "Lain", "user_id": SOMEONE_ELSE}
        if self._dice.random() < 0.1:
            contact.pop("user_id")
        return self._says(who, contact=contact)

    def _edits(self, who: Inhabitant) -> Content:
        message = self._message(who, text=self._dice.choice(WORDS))
        now = int(self._town.clock.now().timestamp())
        return {"edited_message": {**message, "message_id": self._dice.randrange(100, 200), "edit_date": now}}

    def _blocks_or_returns(self, who: Inhabitant) -> Content:
        me = {"id": 1, "is_bot": True, "first_name": "b"}
        kicked = {"status": "kicked", "user": me, "until_date": 0}
        member = {"status": "member", "user": me}
        before, after = (member, kicked) if self._dice.random() < 0.7 else (kicked, member)
        chat = {"id": who.id, "type": "private"}
        date = int(self._town.clock.now().timestamp())
        head = {"chat": chat, "from": self._user(who), "date": date}
        return {"my_chat_member": {**head, "old_chat_member": before, "new_chat_member": after}}

    def _in_a_group(self, who: Inhabitant) -> Content:
        group = self._dice.choice((STAFF_GROUP, OTHER_GROUP))
        made = self._dice.choice((self._command, self._words, self._place, self._key))(who)
        made["message"]["chat"] = {"id": group, "type": "supergroup", "title": "Grup"}
        words = made["message"].get("text", "")
        if words.startswith(("/hubungkan", "/putuskan")):
            made["message"]["text"] = "/panik"
        return made

    def _nobody(self, who: Inhabitant) -> Content:
        message = self._message(who, text="/panik")
        found: list[Content] = [
            {"message": {key: value for key, value in message.items() if key != "from"}},
            {"channel_post": message},
            {"unheard_of": {"from": self._user(who)}},
            {"poll_answer": {"poll_id": "1", "user": self._user(who), "option_ids": [0]}},
            {"message_reaction": {"chat": {"id": who.id, "type": "private"}, "message_id": 1, "date": 1}},
            {"inline_query": {"id": "1", "from": self._user(who), "query": "panik", "offset": ""}},
            {"message": {**message, "chat": {"id": 0, "type": "private"}}},
            {"message": {"text": "x"}},
            {"message": []},
            {"callback_query": {"id": "x", "data": "v1:cry:yes"}},
            {},
        ]
        return self._dice.choice(found)
