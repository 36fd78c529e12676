"""Dates: by when, or from when to when (6月底前, 从5月份至10月份, 2019年上半年, 第三季度末)."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from wenming.reading.model import DateRange, Term, TermKind
from wenming.reading.numerals import parse_number
from wenming.reading.terms.clauses import opens_clause

_WILD = "XX|xx|××|[*]{2,4}"
_YEAR = rf"[0-9]{{4}}|[一二][〇○零一二三四五六七八九]{{3}}|{_WILD}"
_MONTH = "[0-9]{1,2}|十[一二]?|[一二三四五六七八九]"
_DAY = "[0-9]{1,2}|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九]|三十一?"
_TO = "(?:-{1,2}|至|到)"


def _point(side: str) -> str:
    """One point in time: year, month and day or the part of the year, each of which may be missing."""
    year = rf"(?P<year{side}>{_YEAR})(?:年度?|(?={_TO}[0-9]{{4}}年))(?:间|期间)?|(?P<this{side}>今年)"
    half = rf"(?P<half{side}>[上下])半年"
    quarter = rf"第?(?P<quarter{side}>[一二三四1-4])季度"
    month = rf"(?P<month{side}>{_MONTH})(?:月份?|(?={_TO}(?:{_MONTH})月))"
    day = rf"(?P<day{side}>{_DAY})(?:[日号]|(?={_TO}(?:{_DAY})[日号]))"
    part = rf"(?P<part{side}>年底|年末|年内|年初|[上中下]旬|[底末初])"
    within = rf"(?:{half}|{quarter}|{month}(?:{day})?)"
    some = re.sub(r"\(\?P<\w+>", "(?:", f"{year}|{within}")
    return rf"(?={some})(?:{year})?(?:{within})?(?:{part})?"


_NUMERIC = (
    r"(?P<yearN>(?:19|20)[0-9]{2})(?P<sign>[./-])(?P<monthN>[0-9]{1,2})(?:(?P=sign)(?P<dayN>[0-9]{1,2}))?(?![0-9])"
)
_DATE = re.compile(
    rf"(?<![0-9A-Za-z每第〔\[十去上])(?:{_NUMERIC}|(?P<start>{_point('A')})(?:起|开始)?"
    rf"(?:{_TO}(?P<stop>{_point('B')}|(?P<onlyB>{_DAY})[日号]))?)(?P<edge>以前|之前|前|止|为止|起|以后|之后|后|开始)?"
)
_YEAR_END = re.compile(r"(?<![0-9年每去])年(?:底|末|内)(?P<edge>以前|之前|前)?")
_TOWARDS = re.compile(r"(?:到|至|截至|截止到?|力争|确保|在)$")
_ATTRIBUTE = re.compile(r"度|版|级|届|[^,;。]{0,6}的|第|以来")
_NOT_BY = ("力争", "确保", "在")
_FEASTS = {"元旦": "--01-01", "三八": "--03-08", "五一": "--05-01", "五四": "--05-04", "六一": "--06-01"} | {
    "七一": "--07-01",
    "八一": "--08-01",
    "十一": "--10-01",
    "国庆": "--10-01",
}
_FEAST = re.compile(rf"[“\"](?P<feast>{'|'.join(_FEASTS)})(?:节)?[”\"]")


@dataclass(frozen=True, slots=True)
class Point:
    """A point or stretch of time as it was written; ``year`` None where it is missing."""

    year: int | None
    first: int | None = None
    last: int | None = None
    day: int | None = None

    @property
    def is_possible(self) -> bool:
        """Whether the calendar knows it."""
        if self.year is not None and not 1900 <= self.year <= 2100:
            return False
        if self.first is None or self.last is None:
            return True
        if not 1 <= self.first <= self.last <= 12:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or 2024, self.last)[1]

    def iso(self, month: int | None) -> str:
        """ISO 8601 in the precision that is given; ``--`` for a missing year."""
        year = f"{self.year:04}" if self.year is not None else "-"
        text = year if month is None else f"{year}-{month:02}"
        return text if self.day is None else f"{text}-{self.day:02}"


def find_dates(text: str) -> Iterator[Term]:
    """All dates of ``text`` that the calendar knows."""
    for match in _DATE.finditer(text):
        value = _value(text, match)
        if value:
            start = _start(text, match)
            yield Term(TermKind.DATE, start, match.end(), value)
    for match in _YEAR_END.finditer(text):
        yield Term(TermKind.DATE, match.start(), match.end(), DateRange(None, "--12"))
    for match in _FEAST.finditer(text):
        day = _FEASTS[match["feast"]]
        yield Term(TermKind.DATE, match.start(), match.end(), DateRange(day, day))


def impossible_dates(text: str) -> Iterator[tuple[int, int]]:
    """Places of dates that cannot be (0403年, 13月, 2月30日)."""
    for match in _DATE.finditer(text):
        if not all(point.is_possible for point in _points(match)):
            yield match.span()


def _start(text: str, match: re.Match[str]) -> int:
    towards = _TOWARDS.search(text, max(0, match.start() - 3), match.start())
    return towards.start() if towards and towards[0] not in _NOT_BY else match.start()


def _points(match: re.Match[str]) -> list[Point]:
    if match["yearN"]:
        month = int(match["monthN"])
        return [Point(int(match["yearN"]), month, month, int(match["dayN"]) if match["dayN"] else None)]
    first = _one(match, "A", None)
    if not match["stop"]:
        return [first]
    if match["onlyB"]:
        return [first, Point(first.year, first.first, first.last, _int(match["onlyB"]))]
    return [first, _one(match, "B", first.year)]


def _one(match: re.Match[str], side: str, year: int | None) -> Point:
    written = match[f"year{side}"]
    year = _int(written) if written and written[0] not in "Xx×*" else year
    first, last = _months(match, side)
    return Point(year, first, last, _int(match[f"day{side}"]))


def _months(match: re.Match[str], side: str) -> tuple[int | None, int | None]:
    if match[f"half{side}"]:
        return (1, 6) if match[f"half{side}"] == "上" else (7, 12)
    if match[f"quarter{side}"]:
        quarter = _int(match[f"quarter{side}"]) or 1
        return 3 * quarter - 2, 3 * quarter
    if match[f"month{side}"]:
        month = _int(match[f"month{side}"])
        return month, month
    if match[f"this{side}"] or (match[f"part{side}"] or "").startswith("年") or match[f"part{side}"] in ("底", "末"):
        return (12, 12)
    return None, None


def _int(numeral: str | None) -> int | None:
    value = parse_number(numeral) if numeral else None
    return None if value is None else int(value)


def _value(text: str, match: re.Match[str]) -> DateRange | None:
    points = _points(match)
    if not all(point.is_possible for point in points):
        return None
    first, last = points[0], points[-1]
    if first.first is None and len(points) == 1 and not _is_deadline(text, match) and not _is_own_year(text, match):
        return None
    if len(points) == 2:
        return DateRange(first.iso(first.first), last.iso(last.last))
    if match["edge"] in ("起", "以后", "之后", "后", "开始"):
        return DateRange(first.iso(first.first), None)
    if _is_deadline(text, match):
        return DateRange(None, last.iso(last.last))
    return DateRange(first.iso(first.first), last.iso(last.last))


def _is_own_year(text: str, match: re.Match[str]) -> bool:
    """A bare year binds where it opens a clause (2021年全面推广), not as an attribute (2020年版, 推动2017年立项的项目)."""
    if not (match["start"] and match["yearA"] and match["yearA"][0] in "12"):
        return False
    return opens_clause(text, match.start()) and not _ATTRIBUTE.match(text, match.end())


def _is_deadline(text: str, match: re.Match[str]) -> bool:
    part = match["partA"] if match["start"] else None
    if match["edge"] or (match["start"] and match["thisA"] and not match["monthA"]):
        return True
    if part and part[-1] in "底末内":
        return True
    towards = _TOWARDS.search(text, max(0, match.start() - 3), match.start())
    return bool(towards and towards[0] not in _NOT_BY)
