"""People who do anything, at any time: what a phone lets them do, chosen by chance."""

import random
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from character import Character

from simulator.buttons import Button, visible

AROUND = (3.3013, 117.5853)
SPREAD_DEGREES = 0.02


@dataclass
class Crowd:
    """Citizens and staff; `acts` counts what they did, each of which Telegram tells the bot once."""

    chance: random.Random
    citizens: list[Character]
    staff: list[Character]
    acts: int = 0
    written: dict[str, int] = field(default_factory=dict)
    """Words that occur nowhere else, and the id of the citizen who wrote them."""
    _numbers: Any = field(default_factory=lambda: count(1))

    @property
    def everybody(self) -> list[Character]:
        """All of them."""
        return [*self.citizens, *self.staff]

    def act(self) -> None:
        """Somebody does something, more often a citizen's word or a colleague's press than anything else."""
        if self.chance.random() < 0.5:
            someone, acts = self.chance.choice(self.citizens), (self._cry, self._write, self._press, self._share)
            weights = (3, 4, 2, 2)
        else:
            someone, acts = self.chance.choice(self.staff), (self._list, self._write, self._press, self._share)
            weights = (1, 2, 9, 1)
        does = self.chance.choices((*acts, self._photo), (*weights, 1))
        does[0](someone)
        self.acts += 1

    def _write(self, someone: Character) -> None:
        words = f"keterangan {next(self._numbers)} tamat"
        someone.person.write(words)
        if someone in self.citizens:
            self.written[words] = someone.id

    def _cry(self, someone: Character) -> None:
        someone.person.write("/panik")

    def _list(self, someone: Character) -> None:
        someone.person.write("/tugas")

    def _share(self, someone: Character) -> None:
        lat, lon = (degrees + self.chance.uniform(-SPREAD_DEGREES, SPREAD_DEGREES) for degrees in AROUND)
        someone.person.share_location(lat, lon)

    def _photo(self, someone: Character) -> None:
        someone.person.send_photo()

    def _press(self, someone: Character) -> None:
        """Any of the newest dozen buttons; who sees none writes."""
        found = [button for button in visible(someone.person.chat) if _can_be_pressed(button)][:12]
        if not found:
            self._write(someone)
            return
        button = self.chance.choice(found)
        if button.inline is not None:
            someone.person.press_data(button.message, str(button.inline.callback_data))
        else:
            someone.person.write(button.label)


def _can_be_pressed(button: Button) -> bool:
    if button.inline is not None:
        return button.inline.callback_data is not None
    return button.key is not None and not (button.key.request_location or button.key.request_contact)
