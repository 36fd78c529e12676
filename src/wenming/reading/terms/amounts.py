"""Amounts: a number with its unit and what is said about it (不少于, 以上, 左右, 达到, 控制在…以内)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge

from wenming.reading.model import Amount, Number
from wenming.reading.numerals import NUMERAL, parse_span
from wenming.reading.terms.measuring_units import ANY_UNIT, PER, SAME_VALUES, TIME_UNITS, UNIT

_ENDS = r"(?:及|或)?以[上下内]|之内|(?<=米)范围(?:以|之)?内|内(?![部容])|左右|上下(?!联)"
_AFTER = rf"(?:(?:\((?:[^()0-9]{{1,3}}|含[^()]{{1,6}})\))?(?P<after>{_ENDS}))?"
_AMOUNT = re.compile(
    rf"(?P<low>{NUMERAL})(?P<more>多|余)?(?P<scale>[万亿])?"
    rf"(?:{ANY_UNIT}?(?:-{{1,2}}|至|到|或)(?P<high>{NUMERAL}))?"
    rf"(?P<unit>{UNIT})(?P<per>/{PER})?(?P<late>多|余)?{_AFTER}"
)
_PERCENT = re.compile(
    rf"(?P<unit>百分之)(?P<low>{NUMERAL})(?P<more>多)?(?P<scale>)(?P<per>)"
    rf"(?:(?:-{{1,2}}|至|到)(?:百分之)?(?P<high>{NUMERAL}))?(?P<late>){_AFTER}"
)

# What stands before the number. The firm comparatives may be parted from it: 不超过项目投资额的30%, 至少要整治三条.
_GAP = r"[^,。;、:”\"0-9\n]{0,12}"
_MAY = "(?:得|应|可|能)?"
_FALL = r"(?:降低|降|下降|减少|减|压缩|压减|缩短|缩减|控制|限制)(?:到|至|在|为)"
_RISE = r"(?:提高|提升|增加|增长|扩大|扩容|上升|增|升)(?:到|至|为)|(?:保持|稳定|维持)在"
_MOST = rf"(?:不{_MAY}(?:超过?|高于|多于|大于|突破)|最[多高长大]|至多){_GAP}|≤|<=?|{_FALL}|(?<!不)[低少小]于"
_LEAST = (
    rf"(?:不{_MAY}[少低小]于|至少|最[少低小]|起码){_GAP}|≥|>=?"
    rf"|(?:{_RISE}|达到?了?|超过?|突破|(?<!不)[高多大优]于)(?:{_GAP}的)?"
)
_BEFORE = re.compile(rf"(?:(?P<most>{_MOST})|(?P<least>{_LEAST})|(?P<about>大?约|(?<![最附接临靠])近))$")
_LOOK_BACK = 20
# What rises or falls may stand between the verb and its 至: 提高出行占比至75%.
_PARTED = re.compile(
    r"(?:(?P<least>提高|提升|增加|扩大|扩容)|(?P<most>降低|减少|压缩|压减|缩短))[^,。;、:”\"0-9\n]{1,16}(?P<to>[到至])$"
)

_FORBIDDEN = re.compile(r"(?:禁止|严禁|不得|不准|不允许)[^,;。\n]{0,20}$")
_AROUND = re.compile(r"(?:周边|周围|四周|两侧|附近|沿线|外围|为半径)[^,;。\n]{0,3}$")  # a zone reaches so far at least
_RATES = ("兆", "M", "G", "T")  # 百兆以上 is a kind of line
_MONEY = ("元", "美元")
_LIFE = re.compile("寿命[^,。;0-9]{0,6}$")
_CEILING = re.compile(r"为(?:限|限额|上限)")


@dataclass(frozen=True, slots=True)
class Found:
    """An amount and its place; ``number_at`` is where its number begins, after the words before it.

    ``is_marked``: a word says at least, at most or about; ``is_chinese``: its numeral is; ``is_time``: it is of time.
    """

    start: int
    end: int
    number_at: int
    amount: Amount
    is_time: bool
    is_marked: bool
    is_chinese: bool

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money."""
        return "元" in self.amount.unit

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage."""
        return self.amount.unit == "%"


def find_amounts(text: str) -> Iterator[Found]:
    """All amounts of the folded ``text`` in order, binding or not."""
    end = 0
    matches = _AMOUNT.finditer(text)
    for match in merge(_PERCENT.finditer(text), matches, key=_place) if "百分之" in text else matches:
        found = _read(text, match) if match.start() >= end else None
        if found:
            end = found.end
            yield found


def _place(match: re.Match[str]) -> int:
    return match.start()


def _read(text: str, match: re.Match[str]) -> Found | None:
    limits = _limits(match)
    if limits and match["unit"].startswith("个半"):  # 1个半小时
        limits = limits[0] + 0.5, limits[1] + 0.5
    if limits is None or limits[1] == 0 or _is_vague(match) or _is_age(text, match):
        return None
    before = _BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    parted = None if before else _PARTED.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    unit, factor = _unit(match)
    has_least, has_most = _bounds(text, match, before or parted)
    low, high = limits[0] * factor, limits[1] * factor
    is_range = bool(match["high"]) and match["unit"] != "日"
    return Found(
        start=before.start() if before else parted.start("to") if parted else match.start(),
        end=match.end(),
        number_at=match.start(),
        amount=Amount(low if has_least else None, high if has_most else None, unit),
        is_time=match["unit"] in TIME_UNITS,
        is_marked=bool(before or parted or match["more"] or match["late"] or match["after"] or is_range),
        is_chinese=not match["low"][0].isascii(),
    )


def _is_vague(match: re.Match[str]) -> bool:
    """一批 and 二类 count nothing."""
    return match["unit"] in ("批", "类") and not match["low"][0].isascii()


def _is_age(text: str, match: re.Match[str]) -> bool:
    """65岁以上老年人: who it is; a length of life is measured (人均预期寿命达到80岁)."""
    return match["unit"] == "岁" and not _LIFE.search(text, max(0, match.start() - _LOOK_BACK), match.start())


def _limits(match: re.Match[str]) -> tuple[Number, Number] | None:
    low = _value(match["low"], match)
    if low is None or not match["high"]:
        return low
    high = _value(match["high"], match)
    return None if high is None or high[1] < low[0] else (low[0], high[1])


def _value(numeral: str, match: re.Match[str]) -> tuple[Number, Number] | None:
    """百余 and 百项以上 are 100 and more; money keeps its 万 and 亿 as a unit."""
    if (match["more"] or (match["after"] and match["unit"] not in _RATES)) and numeral[0] in "百千":
        numeral = "一" + numeral
    numeral += match["scale"] or ""
    return parse_span(_bare(numeral) if match["unit"] in _MONEY else numeral)


def _bare(numeral: str) -> str:
    """A sum of money without its 万 and 亿."""
    return numeral.rstrip("万亿") or numeral


def _unit(match: re.Match[str]) -> tuple[str, Number]:
    """The unit of the value and how many of it one of the written unit is."""
    unit: str = match["unit"]
    per: str = "" if unit in ("次", "场", "期") else match["per"] or ""  # 每月2次/村: a time is a time
    if unit == "百分之":
        return "%", 1
    if unit == "成":
        return "%", 10
    if unit in _MONEY:
        numeral = (match["high"] or match["low"]) + (match["scale"] or "")
        return numeral[len(_bare(numeral)) :] + unit + per, 1
    return SAME_VALUES.get(unit, (unit + per, 1))


def _bounds(text: str, match: re.Match[str], before: re.Match[str] | None) -> tuple[bool, bool]:
    """Whether the number bounds from below, and from above.

    达到, 不少于, 以上 bound from below; 不超过, 以内 from above, but 禁止…低于 from below; 左右 and a bare number both.
    """
    after = match["after"] or ""
    if after in ("左右", "上下"):
        return True, True
    if before and before["most"]:
        is_forbidden = bool(_FORBIDDEN.search(text, max(0, before.start() - 24), before.start()))
        return is_forbidden, not is_forbidden
    if after.endswith("内") and _AROUND.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
        return True, False
    if after.endswith(("内", "下")) or _CEILING.match(text, match.end()):
        return False, True
    if (before and before["least"]) or after.endswith("上"):
        return True, bool(match["high"]) and not after
    return True, not (match["more"] or match["late"])
