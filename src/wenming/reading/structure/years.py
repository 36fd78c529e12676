"""From which year on a plan binds: what is told of earlier years is told of the past."""

import re

from wenming.reading.cleaning.view import Span

_YEAR = re.compile("20[0-9]{2}(?![0-9])")
# The date below a letter and the number above it stand alone in their lines.
_SIGNED = re.compile(r"20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日(?=[ \t\u3000]*(?:\n|$))")
_NUMBERED = re.compile(r"[〔\[](?P<year>20[0-9]{2})[〕\]]\s?第?[0-9]{1,4}号(?=[ \t\u3000]*(?:\n|$))")
_DEADLINE = re.compile(
    r"20[0-9]{2}(?=年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[底末]?(?:以前|之前|前)(?![^，。；\n]{0,6}的))"
)
_LONGEST_OFFICE = 20  # characters before the year of a paper's number


def first_year(text: str, title: Span | None, start: int, end: int) -> int | None:
    """The first year of the plan between two places of the view; None where it does not say.

    The title says it, else the date or the number of the letter; no deadline of the plan lies before it.
    """
    named = _YEAR.search(text, *title) if title else None
    years = [int(named[0])] if named else [*_of_letter(text, start, end)]
    if not years:
        return None
    return min([*years[:1], *(int(found[0]) for found in _DEADLINE.finditer(text, start, end))])


def _of_letter(text: str, start: int, end: int) -> list[int]:
    signed = [int(found[0][:4]) for found in _SIGNED.finditer(text, start, end) if _is_line(text, found.start(), 0)]
    numbered = (
        int(found["year"])
        for found in _NUMBERED.finditer(text, start, end)
        if _is_line(text, found.start(), _LONGEST_OFFICE)
    )
    return signed or [*numbered]


def _is_line(text: str, at: int, longest: int) -> bool:
    """Whether nothing but so many characters of a name stands before ``at`` in its line."""
    before = text[text.rfind("\n", 0, at) + 1 : at].strip()
    return len(before) <= longest and not re.search("[，。；（(]", before)
