"""Numbers that come from outside: in an address, or in a field that nobody types in."""

import re

_WHOLE = re.compile(r"\d{1,18}", re.ASCII)  # what both databases can hold


def whole(text: str) -> int | None:
    """The number that ``text`` is, from 0 on; None where it is no number, or a larger one than any of ours.

    >>> whole("12"), whole("-1"), whole("9" * 30)
    (12, None, None)
    """
    return int(text) if _WHOLE.fullmatch(text) else None
