"""Frequencies: how often something is to be done (每月组织一次, 一月一调度, 按季度通报)."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wenming.reading.model import Frequency, Period, Term, TermKind
from wenming.reading.numerals import NUMERAL
from wenming.reading.terms.amounts import EVENTS, Found, parse_count

_PERIODS = {"天": Period.DAY, "日": Period.DAY, "周": Period.WEEK, "星期": Period.WEEK, "月": Period.MONTH} | {
    "季度": Period.QUARTER,
    "季": Period.QUARTER,
    "半年": Period.HALF_YEAR,
    "年度": Period.YEAR,
    "年": Period.YEAR,
}
_PERIOD = "半年|季度|星期|年度|天|日|周|月|季|年"
_EVERY = re.compile(
    rf"每(?P<every>{NUMERAL})?个?(?P<each>{_PERIOD})(?!份)|各(?P<all>年)(?!级|龄|度)|全(?P<whole>年)(?=不|至|累计|开展|组织)"
)
_RHYTHM = re.compile(
    rf"(?P<every>[一两二三]|半)?(?P<period>季度|星期|天|日|周|月|季|年)一(?=[^\d一是、,。;一个])(?:次|[\u4e00-\u9fff]{{1,2}})"
)
_BY = re.compile(r"(?:按|逐)(?P<period>季度|月|季|年|周|日)(?!照|期|份|龄|均|薪)")
_CLAUSE = re.compile(r"[,;。!?\n]")
_REACH = 36


def find_frequencies(text: str, amounts: Sequence[Found]) -> Iterator[Term]:
    """All frequencies of ``text``; ``amounts`` are its amounts in order."""
    starts = [found.number_at for found in amounts]
    for match in _EVERY.finditer(text):
        yield from _every(text, match, amounts, starts)
    for match in _RHYTHM.finditer(text):
        every, period = _rhythm(match)
        yield Term(TermKind.FREQUENCY, match.start(), match.end(), Frequency(1, None, "次", every, period))
    for match in _BY.finditer(text):
        value = Frequency(None, None, None, 1, _PERIODS[match["period"]])
        yield Term(TermKind.FREQUENCY, match.start(), match.end(), value)


def _rhythm(match: re.Match[str]) -> tuple[int, Period]:
    if match["every"] == "半" and match["period"] == "年":
        return 1, Period.HALF_YEAR
    return int(parse_count(match["every"])), _PERIODS[match["period"]]


def _every(text: str, match: re.Match[str], amounts: Sequence[Found], starts: Sequence[int]) -> Iterator[Term]:
    period = _PERIODS[match["each"] or match["all"] or match["whole"]]
    every = int(parse_count(match["every"]))
    clause = _CLAUSE.search(text, match.end(), match.end() + _REACH)
    end = clause.start() if clause else match.end() + _REACH
    inside = amounts[bisect_left(starts, match.end()) : bisect_left(starts, end)]
    counted = next((found for found in inside if found.amount.unit in EVENTS), inside[0] if inside else None)
    if counted is None:
        yield Term(TermKind.FREQUENCY, match.start(), match.end(), Frequency(None, None, None, every, period))
        return
    yield _term(match.start(), counted, every, period)
    for found in _following(text, counted, amounts, starts):
        yield _term(found.start, found, every, period)


def _following(text: str, counted: Found, amounts: Sequence[Found], starts: Sequence[int]) -> Iterator[Found]:
    """每年20家以上,100家以上: an amount that opens the next clause of the sentence has the same period."""
    at = counted
    for found in amounts[bisect_left(starts, counted.end) :]:
        between = text[at.end : found.start]
        if len(between) > 40 or not re.fullmatch(r"[^。;\n,]*[,、][^。;\n,\d每]{0,4}", between):
            return
        yield found
        at = found


def _term(start: int, found: Found, every: int, period: Period) -> Term:
    amount = found.amount
    # 每月一次 binds from below: more often is never a breach
    most = amount.max if found.is_marked else None
    return Term(TermKind.FREQUENCY, start, found.end, Frequency(amount.min, most, amount.unit, every, period))
