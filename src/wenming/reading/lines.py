"""Which line of a text an offset stands in, as an editor counts lines."""

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of one text; finding a line takes a search by halves, not a walk."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def number(self, offset: int) -> int:
        """The line, from 1, in which the character at ``offset`` (code points) stands."""
        return bisect_right(self._starts, offset)
