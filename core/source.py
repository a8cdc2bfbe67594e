"""A YAML text with the line of everything in it, and pydantic's errors put in plain English."""

from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from core.fault import Fault, FaultyText, did_you_mean
from core.grammar import Part

Place = Sequence[int | str]
DEEPEST = 30
MOST = 20_000
"""Levels and entries of a file; an anchor that holds itself has more."""

FOLD = "\a"
"""What the round-trip reader of ruamel.yaml leaves where it folded a line."""


class Source:
    """A YAML 1.2 text: `09:30`, `no` and dates are text. Raises FaultyText where it is not YAML, or repeats a key."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._lines: dict[tuple[int | str, ...], int] = {(): 1}
        self._repeated: list[Fault] = []
        try:
            root: Node | None = YAML(typ="rt").compose(StringIO(text))
        except YAMLError as error:
            raise FaultyText([self._broken(error)]) from error
        except RecursionError as error:
            raise FaultyText([Fault(file, 1, None, f"at most {DEEPEST} levels")]) from error
        self.data = self._plain(root, ())
        if self._repeated:
            raise FaultyText(self._repeated)

    def line(self, place: Place) -> int:
        """The line of what stands at `place`, or of the nearest thing around it."""
        return self._lines[self._nearest(place)]

    def value(self, place: Place) -> Any:
        """What stands at `place`, or at the nearest thing around it."""
        node = self.data
        for key in self._nearest(place):
            node = node[key]
        return node

    def fault(self, place: Place, value: str | None, expected: str) -> Fault:
        """A fault at `place`."""
        return Fault(self.file, self.line(place), value, expected)

    def faults(self, error: ValidationError, parts: Mapping[int, type[Part]]) -> list[Fault]:
        """What pydantic found; `parts` says by identity which part was expected at a mapping."""
        found: dict[tuple[int, str], Fault] = {}
        missing = []
        for fault in (self._fault(detail, parts) for detail in error.errors(include_url=False)):
            if fault.value is None:
                missing.append(fault)
                continue
            # Each member of a union says what it expected: the author may choose.
            other = found.get((fault.line, fault.value))
            expected = f"{other.expected} or {fault.expected}" if other is not None else fault.expected
            found[fault.line, fault.value] = Fault(self.file, fault.line, fault.value, expected)
        return [*found.values(), *missing]

    def _fault(self, detail: ErrorDetails, parts: Mapping[int, type[Part]]) -> Fault:
        place, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
        if kind == "missing":
            return self.fault(place[:-1], None, f"{place[-1]}: in {_noun(parts.get(id(self.value(place[:-1]))))}")
        if kind == "extra_forbidden":
            part = parts.get(id(self.value(place[:-1])))
            keys = part.keys() if part is not None else frozenset()
            return self.fault(place, str(place[-1]), f"a key of {_noun(part)}{did_you_mean(str(place[-1]), keys)}")
        if kind in ("union_tag_invalid", "union_tag_not_found"):
            types = [name.strip("' ") for name in str(context.get("expected_tags", "")).split(",")]
            given = context.get("tag")
            guess = did_you_mean(str(given), types) if given is not None else ""
            among = f"one of {', '.join(types)}" if given is not None else "the type of the question"
            return self.fault((*place, "type"), given and str(given), f"type: {among}{guess}")
        shown = _shown(detail["input"])
        if kind in ("literal_error", "enum"):
            among = str(context["expected"]).replace("'", "")
            return self.fault(place, shown, f"{among}{did_you_mean(shown, among.replace(' or ', ', ').split(', '))}")
        return self.fault(place, shown, _EXPECTED.get(kind) or detail["msg"].removeprefix("Value error, "))

    def _nearest(self, place: Place) -> tuple[int | str, ...]:
        # A place of pydantic's also names the member of a union that it tried; the text knows nothing of those.
        known: tuple[int | str, ...] = ()
        for key in place:
            known = (*known, key) if (*known, key) in self._lines else known
        return known

    def _plain(self, node: Node | None, place: tuple[int | str, ...]) -> Any:
        if len(place) > DEEPEST or len(self._lines) > MOST:
            raise FaultyText([self.fault(place, None, f"at most {DEEPEST} levels and {MOST} entries")])
        if isinstance(node, MappingNode):
            return self._mapping(node, place)
        if isinstance(node, SequenceNode):
            for index, item in enumerate(node.value):
                self._lines[(*place, index)] = item.start_mark.line + 1
            return [self._plain(item, (*place, index)) for index, item in enumerate(node.value)]
        return _scalar(node.tag or "", node.value.replace(FOLD, "")) if node is not None else None

    def _mapping(self, node: MappingNode, place: tuple[int | str, ...]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, ScalarNode):
                raise FaultyText([Fault(self.file, line, None, "a key of plain words")])
            if key.value in found:
                self._repeated.append(Fault(self.file, line, key.value, "each key once"))
                continue
            self._lines[(*place, key.value)] = line
            found[key.value] = self._plain(value, (*place, key.value))
        return found

    def _broken(self, error: YAMLError) -> Fault:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        if mark is None:
            return Fault(self.file, 1, None, f"YAML ({' '.join(str(error).split())})")
        lines = self.text.splitlines()
        found = lines[mark.line].strip() if mark.line < len(lines) else None
        problem = str(getattr(error, "problem", None) or "it breaks off")
        return Fault(self.file, mark.line + 1, found, f"YAML ({problem})")


def _scalar(tag: str, text: str) -> Any:
    kind = tag.rpartition(":")[2]
    try:
        if kind == "int":
            return int(text, 0 if text.strip("+-")[:2] in ("0x", "0o") else 10)
        if kind == "float":
            return float(text)
    except ValueError:
        return text
    return {"bool": text.lower() == "true", "null": None}.get(kind, text)


_EXPECTED = {
    "string_type": "text (in quotes where it looks like something else)",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "string_too_short": "some words",
    "too_short": "more entries",
}
_NOUNS = {
    "standing": "a standing action",
    "entry": "open:",
    "onbehalf": "on_behalf:",
    "yesnofield": "a yes_no question",
}


def _noun(part: type[Part] | None) -> str:
    if part is None:
        return "this part"
    name = part.__name__.lower()
    if name in _NOUNS:
        return _NOUNS[name]
    if name.endswith("field"):
        return f"a {name.removesuffix('field')} question"
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _shown(value: Any) -> str:
    if isinstance(value, (dict, list)):
        return str(value["id"]) if isinstance(value, dict) and "id" in value else "this"
    text = "nothing" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"
