"""Several names in one cell of a table, read and written alike."""

import re

from wenming.rules.seen import one_line

_PARTS = re.compile(r"[、，,；;]")


def parts(text: str) -> list[str]:
    """The names in a cell: one a line where it has several lines, else parted by signs; no blanks, no doubles."""
    pieces = text.split("\n") if "\n" in text else _PARTS.split(text)
    return list(dict.fromkeys(name for piece in pieces if (name := one_line(piece))))


def joined(names: list[str]) -> str:
    """The names as one cell, such that ``parts`` finds them again."""
    if any(_PARTS.search(name) for name in names):
        return "\n".join(names) + ("\n" if len(names) == 1 else "")
    return "、".join(names)
