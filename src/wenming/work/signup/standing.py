"""Whether a sign-up takes names at a moment. Pure."""

from datetime import datetime
from enum import StrEnum


class Standing(StrEnum):
    """Before, while, or after it is open."""

    BEFORE = "before"
    OPEN = "open"
    CLOSED = "closed"


def standing(opens: datetime, closes: datetime, at: datetime) -> Standing:
    """How it stands at that moment; the last moment is still open."""
    if at < opens:
        return Standing.BEFORE
    return Standing.CLOSED if at > closes else Standing.OPEN
