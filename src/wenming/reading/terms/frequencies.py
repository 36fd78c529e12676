"""Frequencies: how often something is to be done (每月组织一次, 一月一调度, 按季度通报)."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wenming.reading.model import Frequency, Period, Term, TermKind
from wenming.reading.numerals import NUMERAL, parse_number
from wenming.reading.terms.amounts import Found
from wenming.reading.terms.binding import is_addressee, is_condition
from wenming.reading.terms.clauses import clause_end
from wenming.reading.terms.measuring_units import EVENTS
from wenming.reading.terms.wordlists import alternatives

_PERIODS = {
    "天": Period.DAY,
    "晚": Period.DAY,
    "日": Period.DAY,
    "周": Period.WEEK,
    "星期": Period.WEEK,
    "月": Period.MONTH,
    "季": Period.QUARTER,
    "季度": Period.QUARTER,
    "半年": Period.HALF_YEAR,
    "学期": Period.HALF_YEAR,
    "学年": Period.YEAR,
    "年": Period.YEAR,
    "年度": Period.YEAR,
}
_PERIOD = alternatives(" ".join(_PERIODS))

# What a rhythm repeats: 一月一调度, 周通报, 半年考核.
_ACTS = """
    调度 通报 督查 督导 考核 评比 排名 例会 点评 研判 会商 小结 总结 检查 评估 巡查 报告 测评 公示
    复查 复核 排查 消毒 保洁 清洗 清运 清理 冲洗 碰头 走访 简报 曝光 公布 体检 轮训 表彰 汇报 督办 讲评 分析
"""
_ACT = alternatives(_ACTS)

_WHOLE_YEAR = "(?<![0-9每].)年(?=不|至少|开展|组织|举办|参加|召开)"
_UP_TO = f"(?:{NUMERAL}[-—–~～至到]{{1,2}})?"  # 每3—5天: it is kept where it is done every five days
_EVERY = re.compile(
    rf"每(?<!人均每)(?P<gap>隔)?(?:{_UP_TO}(?P<every>(?!半){NUMERAL}))?个?(?P<each>{_PERIOD})(?![份级龄万])"
    rf"|各年(?![级龄度段代])|全{_WHOLE_YEAR}|一{_WHOLE_YEAR}"
)
_MEAN = re.compile(
    r"均(?<=(?P<mean>[年月周日])均)(?=不[少低]|至少|开展|组织|举办)"
    r"|度(?<=(?P<whole>[年季月])度)(?<![0-9本上下前一二三四每该财第]..)(?=不[少低]|至少)"
)
_ONCE = re.compile(rf"一(?:{_ACT}|清扫|主题|更新|推进|评|考)")  # 每日一巡查; 每周一 alone is a Monday
_BESIDE = re.compile("每[日天月季年]度?一")
_PART = re.compile(r"每(?P<part>半个?月|旬)")
_PARTS = {"半月": 2, "半个月": 2, "旬": 3}  # how many of them a month has
_BOTH_HALVES = re.compile(
    rf"上、?下半年(?:各|都|均|分别)[^,。;:0-9\n]{{0,10}}?(?P<count>{NUMERAL})(?P<what>次|场|期|轮)(?!性)"
)
_RHYTHM = re.compile(
    rf"(?P<every>[一两二三1-6半])(?<![0-9第上下本当十每].)个?(?P<period>{_PERIOD})(?P<count>[一两二三四1-9])"
    rf"(?P<what>次|场|期|评|查|考|报|{_ACT}|清扫|主题|活动|更新|推进)"
)
_COMPACT = re.compile(
    rf"(?P<period>半年|季度|日|周|月|季|年)(?:{_ACT})(?:(?P<count>[一两二三四1-9])次)?(?!办法|结果|成绩|分值)"
)
_INTRODUCED = re.compile(r"(?:^|[^0-9A-Za-z×*一-龥]|实行|坚持|建立|落实|开展|推行|严格|执行|做到|健全|完善|采取|按照)$")
_BY = re.compile(r"[按逐](?P<period>季度|月|季|(?<=按)年|周|日)(?=[^度份照期龄薪均计程末终步渐边常级,。;])")
_ALTERNATE = re.compile(r"[隔双](?P<period>周|月)(?=[^末休日])")
_RATIO = re.compile(r"[/每](?P<period>季度|天|日|周|月|季|年)")
_ONLY_WHEN = re.compile("(?:开学|放假|汛期|年|节|月|季|收费|供暖)?(?:前后?|后|期间|初|末|底|中)(?:的第一周)?,(?!每)")
_ENDED = re.compile("(?:工作)?(?:结束|终了)")  # 每季度结束后10个工作日内: its days are a time limit
_NO_SUBJECT = re.compile(r"的(?![0-9])|度|生|都|平均")
_NEXT_CLAUSE = re.compile(r"[^。;\n,、每]{0,16}[,、(][^。;\n,、每0-9]{0,20}")
_NEXT_ACT = re.compile(  # not a condition (对连续两次…的), not what comes of it (播放量突破9000次)
    "[,、](?![对凡如若]|累计|[总全共])[^。;:\\n,、每各0-9年月季周日天次量率连突破满超]{2,8}"
)
_SEASONS = re.compile("(?P<which>(?:[春夏秋冬]季?[、和及]?){2,4})[两二三四]?季?(?:各|分别)")
_DAY_OF_WEEK = re.compile("周[一二三四五六日末]|双休日|休息日|工作日|礼拜")
_REPEATED = ("次", "遍", "小时", "分钟")
_LESSONS = {"学时", "课时", "学分"}
_SUMMED = re.compile("累计|到20|共|[量率]")


def find_frequencies(text: str, amounts: Sequence[Found]) -> Iterator[Term]:
    """All frequencies of the folded ``text``; ``amounts`` are its amounts in order."""
    starts = [found.number_at for found in amounts]
    for match in _EVERY.finditer(text):
        yield from _every(text, match, amounts, starts)
    for match in _MEAN.finditer(text):
        yield from _mean(text, match, amounts, starts)
    yield from _parts(text, amounts, starts)
    yield from _rhythms(text)
    yield from _adverbs(text)
    for found in amounts:
        ratio = None if found.is_time else _RATIO.match(text, found.end)
        if ratio:
            yield _counted(found.start, ratio.end(), found, 1, _PERIODS[ratio["period"]])


def _every(text: str, match: re.Match[str], amounts: Sequence[Found], starts: Sequence[int]) -> Iterator[Term]:
    """每…: the count stands in the same clause; where none does, how often is said and how many is not."""
    if is_condition(text, match.start(), match.end()) or is_addressee(text, match.start(), match.end()):
        return
    period = _PERIODS[match["each"] or "年"]
    every = int(parse_number(match["every"] or "一") or 1) + (1 if match["gap"] else 0)
    once = _once(text, match)
    if once:
        yield Term(TermKind.FREQUENCY, match.start(), once.end(), Frequency(1, None, "次", every, period))
        return
    if _ENDED.match(text, match.end()):
        yield _uncounted(match.start(), match.end(), every, period)
        return
    end = clause_end(text, match.end())
    inside = amounts[bisect_left(starts, match.end()) : bisect_left(starts, end)]
    inside = inside or _behind_time(text, match.end(), amounts, starts)
    other = _EVERY.search(text, match.end(), inside[0].start) if inside else None
    first = None if other else _first_count(text, inside)
    if first and inside[0].is_money and first.amount.unit in EVENTS:  # 每年投入2万元、开展4次
        yield _counted(match.start(), inside[0].end, inside[0], every, period)
        yield _counted(first.start, first.end, first, every, period)
        return
    if first:
        yield _seasons(text, match.end(), _counted(match.start(), first.end, first, every, period))
        follow = _following if period is Period.YEAR else _as_often
        for found in follow(text, first, amounts, starts):
            yield _counted(found.start, found.end, found, every, period)
    elif not _NO_SUBJECT.match(text, match.end()):
        yield _uncounted(match.start(), match.end(), every, period)


def _behind_time(text: str, start: int, amounts: Sequence[Found], starts: Sequence[int]) -> Sequence[Found]:
    """每学期开学前,对食堂检查一次: a clause that only says when may stand between; the next one counts an event."""
    when = _ONLY_WHEN.match(text, start)
    if not when:
        return ()
    inside = amounts[bisect_left(starts, when.end()) : bisect_left(starts, clause_end(text, when.end()))]
    return inside if len(inside) == 1 and inside[0].amount.unit in EVENTS else ()


def _seasons(text: str, start: int, term: Term) -> Term:
    """每年春、秋两季各开展一次 is twice a year."""
    value = term.value
    seasons = _SEASONS.search(text, start, term.end)
    if not seasons or not isinstance(value, Frequency) or value.min is None or value.period is not Period.YEAR:
        return term
    return replace(term, value=replace(value, min=value.min * len(set(seasons["which"]) & set("春夏秋冬"))))


def _mean(text: str, match: re.Match[str], amounts: Sequence[Found], starts: Sequence[int]) -> Iterator[Term]:
    """月均不少于4场, 季度不少于2次; but 月均增长2% is no frequency."""
    k = bisect_left(starts, match.end())
    if k < len(amounts) and starts[k] < clause_end(text, match.end()) and amounts[k].amount.unit in EVENTS:
        yield _counted(match.start() - 1, amounts[k].end, amounts[k], 1, _PERIODS[match["mean"] or match["whole"]])


def _once(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """每日一巡查, 每周一通报、每月一考核; but 每周一通报 alone is on Mondays."""
    once = _ONCE.match(text, match.end())
    if match["each"] == "周" and not _BESIDE.search(text, max(0, match.start() - 9), match.end() + 12):
        return None
    return once


def _first_count(text: str, inside: Sequence[Found]) -> Found | None:
    """Of the amounts after 每月 the one that is counted: an event first, never a day (5日) or 100%全覆盖."""
    fit = [found for found in inside if not _is_day(text, found) and not text.startswith("全覆盖", found.end)]
    return next((found for found in fit if found.amount.unit in EVENTS), fit[0] if fit else None)


def _is_day(text: str, found: Found) -> bool:
    """每月5日, 每月最后一个星期五, 每月最后一个周五: a day of the period, no length and no count."""
    if _DAY_OF_WEEK.match(text, found.end):
        return True
    return found.is_time and not found.is_marked and text[found.end - 1] in "日年期周月"


def _as_often(text: str, first: Found, amounts: Sequence[Found], starts: Sequence[int]) -> Iterator[Found]:
    """每天清扫2次、清运3次: what is counted in the same unit right behind, act by act, has the same period."""
    before = first
    for found in amounts[bisect_left(starts, first.end) :]:
        if (
            found.amount.unit not in _REPEATED
            or before.amount.unit != found.amount.unit
            or not _NEXT_ACT.fullmatch(text, before.end, found.start)
        ):
            return
        yield found
        before = found


def _following(text: str, first: Found, amounts: Sequence[Found], starts: Sequence[int]) -> Iterator[Found]:
    """每年20家以上,100家以上: the things counted in the next clauses have the same period.

    Not a share, not a sum over the years, not what comes out of an event (每年举办一次,评选10名) or stands beside a sum
    of money or of lessons (每年不少于16学时,建站2个).
    """
    if first.is_time or first.amount.unit in _LESSONS:
        return
    at = first
    for k in range(bisect_left(starts, first.end), len(amounts)):
        found = amounts[k]
        if found.is_time or found.is_chinese or found.is_share or found.start - at.end > 31:
            return
        if found.is_money != first.is_money or (first.amount.unit in EVENTS and found.amount.unit != first.amount.unit):
            return
        between = text[at.end : found.start]
        if not _NEXT_CLAUSE.fullmatch(between) or _SUMMED.search(between):
            return
        yield found
        at = found


def _parts(text: str, amounts: Sequence[Found], starts: Sequence[int]) -> Iterator[Term]:
    """每半月一次 is twice a month, 每旬一次 three times; 上、下半年各一次 once in half a year."""
    for match in _PART.finditer(text):
        end = clause_end(text, match.end())
        inside = amounts[bisect_left(starts, match.end()) : bisect_left(starts, end)]
        event = next((found for found in inside if found.amount.unit in EVENTS), None)
        count = _PARTS[match["part"]] * ((event.amount.min or 1) if event else 1)
        unit, end = (event.amount.unit, event.end) if event else ("次", match.end())
        yield Term(TermKind.FREQUENCY, match.start(), end, Frequency(count, None, unit, 1, Period.MONTH))
    for match in _BOTH_HALVES.finditer(text):
        value = Frequency(parse_number(match["count"]), None, match["what"], 1, Period.HALF_YEAR)
        yield Term(TermKind.FREQUENCY, match.start(), match.end(), value)


def _rhythms(text: str) -> Iterator[Term]:
    """一月一调度 is once a month, 半年一次 once in half a year, 两年一次 once in two years."""
    for match in _RHYTHM.finditer(text):
        is_half = match["every"] == "半"
        period = Period.HALF_YEAR if is_half and match["period"] == "年" else _PERIODS[match["period"]]
        every = 1 if is_half else int(parse_number(match["every"]) or 1)
        unit = match["what"] if match["what"] in EVENTS else "次"
        count = parse_number(match["count"])
        if is_half and match["period"] == "月" and count:
            count *= _PARTS["半月"]
        yield Term(TermKind.FREQUENCY, match.start(), match.end(), Frequency(count, None, unit, every, period))


def _adverbs(text: str) -> Iterator[Term]:
    """月调度、季通报, 按月报送, 隔周召开: how often is said, how many is not."""
    for match in _COMPACT.finditer(text):
        if _INTRODUCED.search(text, max(0, match.start() - 2), match.start()):
            count = parse_number(match["count"]) if match["count"] else None
            value = Frequency(count, None, "次" if count else None, 1, _PERIODS[match["period"]])
            yield Term(TermKind.FREQUENCY, match.start(), match.end(), value)
    for match in _BY.finditer(text):
        yield _uncounted(match.start(), match.end(), 1, _PERIODS[match["period"]])
    for match in _ALTERNATE.finditer(text):
        yield _uncounted(match.start(), match.end(), 2, _PERIODS[match["period"]])


def _counted(start: int, end: int, found: Found, every: int, period: Period) -> Term:
    """每月一次 binds from below only, more often is no breach; a sum of money is as it stands."""
    most = found.amount.max if found.is_marked or found.is_money else None
    return Term(TermKind.FREQUENCY, start, end, Frequency(found.amount.min, most, found.amount.unit, every, period))


def _uncounted(start: int, end: int, every: int, period: Period) -> Term:
    return Term(TermKind.FREQUENCY, start, end, Frequency(None, None, None, every, period))
