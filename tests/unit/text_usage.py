"""Which texts the sources use, and which values the texts take."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from fluent.runtime import FluentResource
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from ruamel.yaml import YAML

KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
SAYERS = {"say", "label", "Text", "reply", "toast", "Wrong"}


@dataclass(frozen=True)
class Usage:
    """What is asked for by name, every string there is, and the beginnings of keys that are put together."""

    asked: frozenset[str]
    literals: frozenset[str]
    beginnings: frozenset[str]

    @classmethod
    def of(cls, sources: Path, procedures: Iterable[Path]) -> Self:
        """Scan `*.py` under `sources`, and the procedure files."""
        asked: set[str] = set()
        literals: set[str] = set()
        beginnings: set[str] = set()
        for file in sources.rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    literals.add(node.value)
                elif isinstance(node, ast.Call) and _name(node.func) in SAYERS:
                    asked.update(_keys(node.args))
                    beginnings.update(_beginnings(node.args))
        for procedure in procedures:
            asked.update(_told(YAML(typ="safe").load(procedure)))
        return cls(frozenset(asked), frozenset(literals), frozenset(beginnings))

    def uses(self, key: str) -> bool:
        """Whether that key is said anywhere."""
        return key in self.asked | self.literals or any(key.startswith(start) for start in self.beginnings)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _strings(expressions: Iterable[ast.expr]) -> Iterator[ast.Constant | ast.JoinedStr]:
    for expression in expressions:
        if isinstance(expression, ast.Constant | ast.JoinedStr):
            yield expression
        elif isinstance(expression, ast.IfExp):
            yield from _strings((expression.body, expression.orelse))


def _keys(arguments: Iterable[ast.expr]) -> Iterator[str]:
    for one in _strings(arguments):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and KEY.fullmatch(one.value):
            yield one.value


def _beginnings(arguments: Iterable[ast.expr]) -> Iterator[str]:
    for one in _strings(arguments):
        if isinstance(one, ast.JoinedStr) and isinstance(one.values[0], ast.Constant):
            yield str(one.values[0].value)


def _told(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "text" and isinstance(value, str) and KEY.fullmatch(value):
                yield value
            else:
                yield from _told(value)
    elif isinstance(data, list):
        for value in data:
            yield from _told(value)


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the name Visitor calls
        self.found.add(node.id.name)


def variables(folder: Path) -> dict[str, set[str]]:
    """The values that each text of a language takes, by key."""
    taken: dict[str, set[str]] = {}
    for file in folder.glob("*.ftl"):
        for entry in FluentResource(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                visitor = _Variables()
                visitor.visit(entry)
                taken[entry.id.name] = visitor.found
    return taken
