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

from bot.errors import TextError

# NUL and other controls but tab and newline, marks that turn the direction of writing, halves of surrogate pairs.
UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")

Value = str | int | float | Decimal


class Markup(str):
    """HTML in which everything that people wrote is escaped already."""

    __slots__ = ()


class Texts:
    """The texts of all languages."""

    def __init__(self, bundles: Mapping[str, FluentBundle], patterns: Mapping[str, Mapping[str, Pattern]]) -> None:
        self._bundles = bundles
        self._patterns = patterns

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read `<language>/*.ftl` under `path`; raises `TextError` for junk, an empty text or a key told twice."""
        bundles: dict[str, FluentBundle] = {}
        patterns: dict[str, dict[str, Pattern]] = {}
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
            keys = [name for name in seen if not name.startswith("-")]
            patterns[language] = {key: _pattern(bundles[language], language, key) for key in keys}
        return cls(bundles, patterns)

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

    def say(self, language: str, key: str, **values: Value) -> Markup:
        """The text as Telegram HTML; what is not `Markup` among the values is cleaned and escaped.

        Numbers are counts, grouped as the language does (1.234); a year, an id or a time is passed as a string.
        Raises `TextError` for an unknown key, a missing value, or a value that is no text and no number.
        """
        return Markup(self._format(language, key, {name: _escaped(value) for name, value in values.items()}))

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
