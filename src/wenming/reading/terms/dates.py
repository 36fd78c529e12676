"""Dates: by when, or from when to when (6月底前, 从5月份至10月份, 2019年上半年, 第三季度末)."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from wenming.reading.model import DateRange, Term, TermKind
from wenming.reading.numerals import parse_number
from wenming.reading.terms.clauses import opens_clause

_WILD = r"20[Xx×*_]{2}|[Xx×]{2}|[*_]{2,4}"  # a year that was blanked out
_YEAR = rf"[0-9]{{4}}|[一二][〇零一二三四五六七八九]{{3}}|{_WILD}"
_MONTH = "[0-9]{1,2}|十[一二]?|[一二三四五六七八九]"
_DAY = "[0-9]{1,2}|二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?|[一二三四五六七八九]"
_WILD_DAY = "(?:[Xx×*_○]{1,3}日|日(?=以?前|之前|[至到-]))"  # 3月xx日前, 3月 日前
_TO = "(?:-{1,3}|至|到)"


def _point(side: str) -> str:
    """One point in time: a year, a month and day or a part of the year; either may be missing. ``side``: A or B."""
    year = rf"(?P<year{side}>{_YEAR})(?:年(?:度(?=[上第]))?|(?={_TO}[0-9]{{4}}年))(?:间|期间)?|(?P<this{side}>今年)"
    half = rf"(?P<half{side}>[上下])半年"
    quarter = rf"第?(?P<quarter{side}>[一二三四1-4])季度"
    month = rf"(?P<month{side}>{_MONTH})(?:月份?|(?={_TO}(?:{_MONTH})月))"
    day = rf"(?P<day{side}>{_DAY})(?:[日号]|(?={_TO}(?:{_DAY})[日号]))"
    part = rf"(?P<part{side}>年底|年末|年内|[上中下]旬|[底末初])"
    within = rf"(?:{half}|{quarter}|{month}(?:{day}|{_WILD_DAY})?)"
    some = re.sub(r"\(\?P<\w+>", "(?:", f"{year}|{within}")
    return rf"(?={some})(?:{year})?(?:{within})?(?:{part})?"


def _dotted(side: str) -> str:
    """2021.3.1, 2021-03-01, 2021/3: a year and a month, maybe a day, between like signs."""
    return (
        rf"(?P<dotted{side}>(?:19|20)[0-9]{{2}})(?P<sign{side}>[./-])(?P<dotmonth{side}>[0-9]{{1,2}})"
        rf"(?:(?P=sign{side})(?P<dotday{side}>[0-9]{{1,2}}))?(?![0-9年月])"
    )


_BEGIN = re.compile(r"[0-9Xx×*_今上下第一二三四五六七八九十](?<![0-9A-Za-z每第〔\[十去上].)(?=.{0,5}[年月季至到./-])")
_DATE = re.compile(
    rf"(?:{_dotted('A')}(?:{_TO}{_dotted('B')})?"
    rf"|(?P<first>{_point('A')})(?:起|开始)?(?:{_TO}(?P<last>{_point('B')}|(?P<onlyB>{_DAY})[日号]))?)"
    r"(?P<edge>以前|之前|前(?!后)|(?:上午|下午|中午|晚上|[下上]班)[^,。;]{0,7}前|[0-9]{1,2}(?:[时点]|:[0-9]{2})前|止|为止|起|以后|之后|后|开始)?"
)
_YEAR_END = re.compile(
    r"年(?<![0-9年学每去半一二两三四五六七八九十几].)(?:底(?!有)|末|内(?!被|受到|发生|出现))(?:以前|之前|前)?"
)
_OPENED = re.compile(r"(?:起|开始|后)$")
_TOWARDS = re.compile(r"(?:到|至|截至|截止到?|不[迟晚]于|最迟)$")
_ALSO = re.compile(r"(?:到|至)20[0-9]{2}年底?[、和]$")  # 到2022年和2030年
_ATTRIBUTE = re.compile(r"度|版|级|届|第|以来|是|[^,;。]{0,10}的")
_REACHED = re.compile("再?(?:(?:增加?|提高|提升|扩大)[到至]|达到?|力争|计划|新增|新建|完成|建成)")
_OLD = re.compile(r"(?:建成|登记|出生|取得|入库|形成|注册|立项|开工)(?:[^,;。]{0,2}|[^,;。全统]{3,4})的")
_IN_FORCE = re.compile(r"起?(?:开始)?(?:施行|试行|执行|生效)|考评分|得分|分值|成绩")
_RHYTHM = re.compile(r"[一二三四五六七八九十]月$")
_NO_DEADLINE = re.compile("是|(?:国庆|元旦|春节|中秋|“)")  # 今年是…; 今年国庆前 has its day
# The end of a five-year plan: the tenth ended in 2005, each ends five years after the one before it.
_PLAN_END = re.compile(
    r"十(?P<number>[三四五六七八九])五[”\"]?(?:规划)?(?:期间?)?(?:末(?![端尾])|结束)年?(?:以前|之前|前)?"
)
_PLAN_TOWARDS = re.compile(r"(?:(?:到|至|截至|截止到?)?[“\"]|到|至|截至|截止到?)$")
_BOTH_HALVES = re.compile("上、?$")  # 上、下半年各一次 is a frequency
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LEAP_YEAR = 2024  # for a day without a year, 2月29日 is possible
_FEASTS = {"元旦": "--01-01", "三八": "--03-08", "五一": "--05-01", "五四": "--05-04", "六一": "--06-01"} | {
    "七一": "--07-01",
    "八一": "--08-01",
    "十一": "--10-01",
    "国庆": "--10-01",
}
_QUOTED_FEAST = rf"(?<=[“\"])(?:{'|'.join(_FEASTS)})节?[”\"]"
_BARE_FEAST = r"(?<![迎庆贺喜“\"]..)节?(?![路街镇村”\"])"
_FEAST = re.compile(
    rf"[“\"元国](?:{_QUOTED_FEAST}|(?<=元)旦{_BARE_FEAST}|(?<=国)庆{_BARE_FEAST})(?P<before>前(?![夕后期]))?"
)
_YEAR_BEFORE = re.compile(r"(?P<year>20[0-9]{2})年$")  # 2027年国庆节前
_TWO_MONTHS = re.compile("、(?<=[0-9]、)(?P<last>[0-9]{1,2})月份?(?![0-9])")
_MONTH_BEFORE = re.compile(r"(?<![0-9月、.])[0-9]{1,2}$")
_ITEM_STARTS = ("", "\n", ")", "。", ";")
_SHORT_DAY = re.compile(r"\.(?<=[0-9]\.)(?P<day>[0-9]{1,2})[日号]?(?:以前|之前|前)")


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of time as it was written: months ``first`` to ``last`` of ``year``, a ``day``; None where missing."""

    year: int | None
    first: int | None = None
    last: int | None = None
    day: int | None = None

    @property
    def is_possible(self) -> bool:
        """Whether the calendar knows it and a plan can mean it."""
        if self.year is not None and not _FIRST_YEAR <= self.year <= _LAST_YEAR:
            return False
        if self.first is None or self.last is None:
            return True
        if not 1 <= self.first <= self.last <= 12:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or _LEAP_YEAR, self.last)[1]

    @property
    def start(self) -> str:
        """Its first month or day in ISO 8601."""
        return self._iso(self.first)

    @property
    def end(self) -> str:
        """Its last month or day in ISO 8601."""
        return self._iso(self.last)

    def _iso(self, month: int | None) -> str:
        year = "-" if self.year is None else f"{self.year:04}"
        text = year if month is None else f"{year}-{month:02}"
        return text if self.day is None else f"{text}-{self.day:02}"


def find_dates(text: str) -> Iterator[Term]:
    """All dates of the folded ``text`` that the calendar knows."""
    for match in _matches(text):
        value = _value(text, match)
        if value:
            towards = _TOWARDS.search(text, max(0, match.start() - 3), match.start())
            yield Term(TermKind.DATE, towards.start() if towards else match.start(), match.end(), value)
    for match in _YEAR_END.finditer(text):
        yield Term(TermKind.DATE, match.start(), match.end(), DateRange(None, "--12"))
    for match in _FEAST.finditer(text):
        year = _YEAR_BEFORE.search(text, max(0, match.start() - 6), match.start())
        day = _FEASTS[match[0].lstrip('“"')[:2]]
        day = f"{year['year']}{day[1:]}" if year else day
        start = year.start() if year else match.start()
        yield Term(TermKind.DATE, start, match.end(), DateRange(None if match["before"] else day, day))
    yield from _plan_ends(text)
    yield from _others(text)


def _plan_ends(text: str) -> Iterator[Term]:
    """“十四五”末 is the end of 2025."""
    for match in _PLAN_END.finditer(text):
        year = 2005 + 5 * (parse_number(match["number"]) or 0)
        before = _PLAN_TOWARDS.search(text, max(0, match.start() - 4), match.start())
        start = before.start() if before else match.start()
        yield Term(TermKind.DATE, start, match.end(), DateRange(None, f"{year:.0f}-12"))


def _others(text: str) -> Iterator[Term]:
    """7、8月份 are two months in a row; 6.30前 is a day where a deadline follows."""
    for match in _TWO_MONTHS.finditer(text):
        before = _MONTH_BEFORE.search(text, max(0, match.start() - 4), match.start())
        is_item = before is None or text[before.start() - 1 : before.start()] in _ITEM_STARTS  # 4、5月份: the fourth
        if before and not is_item and int(before[0]) + 1 == int(match["last"]) <= 12:
            value = DateRange(f"--{int(before[0]):02}", f"--{int(match['last']):02}")
            yield Term(TermKind.DATE, before.start(), match.end(), value)
    for match in _SHORT_DAY.finditer(text):
        before = _MONTH_BEFORE.search(text, max(0, match.start() - 4), match.start())
        point = Point(None, int(before[0]), int(before[0]), int(match["day"])) if before else None
        if before and point and point.is_possible:
            yield Term(TermKind.DATE, before.start(), match.end(), DateRange(None, point.end))


def impossible_dates(text: str) -> Iterator[tuple[int, int]]:
    """Places in the folded ``text`` of dates that cannot be (0403年, 13月, 2月30日); 5000年 is a length of time."""
    for match in _matches(text):
        is_long = match["yearA"] and not match["monthA"] and match["yearA"] > str(_LAST_YEAR)
        if not is_long and not all(point.is_possible for point in _points(match)):
            yield match.span()


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The dates as they are written; only where one can begin is the whole grammar tried."""
    end = 0
    for begin in _BEGIN.finditer(text):
        match = _DATE.match(text, begin.start()) if begin.start() >= end else None
        if match:
            end = match.end()
            yield match


def _points(match: re.Match[str]) -> list[Point]:
    if match["dottedA"]:
        sides = "AB" if match["dottedB"] else "A"
        return [_from_dotted(match, side) for side in sides]
    first = _from_words(match, "A", None)
    if not match["last"]:
        return [first]
    if match["onlyB"]:
        return [first, Point(first.year, first.first, first.last, _int(match["onlyB"]))]
    return [first, _from_words(match, "B", first.year)]


def _from_dotted(match: re.Match[str], side: str) -> Point:
    month = int(match[f"dotmonth{side}"])
    return Point(int(match[f"dotted{side}"]), month, month, _int(match[f"dotday{side}"]))


def _from_words(match: re.Match[str], side: str, year: int | None) -> Point:
    """The point of one side; the second takes the year of the first where it names none."""
    written = match[f"year{side}"]
    if written:
        year = _int(written)
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
    if match[f"this{side}"] or match[f"part{side}"] in ("年底", "年末", "年内", "底", "末"):
        return 12, 12
    return None, None


def _int(numeral: str | None) -> int | None:
    """The value of a numeral; None for none and for a blanked-out year."""
    value = parse_number(numeral) if numeral else None
    return None if value is None else int(value)


def _value(text: str, match: re.Match[str]) -> DateRange | None:
    points = _points(match)
    if not all(point.is_possible for point in points) or _is_no_date(text, match):
        return None
    first, last = points[0], points[-1]
    if len(points) == 2:
        return DateRange(first.start, last.end)
    if _OPENED.search(match[0]):
        return DateRange(first.start, None)
    if _is_deadline(text, match):
        return DateRange(None, last.end)
    if first.first is None and not _is_own_year(text, match):
        return None
    return DateRange(first.start, last.end)


def _is_no_date(text: str, match: re.Match[str]) -> bool:
    """一月一通报 is a frequency, 今年是 a remark; 2000年前建成的 and 6月1日起施行 bind nobody."""
    if _RHYTHM.search(match[0]) and text[match.end() : match.end() + 1] in tuple("一两二三"):
        return True
    if match["quarterA"] and text[match.start() - 1 : match.start()] == "前":  # 前三季度 is three of them
        return True
    if match[0] == "下半年" and _BOTH_HALVES.search(text, max(0, match.start() - 2), match.start()):
        return True
    if _OLD.match(text, match.end()) or _IN_FORCE.match(text, match.end()):
        return True
    return match[0] == "今年" and bool(_NO_DEADLINE.match(text, match.end()))


def _is_own_year(text: str, match: re.Match[str]) -> bool:
    """A bare year binds where it opens a clause (2021年全面推广), not as an attribute (2020年版, 2017年立项的项目)."""
    if not match["yearA"] or _int(match["yearA"]) is None:
        return False
    begins = opens_clause(text, match.start()) or text.endswith("其中", 0, match.start())
    opens = begins and not _ATTRIBUTE.match(text, match.end())
    return opens or bool(_REACHED.match(text, match.end()))


def _is_deadline(text: str, match: re.Match[str]) -> bool:
    """6月底, 6月前, 到2025年, 今年: the end alone binds."""
    if match["edge"] or _TOWARDS.search(text, max(0, match.start() - 3), match.start()):
        return True
    if not match["first"]:
        return False
    if _ALSO.search(text, max(0, match.start() - 9), match.start()):
        return True
    part = match["partA"] or ""
    return part.endswith(("底", "末", "内")) or bool(match["thisA"] and not match["monthA"] and not match["halfA"])
