"""What must not be shown: in a log tokens, telephone numbers, positions and what people wrote; in an error a secret."""

import re
from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any

HIDDEN = "[redacted]"

# Fields of the Bot API and of ours that hold something personal, whatever their value looks like.
PERSONAL = frozenset(
    {
        *("address", "bio", "caption", "contact", "email", "file_id", "first_name", "fix", "full_name", "last_name"),
        *("lat", "latitude", "lng", "location", "lon", "longitude", "name", "personal", "phone", "phone_number"),
        *("place", "position", "query", "text", "title", "user_name", "username", "values", "vcard", "venue"),
        *("bot_token", "data_centre_secret", "password", "secret", "secret_token", "token"),
    }
)

_FIELD = "|".join(sorted(PERSONAL, key=len, reverse=True))
_QUOTED = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|\\+'.*?\\+'|\\+\".*?\\+\"|['\"].*"
_VALUE = rf"{_QUOTED}|\[[^\]]*\]|\{{[^}}]*\}}|\([^)]*\)|[^,;&)}}\]\n]+"
_DEGREES = r"[-+]?\d{1,3}[.,]\d{3,}"

PATTERNS = (
    # A bot's token, also within an address and percent-encoded.
    re.compile(r"(?<!\d)\d{5,20}(?::|%3A)[\w-]{20,}", re.IGNORECASE),
    # Values that errors of pydantic and SQLAlchemy quote.
    re.compile(r"(?<=input_value=).*?(?=, input_type=|$)", re.DOTALL),
    re.compile(r"(?<=\[parameters: ).*?(?=\]\s*(?:\n|$|\(Background))", re.DOTALL),
    # A personal field in JSON, in a repr, in a query string.
    re.compile(rf"(?<![^\W_])(?:{_FIELD})\\*['\"]?\s*[=:]\s*(?:{_VALUE})", re.IGNORECASE),
    # One or two decimal degrees.
    re.compile(r"\b(?:lat|lng|lon|latitude|longitude)\W{1,3}\d+[.,]\d+", re.IGNORECASE),
    re.compile(rf"(?<![\d.]){_DEGREES}°?\s*[,;/|\s]\s*{_DEGREES}(?!\d)"),
    # Telephone numbers: +62 812…, 0812…, 62812…, and any other with a plus.
    re.compile(r"(?<![\w.])(?:\+\d[\d\s().-]{6,18}\d|08[\d\s.-]{7,14}\d|628\d{8,11})(?!\w)"),
)


class Redaction:
    """Takes personal values and secrets out of a log entry, a structlog processor.

    `secrets` are hidden wherever they occur, even where nothing else gives them away.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        known = sorted((re.escape(secret) for secret in secrets if secret), key=len, reverse=True)
        self._secrets = re.compile("|".join(known)) if known else None

    def __call__(self, _logger: Any, _method: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        """The entry with every value redacted, nested ones too."""
        return {self.text(str(key)): self.value(key, value) for key, value in entry.items()}

    def text(self, text: str) -> str:
        """The text without secrets, telephone numbers, positions and personal fields."""
        if self._secrets:
            text = self._secrets.sub(HIDDEN, text)
        for pattern in PATTERNS:
            text = pattern.sub(HIDDEN, text)
        return text

    def value(self, key: object, value: Any, depth: int = 0) -> Any:
        """The value that stands under `key`, redacted; objects become their text, the eighth level is cut."""
        if value is None or isinstance(value, bool):
            return value
        if isinstance(key, str) and key.lower() in PERSONAL:
            return HIDDEN
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, int | float):
            return value if self.text(str(value)) == str(value) else HIDDEN
        if depth == 8:
            return HIDDEN
        if isinstance(value, Mapping):
            return {self.text(str(inner)): self.value(inner, item, depth + 1) for inner, item in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            if sum(isinstance(item, float) for item in value) > 1:
                return HIDDEN
            return [self.value(None, item, depth + 1) for item in value]
        return self.text(str(value))


def shape(secret: str) -> str:
    """What a secret looks like without being told: `123:Ab-` becomes `999:aa-`, at most 20 characters of it."""
    masked = re.sub(r"[^\W\d_]", "a", re.sub(r"\d", "9", one_line(secret)))
    return masked if len(masked) <= 20 else f"{masked[:20]}… {len(secret)} characters"


def one_line(value: str) -> str:
    """A value as an error shows it: without the password of an address, on one line."""
    shown = re.sub(r"(?<=//)[^/@\s]*@", "…@", value)
    return shown if shown.isprintable() else shown.encode("unicode_escape").decode()
