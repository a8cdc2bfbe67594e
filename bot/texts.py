"""What the bot says, in every language: Fluent texts from `locales/<language>/*.ftl`, escaped here and nowhere else.

A key stands as a string literal where it is used: `say(…, "alarm-taken")`, `reply("alarm-taken")`,
`text: alarm-taken` in a procedure file, or as f"alarm-kind-{kind}", which uses every key with that beginning. Tests
hold sources and texts together: no junk, no missing and no unused key, the same variables in all languages.
"""

import html
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo
from decimal import Decimal
from pathlib import Path
from typing import Self

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.errors import TextError

# NUL and other controls but tab and newline, marks that turn the direction of writing, halves of surrogate pairs.
UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")

Value = str | int | float | Decimal
NOTHING: Mapping[str, Value] = {}


class Markup(str):
    """HTML in which everything that people wrote is escaped already."""

    __slots__ = ()


class Texts:
    """The texts of all languages."""

    def __init__(
        self,
        bundles: Mapping[str, FluentBundle],
        patterns: Mapping[str, Mapping[str, Pattern]],
        names: Mapping[str, frozenset[str]],
    ) -> None:
        """`names` are the values that each text asks for, in whatever language."""
        self._bundles, self._patterns, self._names = bundles, patterns, names

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read `<language>/*.ftl` under `path`; raises `TextError` for junk, an empty text or a key told twice."""
        bundles: dict[str, FluentBundle] = {}
        patterns: dict[str, dict[str, Pattern]] = {}
        asked = Asked()
        for folder in sorted(entry for entry in path.iterdir() if entry.is_dir()):
            language = folder.name
            bundles[language] = FluentBundle([language], use_isolating=False)
            seen: set[str] = set()
            for file in sorted(folder.glob("*.ftl")):
                resource = FluentResource(file.read_text(encoding="utf-8"))
                for name in _entries(resource, language, file):
                    if name in seen:
                        raise TextError(key=name, language=language, reason=f"told twice, again in {file.name}")
                    seen.add(name)
                bundles[language].add_resource(resource)
                asked.visit(resource)
            keys = [name for name in seen if not name.startswith("-")]
            patterns[language] = {key: _pattern(bundles[language], language, key) for key in keys}
        return cls(bundles, patterns, asked.names())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are texts in."""
        return tuple(self._bundles)

    def has(self, key: str) -> bool:
        """Whether every language knows the key."""
        return all(key in patterns for patterns in self._patterns.values())

    def keys(self, language: str) -> frozenset[str]:
        """The keys of a language; raises `TextError` for a language without texts."""
        if language not in self._patterns:
            raise TextError(key="*", language=language, reason="no such language")
        return frozenset(self._patterns[language])

    def say(self, language: str, key: str, known: Mapping[str, Value] = NOTHING, /, **values: Value) -> Markup:
        """The text as Telegram HTML; what is not `Markup` among the values is cleaned and escaped.

        What it names is taken from the values, else from what is `known`.
        Numbers are counts, grouped as the language does (1.234); a year, an id or a time is passed as a string.
        Raises `TextError` for an unknown key, a missing value, or a value that is no text and no number.
        """
        given = {
            name: values[name] if name in values else known[name]
            for name in self._names.get(key, ())
            if name in values or name in known
        }
        return Markup(self._format(language, key, {name: _escaped(value) for name, value in given.items()}))

    def label(self, language: str, key: str, **values: Value) -> str:
        """The text without markup, for what Telegram does not parse: buttons, answers to presses, commands."""
        plain = {name: clean(value) if isinstance(value, str) else value for name, value in values.items()}
        return self._format(language, key, plain)

    def _format(self, language: str, key: str, values: dict[str, Value]) -> str:
        pattern = self._patterns.get(language, {}).get(key)
        if pattern is None:
            raise TextError(key=key, language=language, reason="no such text")
        for name, value in values.items():
            if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
                raise TextError(key=key, language=language, reason=f"{name} is a {type(value).__name__}")
        text, errors = self._bundles[language].format_pattern(pattern, values)
        if errors:
            raise TextError(key=key, language=language, reason=errors[0])
        return str(text)


class Asked(Visitor):
    """Which values each text asks for, those of texts that it quotes included."""

    def __init__(self) -> None:
        self._variables: dict[str, set[str]] = {}
        self._quotes: dict[str, set[str]] = {}
        self._key = ""

    def names(self) -> dict[str, frozenset[str]]:
        """The values by key."""
        return {key: frozenset(self._of(key)) for key in self._variables}

    def visit_Message(self, node: ast.Message) -> None:  # noqa: N802 - the name Visitor calls
        self._key = node.id.name
        self._variables.setdefault(self._key, set())
        self.generic_visit(node)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self._variables.setdefault(self._key, set()).add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self._quotes.setdefault(self._key, set()).add(node.id.name)

    def visit_Term(self, node: ast.Term) -> None:  # noqa: N802
        """A term knows nothing but what it is called with."""

    def _of(self, key: str) -> set[str]:
        quoted = (self._of(other) for other in self._quotes.get(key, ()))
        return self._variables.get(key, set()).union(*quoted)


def _entries(resource: ast.Resource, language: str, file: Path) -> Iterator[str]:
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            line = (entry.content or "").strip().partition("\n")[0]
            raise TextError(key=f"in {file.name}", language=language, reason=f"cannot be read from: {line}")
        if isinstance(entry, ast.Term):
            yield f"-{entry.id.name}"
        elif isinstance(entry, ast.Message):
            yield entry.id.name


def _pattern(bundle: FluentBundle, language: str, key: str) -> Pattern:
    if (pattern := bundle.get_message(key).value) is None:
        raise TextError(key=key, language=language, reason="empty")
    return pattern


def _escaped(value: Value) -> Value:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return html.escape(clean(value), quote=False).replace('"', "&quot;")


def clean(text: str) -> str:
    """What somebody wrote, without NUL, controls, direction marks and broken characters; newlines are `\\n`."""
    return UNWANTED.sub("", re.sub(r"\r\n?|[\u2028\u2029]", "\n", text))


def local_time(at: datetime, zone: tzinfo) -> str:
    """A moment as people there read it, such as `14:02`; raises `ValueError` for one without a zone."""
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return f"{at.astimezone(zone):%H:%M}"
