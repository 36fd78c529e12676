"""Amounts: a number with its unit and what is said about it (不少于, 以上, 左右, 达到, 控制在…以内)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wenming.reading.model import Amount, Number
from wenming.reading.numerals import CHINESE_NUMERALS, NUMERAL, parse_number, parse_span

EVENTS = ("次", "场", "场次", "期", "回", "轮", "遍", "届", "班次", "批次")
_THINGS = (
    "个百分点 百分点 平方公里 平方米 立方米 人次 人天 户次 场次 班次 批次 台套 公里 千米 厘米 毫米 公顷 公斤 千克 课时 学时 学分 千瓦 兆瓦 "
    "个 项 家 户 名 人 次 场 期 篇 部 件 条 处 所 座 支 只 头 套 台 辆 张 份 本 册 幅 块 片 栋 幢 间 亩 米 吨 克 升 元 % ‰ 倍 "
    "位 种 批 对 组 队 株 棵 盏 眼 口 根 面 例 起 宗 笔 班 届 轮 席 遍 回 类 门 款 首 名次 兆 M G T 成 村 校 镇 乡 街 县 市 社区"
).split()
_SPANS = "个工作日 工作日 个小时 小时 分钟 个月 个星期 星期 周 天 日 年".split()
DAYS = {"个工作日": ("天", 1), "工作日": ("天", 1), "日": ("天", 1), "天": ("天", 1)} | {
    "周": ("天", 7),
    "星期": ("天", 7),
    "个星期": ("天", 7),
    "个小时": ("小时", 1),
}
_UNIT = "|".join(sorted(_THINGS + _SPANS, key=len, reverse=True))

_AMOUNT = re.compile(
    rf"(?<![{CHINESE_NUMERALS}0-9A-Za-z.第])(?P<percent>百分之)?(?P<low>{NUMERAL})(?P<more>多|余|几)?(?P<scale>[万亿])?"
    rf"(?:(?P<same>{_UNIT})?(?:-{{1,2}}|至|到|或)(?P<high>{NUMERAL}))?"
    rf"(?P<unit>{_UNIT})(?P<late>多|余)?(?P<after>(?:及|或)?以上|以内|之内|内|(?:及|或)?以下|左右|上下)?"
)
_AT_LEAST = (
    r"不(?:得|应|可|能)?(?:少|低|小)于|至少|最少|最低|起码|达到?了?|达成|超过?|突破|(?<!不)(?:高|多|大)于|(?<!不)优于"
    r"|(?:提高|提升|增加|增长|扩大|上升|增|升)(?:到|至)|保持在|稳定在"
)
_AT_MOST = (
    r"不(?:得|应|可|能)?(?:超过?|高于|多于|大于)|最多|至多|最高|最长|(?<!不)(?:低|少|小)于"
    r"|(?:降低|降|下降|减少|压缩|压减|缩短|缩减|控制|限制)(?:到|至|在)"
)
_BEFORE = re.compile(rf"(?:(?P<most>{_AT_MOST})|(?P<least>{_AT_LEAST})|(?P<about>大?约|近))(?:全[省市县区]的?)?$")
_FORBIDDEN = re.compile(r"(?:禁止|严禁|不得|不准|不允许)[^,;。\n]{0,20}$")
_LOOK_BACK = 10


@dataclass(frozen=True, slots=True)
class Found:
    """An amount and its place; ``is_marked`` where a word says at least, at most or about; ``is_chinese`` numeral."""

    start: int
    end: int
    number_at: int
    amount: Amount
    is_time: bool
    is_marked: bool
    is_chinese: bool
    after: str


def find_amounts(text: str) -> Iterator[Found]:
    """All amounts of ``text``, binding or not."""
    for match in _AMOUNT.finditer(text):
        found = _read(text, match)
        if found:
            yield found


def _read(text: str, match: re.Match[str]) -> Found | None:
    limits = _limits(match)
    if limits is None:
        return None
    low, high = limits
    unit, factor = _unit(match)
    before = _BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    least, most = _bounds(text, match, before)
    start = before.start() if before else match.start()
    amount = Amount(_scaled(low, factor) if least else None, _scaled(high, factor) if most else None, unit)
    return Found(
        start=start,
        end=match.end(),
        number_at=match.start(),
        amount=amount,
        is_time=match["unit"] in _SPANS,
        is_marked=bool(before or match["more"] or match["late"] or match["after"] or match["high"]),
        is_chinese=not match["low"][0].isascii(),
        after=match["after"] or "",
    )


def _limits(match: re.Match[str]) -> tuple[Number, Number] | None:
    low = _value(match["low"], match)
    if low is None or not match["high"]:
        return low
    high = _value(match["high"], match)
    return None if high is None or high[1] < low[0] else (low[0], high[1])


def _value(numeral: str, match: re.Match[str]) -> tuple[Number, Number] | None:
    numeral += match["scale"] or ""
    return parse_span(_money(numeral) if match["unit"] == "元" else numeral)


def _money(numeral: str) -> str:
    """Money keeps its unit: 15万元 is 15 of 万元."""
    return numeral.rstrip("万亿") or numeral


def _unit(match: re.Match[str]) -> tuple[str, Number]:
    unit = match["unit"]
    if match["percent"]:
        return "%", 1
    if unit == "成":
        return "%", 10
    if unit == "元":
        numeral = (match["high"] or match["low"]) + (match["scale"] or "")
        return numeral[len(_money(numeral)) :] + unit, 1
    return DAYS.get(unit, (unit, 1))


def _bounds(text: str, match: re.Match[str], before: re.Match[str] | None) -> tuple[bool, bool]:
    """Whether the number bounds from below and from above."""
    after = match["after"] or ""
    if before and before["most"]:
        least = bool(_FORBIDDEN.search(text, max(0, before.start() - 24), before.start()))
        return least, not least
    if after in ("以内", "之内", "内") or after.endswith("以下"):
        return False, True
    if (before and before["least"]) or after.endswith("以上"):
        return True, bool(match["high"]) and not after.endswith("以上")
    return True, not (match["more"] or match["late"])


def _scaled(number: Number, factor: Number) -> Number:
    return number if factor == 1 else number * factor


def parse_count(numeral: str | None) -> Number:
    """The value of a bare numeral that counts something; 1 where none is given."""
    value = parse_number(numeral) if numeral else 1
    return 1 if value is None else value
