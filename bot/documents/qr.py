"""QR codes: of letters, which lead to their public state, and of places."""

import io

import segno

QUIET_ZONE = 4
"""Modules of white around it (ISO/IEC 18004)."""
PNG_MODULE_PX = 12


def letter_link(bot: str, code: str) -> str:
    """The link that a letter's code holds: for ever, and without a secret of the case."""
    return f"https://t.me/{bot}?start=v_{code}"


def svg(words: str) -> str:
    """The code as SVG; some of it may be dirty or torn."""
    drawn = io.BytesIO()
    segno.make(words, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, border=QUIET_ZONE)
    return drawn.getvalue().decode()


def png(words: str) -> bytes:
    """The code as a picture to print."""
    drawn = io.BytesIO()
    segno.make(words, error="m", micro=False).save(drawn, kind="png", scale=PNG_MODULE_PX, border=QUIET_ZONE)
    return drawn.getvalue()
