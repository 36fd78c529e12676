"""What people see of a text: nothing invisible, which could make a name look like another (UTS 39)."""

import unicodedata

_JOINERS = "\u200c\u200d"  # some scripts need them to be written rightly


def one_line(text: str) -> str:
    """The text in one line, without blanks around it and without what nobody sees.

    >>> one_line(" 县教育局\\u202e ")
    '县教育局'
    """
    seen = "".join(" " if char.isspace() else char for char in text if char.isspace() or _is_seen(char))
    return " ".join(seen.split())


def _is_seen(char: str) -> bool:
    return char in _JOINERS or not unicodedata.category(char).startswith("C")
