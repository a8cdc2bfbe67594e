"""Procedures at random, of everything that this version runs: each is written as a file and read by the real loader.

A line of steps leads from the first to the end by the buttons `go`; around it stand other ways, back and aside.
"""

import json
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from core.procedure import Procedure, parse
from core.runnable import unrunnable

Part = dict[str, Any]
SAY = {"who": "requester", "say": "Kabar {ticket}"}
SHORT = st.sampled_from(["10 seconds", "30 seconds", "2 minutes"])
LONG = st.sampled_from(["1 minute", "5 minutes", "4 hours", "2 hours since s0"])
FLAG = st.booleans()
CONDITION = st.sampled_from(["$hint given", "$hint missing", "$kind in fire, theft", "s0 done", "claimed"])
KIND = {"id": "kind", "ask": "Apa?", "type": "choice", "choices": ["fire", "theft", "other"]}
HINT = {"id": "hint", "ask": "Petunjuk?", "type": "text", "optional": True}
WHO = {"id": "officer", "ask": "Siapa?", "type": "person", "role": "officer", "on_duty": True}
BY_ROLE = st.sampled_from(
    ["operator", "operator on duty", "admin", ["operator on duty", "head_of_centre"], "head_of_department"]
)
BY_NAME = st.sampled_from(["$officer", {"first": ["$officer", "operator on duty"]}, {"any": ["$officer", "requester"]}])
BY_PLACE = st.sampled_from(["nearest officer", "2 nearest officer", "nearest officer or post"])
ASKED = st.lists(
    st.sampled_from(
        [
            {"id": "account", "ask": "Apa?", "type": "text", "voice": True},
            {"id": "photos", "ask": "Foto?", "type": "photos", "unless": {"id": "no_photo", "phrases": ["gelap"]}},
            {"id": "number", "ask": "Berapa?", "type": "number", "min": 1},
            {"id": "why", "ask": "Mengapa?", "type": "phrase", "phrases": ["sakit", "jauh"]},
            {"id": "sure", "ask": "Pasti?", "type": "yes_no", "optional": True},
            {"id": "place", "ask": "Di mana?", "type": "location", "set": "position"},
        ]
    ),
    unique_by=lambda field: field["id"],
    max_size=2,
)


@dataclass
class Draft:
    """One file while it is drawn: how many steps its line has, and where `$officer` is chosen, if anywhere."""

    draw: Any
    length: int
    chosen: str
    """`form`, `first` (step) or nothing."""

    def maybe(self, chance: int = 3) -> bool:
        """Once in so many times."""
        return bool(self.draw(st.integers(1, chance)) == 1)

    def target(self) -> str:
        """A step of the line, where each step knows all that it needs."""
        return f"s{self.draw(st.integers(1 if self.chosen == 'first' else 0, self.length - 1))}"

    def step(self, at: int) -> Part:
        """The step of the line at that place."""
        draw, first = self.draw, at == 0 and self.chosen == "first"
        doers = [BY_ROLE, *([] if first else [st.just("requester"), BY_PLACE])]
        doer = draw(st.one_of(*doers, *([BY_NAME] if self.chosen == "form" or (self.chosen and at) else [])))
        step: Part = {"id": f"s{at}", "title": f"Tahap {at}", "by": doer, "actions": [self._go(at, first)]}
        by_role = isinstance(doer, list) or (isinstance(doer, str) and doer in ROLES)
        named = doer == "$officer" or (isinstance(doer, str) and "nearest" in doer)
        if self.maybe(2):
            step["within"] = draw(LONG)
        if "within" in step and self.maybe():
            step["remind"] = draw(st.sampled_from([[], [50, 100], [{"percent": 100, "who": "above"}], [20]]))
        if by_role and self.maybe(2):
            step["claim"] = self._claim()
            step["set"] = "had_it"
            step |= {"ring": draw(SHORT)} if self.maybe(2) else {}
        if named and self.maybe(2):
            step["unanswered"] = {"after": draw(SHORT), "do": "next"}
        if named and self.maybe():
            step["on_behalf"] = {"by": "operator", "label": "Atas nama"}
        if named and self.chosen != "first" and "nearest" in doer:
            step["set"] = "officer"
        if self.maybe(2):
            step["timers"] = [self._timer(at, first, named) for _ in range(draw(st.integers(1, 2)))]
        if self.maybe(6) and not first:
            step["pressed_again"] = self.target()
        if self.maybe(5):
            step["follows"] = {"who": "requester", "lost": "5 minutes", "tell": SAY}
        step["actions"] += [self._other(at, number, first, step) for number in range(draw(st.integers(0, 3)))]
        return step

    def _go(self, at: int, first: bool) -> Part:
        """The button that leads on along the line."""
        onwards = f"s{at + 1}" if at + 1 < self.length else "fin"
        go: Part = {"id": "go", "label": "Lanjut", "to": onwards, "ask": self.draw(ASKED)}
        if first:
            go["ask"] = [*go["ask"], WHO | {"nearest": True, "posts": True, "several": True, "others": "support"}]
            go["to"] = [onwards, "mate"]
        elif self.maybe(4):
            go["to"] = [onwards, "extra"]
        if onwards == "fin":
            go["effects"] = ["register"]
        if self.maybe(4):
            go["closes"] = ["extra"]
        return go | ({"confirm": True} if self.maybe(4) else {}) | ({"tell": SAY} if self.maybe(4) else {})

    def _claim(self) -> Part:
        claim: Part = {"label": "Tangani"}
        claim |= {"take_over": "Ambil alih"} if self.maybe(2) else {}
        claim |= {"release": "Lepaskan"} if self.maybe(2) else {}
        return claim | ({"lapses": self.draw(SHORT)} if self.maybe(2) else {})

    def _timer(self, at: int, first: bool, named: bool) -> Part:
        deeds: list[Part] = [
            {"tell": SAY},
            {"widen": "head_of_centre"},
            {"widen": ["operator", "admin"], "unless": "claimed"},
            {"do": "ring", "unless": "claimed"},
            {"beside": "help"},
            {"end": "late", "unless": "$hint given"},
        ]
        deeds += [{"do": "next"}] if named else []
        deeds += [{"do": self.target()}] if not first else []
        after = self.draw(st.one_of(SHORT, st.just("10 minutes"), st.just("1 minute since s0")))
        deed = self.draw(st.sampled_from(deeds))
        return {"after": after.removesuffix(" since s0") if "do" in deed else after} | deed

    def _other(self, at: int, number: int, first: bool, step: Part) -> Part:
        """Some other button of a step."""
        kinds = ["stay", "beside", "end", "back", "again", "extra", "branch", "guard", "when", "fork"]
        kind = self.draw(st.sampled_from(kinds if not first else kinds[:2]))
        action: Part = {"id": f"x{number}", "label": f"Lain {number}"}
        if kind in ("stay", "guard", "when"):
            action |= {"stay": True, "ask": self.draw(ASKED)}
            if "within" in step and self.maybe():
                length = {"id": "longer", "ask": "Berapa?", "type": "duration", "lengths": ["5 minutes", "1 hour"]}
                action |= {"ask": [length], "extends": "longer"}
            if kind != "stay":
                action[kind] = self.draw(CONDITION)
        elif kind == "beside":
            action["beside"] = "help"
        elif kind == "end":
            action["end"] = "refused"
        elif kind == "back":
            action["to"] = "back"
        elif kind == "again":
            action["to"] = self.target()
        elif kind == "extra":
            action |= {"to": [self.target(), "extra"]}
        elif kind == "fork":
            action |= {"to": [self.target(), self.target()]}
        else:
            branch = self.draw(st.sampled_from([{"end": "refused"}, {"to": "back"}, {"to": self.target()}]))
            action |= {"ask": [KIND], "branch": [{"when": "$kind is fire"} | branch], "to": self.target()}
        return action | ({"undo": "20 seconds"} if self.maybe(4) else {})

    def standing(self) -> list[Part]:
        """Actions at any step."""
        among: list[Part] = [
            {"id": "words", "label": "Kata", "by": "requester", "unprompted": True,
             "ask": [{"id": "words", "type": "text", "set": "hint"}]},
            {"id": "place", "label": "Tempat", "by": "requester", "unprompted": True,
             "ask": [{"id": "position", "type": "location", "live": True}]},
            {"id": "note", "label": "Catatan", "by": ["holders", "operator"], "ask": [{"id": "note", "type": "text"}]},
            {"id": "stop", "label": "Batal", "by": "requester", "end": "stopped"},
            {"id": "help", "label": "Bantuan", "by": ["holders", "head_of_centre"], "beside": "help"},
            {"id": "kind", "label": "Jenis", "by": "operator", "ask": [KIND], "tell": SAY},
            {"id": "close", "label": "Tutup", "by": "operator", "end": "closed", "when": "$hint given"},
        ]  # fmt: skip
        if self.chosen != "first":
            among.append({"id": "send", "label": "Kirim", "by": "head_of_centre", "to": self.target()})
        if self.chosen == "form":
            among.append({"id": "call", "label": "Panggil", "by": "$officer", "during": "s0", "tell": SAY})
        return [one for one in among if self.maybe(2)]


ROLES = {"operator", "operator on duty", "admin", "head_of_department"}
EXTRA = {
    "id": "extra", "title": "Boleh juga", "by": "operator on duty", "optional": True, "within": "5 minutes",
    "actions": [
        {"id": "more", "label": "Tambah", "stay": True, "ask": [{"id": "more", "ask": "Apa?", "type": "text"}]},
        {"id": "enough", "label": "Cukup", "closes": "extra"},
    ],
}  # fmt: skip
HELP = {
    "id": "help", "title": "Bantuan", "by": "operator on duty", "aside": True, "within": "5 minutes",
    "ring": "15 seconds", "claim": {"label": "Bantu", "take_over": "Ambil", "release": "Lepas", "lapses": "1 minute"},
    "timers": [{"after": "15 seconds", "unless": "claimed", "widen": "head_of_centre"}],
    "actions": [{"id": "over", "label": "Selesai", "closes": "help"}],
}  # fmt: skip
MATES = [
    {
        "id": "mate", "title": "Ikut", "by": "$support", "each": True, "unanswered": {"after": "2 minutes"},
        "on_behalf": {"by": "operator", "label": "Atas nama"},
        "actions": [
            {"id": "ready", "label": "Siap", "to": "aid"},
            {"id": "unable", "label": "Tidak bisa", "closes": "mate"},
        ],
    },
    {
        "id": "aid", "title": "Di lokasi", "by": "$support", "each": True,
        "actions": [{"id": "finished", "label": "Selesai", "closes": "aid"}],
    },
]  # fmt: skip
SAME_EVENT = {"label": "Gabung", "part": "Pisah", "metres": 300, "within": "15 minutes", "by": "operator"}


@st.composite
def procedures(draw: Any) -> Procedure:
    """One file, read by the loader, and run as it is."""
    draft = Draft(draw, draw(st.integers(1, 4)), draw(st.sampled_from(["", "form", "first"])))
    line = [draft.step(at) for at in range(draft.length)]
    ending: Part = {"id": "fin", "title": "Selesai", "auto": True, "end": "done"}
    if draft.maybe():
        ending["branch"] = [{"when": "$kind is theft", "end": "reported"}]
    standing = draft.standing()
    steps = [*line, *([*MATES] if draft.chosen == "first" else []), ending]
    written = json.dumps([steps, standing])
    if '"extra"]' not in written.replace('"closes": ["extra"]', ""):
        for step in line:
            step["actions"][0].pop("closes", None)
    else:
        steps.append(EXTRA)
    if '"beside": "help"' in written:
        steps.append(HELP)
    form = [KIND, HINT, *([WHO] if draft.chosen == "form" else [])]
    file: Part = {
        "id": "drawn", "title": "Undian", "ticket": "XX", "lane": "alarm", "hours": "always",
        "open": {"by": "citizen", "command": "undian", "form": form, "once": True, "tell": SAY},
        "steps": steps, "standing": standing, "same_event": SAME_EVENT,
    }  # fmt: skip
    if draw(FLAG):
        file["undo"] = "30 seconds"
    found = parse(json.dumps(file), "drawn.yaml")
    assert [] == unrunnable(found)
    return found
