"""Dates as a reading keeps them: ISO 8601 in the precision that is given, ``--`` where the year is missing."""

import re
from calendar import monthrange

_DATE = re.compile(r"(?:(?P<year>\d{4})|-)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)
_TYPED = re.compile(  # 9月30日, 6月底, 2026年6月, 2026.6.30, 2026/6, 9-30
    r"(?:(?P<year>[12]\d{3})\s*[年./-])?\s*(?P<month>\d{1,2})\s*(?:月份?底?|(?:[月./-]\s*(?P<day>\d{1,2})\s*日?))?"
    r"|(?P<whole>[12]\d{3})\s*年?底?",
    re.ASCII,
)
_LEAP_YEAR = 2024  # without a year, 29 February may be


def is_date(text: str) -> bool:
    """Whether it is such a date, and one of the calendar.

    >>> is_date("2026"), is_date("2026-06"), is_date("--06-30"), is_date("2026-02-29")
    (True, True, True, False)
    """
    found = _DATE.fullmatch(text)
    if not found or not (found["year"] or found["month"]) or found["year"] == "0000":
        return False
    month = int(found["month"] or 1)
    if not 1 <= month <= 12:
        return False
    return 1 <= int(found["day"] or 1) <= monthrange(int(found["year"] or _LEAP_YEAR), month)[1]


def typed_date(words: str) -> str | None:
    """The date that a person typed, in any of the ways that people write one; None where it is none.

    >>> [typed_date(words) for words in ("9月30日", "2026年6月底", "2026.6.30", "--06", "2026", "2月30日")]
    ['--09-30', '2026-06', '2026-06-30', '--06', '2026', None]
    """
    found = None if is_date(words) else _TYPED.fullmatch(words.strip())
    if found:
        year = found["year"] or found["whole"]
        parts = [part.zfill(2) for part in (found["month"], found["day"]) if part]
        words = "-".join([year or "-", *parts])
    return words if is_date(words) else None


def is_backwards(start: str, end: str) -> bool:
    """Whether a range ends before it starts, as far as both are precise; without a year it may run over its turn.

    >>> is_backwards("2026-06-30", "2026-05"), is_backwards("2026-06-30", "2026-06"), is_backwards("--11", "--02")
    (True, False, False)
    """
    if start.startswith("-") or end.startswith("-"):
        return False
    return start[: len(end)] > end[: len(start)]
