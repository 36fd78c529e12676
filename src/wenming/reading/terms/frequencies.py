"""Frequencies: how often something is to be done (每月组织一次, 一月一调度, 按季度通报)."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wenming.reading.model import Frequency, Period, Term, TermKind
from wenming.reading.numerals import ARABIC, CHINESE, parse_number
from wenming.reading.terms.amounts import EVENTS, Found
from wenming.reading.terms.binding import is_condition
from wenming.reading.terms.clauses import clause_after, clause_before, clause_end

_PERIODS = {"天": Period.DAY, "日": Period.DAY, "周": Period.WEEK, "星期": Period.WEEK, "月": Period.MONTH} | {
    "季度": Period.QUARTER,
    "季": Period.QUARTER,
    "半年": Period.HALF_YEAR,
    "年度": Period.YEAR,
    "年": Period.YEAR,
}
_PERIOD = "半年|季度|星期|年度|天|日|周|月|季|年"
_EVERY = re.compile(
    rf"(?P<mean>平均)?每(?P<gap>隔)?(?P<every>{ARABIC}|{CHINESE})?个?(?P<each>{_PERIOD})(?!份|级|龄|万)"
    r"|(?<![0-9])各(?P<all>年)(?!级|龄|度|段|代)|(?<![0-9每])[全一](?P<whole>年)(?=不|至少|开展|组织|举办)"
)
_RHYTHM = re.compile(
    rf"(?<![0-9第上下本当十])(?P<every>[一两二三1-6]|半)个?(?P<period>季度|星期|天|日|周|月|季|年)(?P<count>[一两二三四1-9])(?P<what>次|场|期|评|查|调度|通报|报告?|考核?|"
    r"督查|督导|总结|研判|例会|会商|点评|检查|清扫|主题|活动|公示|排名|测评|更新|推进)"
)
_COMPACT = re.compile(
    r"(?<![0-9一-龥])(?:实行|坚持|建立|落实|开展|推行|严格|执行|做到)?(?P<span>(?P<period>半年|季度|日|周|月|季|年)(?P<what>调度|通报|督查|督导|考核|评比|排名|例会|点评|研判|会商|小结|总结|检查|评估|巡查|报告))"
    r"(?!办法|结果|成绩|分值)"
)
_BY = re.compile(r"(?P<span>[按逐](?P<period>季度|月|季|(?<=按)年|周|日))度?(?=[^度份照期龄薪均计程末终步渐,。;])")
_ALTERNATE = re.compile(r"[隔双](?P<period>周|月)(?=[^末休日])")
_RATIO = re.compile(r"[/每](?P<period>季度|天|日|周|月|季|年)")
_NO_SUBJECT = re.compile(r"的(?![0-9])|度|生|都|平均")
_WEEKDAY = re.compile(r"[一二三四五六日](?![次场期个项篇名家小])")


def find_frequencies(text: str, amounts: Sequence[Found]) -> Iterator[Term]:
    """All frequencies of the folded ``text``; ``amounts`` are its amounts in order."""
    starts = [found.number_at for found in amounts]
    for match in _EVERY.finditer(text):
        yield from _every(text, match, amounts, starts)
    for match in _RHYTHM.finditer(text):
        every, period = _rhythm(match)
        count = parse_number(match["count"])
        yield Term(TermKind.FREQUENCY, match.start(), match.end(), Frequency(count, None, _event(match), every, period))
    for match in (*_BY.finditer(text), *_COMPACT.finditer(text)):
        value = Frequency(None, None, None, 1, _PERIODS[match["period"]])
        yield Term(TermKind.FREQUENCY, match.start("span"), match.end(), value)
    for match in _ALTERNATE.finditer(text):
        value = Frequency(None, None, None, 2, _PERIODS[match["period"]])
        yield Term(TermKind.FREQUENCY, match.start(), match.end(), value)
    for found in amounts:
        ratio = None if found.is_time else _RATIO.match(text, found.end)
        if ratio:
            yield _term(found.start, ratio.end(), found, 1, _PERIODS[ratio["period"]])


def _event(match: re.Match[str]) -> str:
    what: str = match["what"]
    return what if what in EVENTS else "次"


def _rhythm(match: re.Match[str]) -> tuple[int, Period]:
    """一月一调度 is once a month, 半年一次 once in half a year, 两年一次 once in two years."""
    if match["every"] == "半":
        return 1, Period.HALF_YEAR
    return int(parse_number(match["every"]) or 1), _PERIODS[match["period"]]


def _every(text: str, match: re.Match[str], amounts: Sequence[Found], starts: Sequence[int]) -> Iterator[Term]:
    """每…: the count stands in the same clause; where none does, how often is said and how many is not."""
    end = clause_end(text, match.end())
    if is_condition(text, clause_before(text, match.start()), clause_after(text, match.end()), match.end()):
        return
    period = _PERIODS[match["each"] or match["all"] or match["whole"]]
    every = int(parse_number(match["every"] or "一") or 1) + (1 if match["gap"] else 0)
    counted = _counted(text, amounts[bisect_left(starts, match.end()) : bisect_left(starts, end)])
    if counted is None:
        if not _NO_SUBJECT.match(text, match.end()):
            yield Term(TermKind.FREQUENCY, match.start(), match.end(), Frequency(None, None, None, every, period))
        return
    yield _term(match.start(), counted.end, counted, every, period)
    for found in _following(text, counted, amounts, starts):
        yield _term(found.start, found.end, found, every, period)


def _counted(text: str, inside: Sequence[Found]) -> Found | None:
    """Of the amounts after 每月 the one that is counted: an event before anything else; never 5日, never 100%全覆盖."""
    fit = [found for found in inside if not _is_vague(text, found)]
    return next((found for found in fit if found.amount.unit in EVENTS), fit[0] if fit else None)


def _is_vague(text: str, found: Found) -> bool:
    is_day = found.is_time and not found.is_marked and text[found.end - 1] in "日年"
    return is_day or text.startswith("全覆盖", found.end)


def _following(text: str, counted: Found, amounts: Sequence[Found], starts: Sequence[int]) -> Iterator[Found]:
    """每年20家以上,100家以上: the amount of the next clause has the same period, unless it is a share or a sum."""
    at = counted
    for found in amounts[bisect_left(starts, counted.end) :]:
        between = text[at.end : found.start]
        if len(between) > 30 or found.is_time or found.is_chinese or found.amount.unit == "%":
            return
        if not re.fullmatch(r"[^。;\n,、每]{0,16}[,、(][^。;\n,、每0-9]{0,14}", between) or re.search("累计|到20|共", between):
            return
        yield found
        at = found


def _term(start: int, end: int, found: Found, every: int, period: Period) -> Term:
    """每月一次 binds from below only, more often is no breach; a sum of money is as it stands."""
    most = found.amount.max if found.is_marked or found.is_money else None
    return Term(TermKind.FREQUENCY, start, end, Frequency(found.amount.min, most, found.amount.unit, every, period))
