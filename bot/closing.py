"""Saya aman, and Batal after the position: a wish that the case keeps until an operator decides."""

from core.case import Case

VALUE = "asks_close"


def is_asked(case: Case | None) -> bool:
    """Whether the requester has asked to close the case and has not taken it back."""
    return case is not None and case.values.get(VALUE) is True
