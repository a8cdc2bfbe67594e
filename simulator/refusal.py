"""What Telegram answers instead of a result."""

from typing import Any


class Refusal(Exception):
    """{description}"""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The answer's JSON object (https://core.telegram.org/bots/api#making-requests)."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(reason: str) -> Refusal:
    """400 with Telegram's prefix."""
    return Refusal(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> Refusal:
    """403 with Telegram's prefix."""
    return Refusal(403, f"Forbidden: {reason}")


def too_many_requests(retry_after: int) -> Refusal:
    """429 with the seconds to wait."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
