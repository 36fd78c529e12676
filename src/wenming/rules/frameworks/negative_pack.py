"""The negative list (负面清单) of a pack: what may not happen, and what follows from it by how the city stands.

negative:
- code: G15
  title: 重大安全事故
  sanctions:
  - {status: holder, effect: suspended, before: test, months: 12, suspended_months: 12}
  - {status: nominee, effect: points, before: test, months: 12, points: 3}
"""

from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from wenming.rules.frameworks.entries import Entries
from wenming.rules.frameworks.located import PackError, Value
from wenming.rules.scoring.negative import Effect, Entry, Sanction, Status

DAYS = ("test", "application")  # the days of a round from which a window counts back
_MONTHS = 12  # of a window and of a suspension, where the list says nothing
_MOST_MONTHS = 1200
Word = TypeVar("Word", Status, Effect)


def entries_of(entries: Entries) -> tuple[Entry, ...]:
    """The lines of the list; raises PackError."""
    lines: dict[str, int] = {}
    return entries.each("negative", lambda value: _entry(Entries(value, "negative"), lines))


def _entry(entries: Entries, lines: dict[str, int]) -> Entry:
    code = entries.text("code").strip()
    if not code:
        raise PackError("no_code", entries.line)
    if code in lines:
        raise PackError("code_twice", entries.line, item=code, first=str(lines[code]))
    lines[code] = entries.line
    entry = Entry(code, entries.text("title"), entries.each("sanctions", _sanction))
    _expect_nothing_more(entries)
    return entry


def _sanction(value: Value) -> Sanction:
    entries = Entries(value, "sanctions")
    before = entries.text("before") or DAYS[0]
    if before not in DAYS:
        raise PackError("not_one_of", value.line, name="before", text=before[:40], words="、".join(DAYS))
    sanction = Sanction(
        _word(entries, "status", Status),
        _word(entries, "effect", Effect),
        before,
        months=_months(entries, "months") if "months" in entries else _MONTHS,
        points=entries.number("points") or Fraction(0),
        suspended_months=_MONTHS if (months := _months(entries, "suspended_months")) is None else months,
    )
    _expect_nothing_more(entries)
    return sanction


def _months(entries: Entries, name: str) -> int | None:
    months = entries.whole(name)
    if months is not None and months > _MOST_MONTHS:
        raise PackError("too_large_number", entries.line, name=name, most=str(_MOST_MONTHS))
    return months


def _word(entries: Entries, name: str, words: type[Word]) -> Word:
    text = entries.text(name)
    if text not in set(words):
        raise PackError("not_one_of", entries.line, name=name, text=text[:40], words="、".join(words))
    return words(text)


def _expect_nothing_more(entries: Entries) -> None:
    if left := entries.more():
        raise PackError("not_known", entries.line, name=left[:40])


def written(entry: Entry) -> dict[str, object]:
    """The line as a pack writes it."""
    sanctions = [_written(one) for one in entry.sanctions]
    return _said({"code": entry.code, "title": entry.title, "sanctions": sanctions})


def _written(one: Sanction) -> dict[str, object]:
    told = {name: _plain(getattr(one, name)) for name in ("status", "effect", "before")}
    return (
        told
        | ({} if one.months == _MONTHS else {"months": one.months})
        | _said({"points": one.points})
        | ({} if one.suspended_months == _MONTHS else {"suspended_months": one.suspended_months})
    )


def _plain(value: object) -> object:
    return value.value if isinstance(value, StrEnum) else value


def _said(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value}
