"""Numbers that come from outside: in an address, or in a field that nobody types in."""

import re
from collections.abc import Iterable

_WHOLE = re.compile(r"\d{1,18}", re.ASCII)  # what both databases can hold


def whole(text: str) -> int | None:
    """The number that ``text`` is, from 0 on; None where it is no number, or a larger one than any of ours.

    >>> whole("12"), whole("-1"), whole("9" * 30)
    (12, None, None)
    """
    return int(text) if _WHOLE.fullmatch(text) else None


def keys_in(texts: Iterable[object]) -> list[int]:
    """Those of the texts that may be keys of rows.

    >>> keys_in(["12", "x", "9" * 30, 7])
    [12, 7]
    """
    return [key for text in texts if (key := whole(str(text))) is not None]
