"""Amounts: a number with its unit and what is said about it (不少于, 以上, 左右, 达到, 控制在…以内)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wenming.reading.model import Amount, Number
from wenming.reading.numerals import CHINESE_NUMERALS, NUMERAL, parse_span

EVENTS = frozenset(("次", "场", "场次", "期", "回", "轮", "遍", "届", "班次", "批次"))
LIMITS = ("以内", "之内", "内", "以下", "及以下", "或以下")
_THINGS = (
    "个百分点 百分点 平方公里 平方千米 平方米 立方米 人次 人天 户次 场次 班次 批次 台次 台套 公里 千米 厘米 毫米 公顷 公斤 千克 课时 学时 "
    "学分 千瓦时 千瓦 兆瓦 标段 个 项 家 户 名 人 次 场 期 篇 部 件 条 处 所 座 支 只 头 套 台 辆 张 份 本 册 幅 块 片 栋 幢 间 亩 米 吨 "
    "克 升 元 % ‰ 倍 位 种 批 对 组 队 株 棵 盏 眼 口 根 面 例 起 宗 笔 班 届 轮 席 遍 回 类 门 款 首 兆 M G T 成 村 列 架 艘 羽 箱 盘 集 "
    "堂 节 字 针 剂 床 孔 泊位 车位 床位 岗位"
).split()
_TIMES = "个工作日 工作日 个小时 小时 分钟 个月 个星期 星期 周 天 日 年".split()
_AS_TIME: dict[str, tuple[str, Number]] = {"日": ("天", 1), "工作日": ("天", 1), "个工作日": ("天", 1)} | {
    "周": ("天", 7),
    "星期": ("天", 7),
    "个星期": ("天", 7),
    "个小时": ("小时", 1),
}
# A unit that only begins another word is no unit: 5支持, 3组织, 2期工程, 一次性, 2年级
_NO_UNIT = (
    r"(?!(?<=支)持|(?<=组)[织成]|(?<=部)[队门分署委]|(?<=期)(?:工程|建设|项目|限)|(?<=次)(?:性|办|生|受|申|告|登|投|要|日)|(?<=项)目"
    r"|(?<=年)[级度期版代报月初末底]|(?<=日)常|(?<=天)然|(?<=周)[年边岁]|(?<=家)[庭长]|(?<=人)[才员均]|(?<=名)[录单额胜牌师城校]|(?<=场)[所地馆]"
    r"|(?<=处)[理置罚]|(?<=户)[籍外]|(?<=班)[子组]|(?<=面)[向积对]|(?<=对)[接口]|(?<=起)[步草]|(?<=位)[于置]|(?<=口)[岸]|(?<=节)[点能水]"
    r"|(?<=元)化|(?<=级)|(?<=成)[员立果为本效绩熟长都功]|(?<=种)[植养业]|(?<=条)[例件]|(?<=村)[民庄委干]|(?<=集)[中成团体]|(?<=字)号"
    r"|(?<=[MGT])[A-Za-z0-9])"
)
_UNIT = "|".join(sorted((*_THINGS, *_TIMES), key=len, reverse=True))

_AMOUNT = re.compile(
    rf"(?<![{CHINESE_NUMERALS}0-9A-Za-z第])(?<![0-9]\.)(?P<percent>百分之)?(?P<low>{NUMERAL})(?P<more>多|余)?(?P<scale>[万亿])?"
    rf"(?:(?:{_UNIT})?(?:-{{1,2}}|至|到|或)(?P<high>{NUMERAL}))?"
    rf"(?:(?P<unit>{_UNIT}){_NO_UNIT}|(?(percent)|(?!)))(?P<late>多|余)?"
    r"(?:\(含\))?(?P<after>(?:及|或|\(含\))?以[上下内]|之内|内(?!部)|左右|上下(?!联))?"
)
_FALL = r"(?:降低|降|下降|减少|减|压缩|压减|缩短|缩减|控制|限制)(?:到|至|在|为)"
_RISE = r"(?:提高|提升|增加|增长|扩大|扩容|上升|增|升)(?:到|至|为)|保持在|稳定在|维持在"
_GAP = r"[^,。;、:0-9\n]{0,12}"
_BEFORE = re.compile(
    rf"(?:(?P<most>(?:不(?:得|应|可|能)?(?:超过?|高于|多于|大于|突破)|最[多高长大]|至多){_GAP}|≤|{_FALL}|(?<!不)[低少小]于)"
    rf"|(?P<least>(?:不(?:得|应|可|能)?[少低小]于|至少|最[少低小]|起码){_GAP}|≥|(?:{_RISE}|达到?了?|超过?|突破|(?<!不)[高多大优]于)"
    rf"(?:{_GAP}的)?)|(?P<about>大?约))$"
)
_FORBIDDEN = re.compile(r"(?:禁止|严禁|不得|不准|不允许)[^,;。\n]{0,20}$")
_LIMITED = re.compile(r"为(?:限|限额|上限)")
_LOOK_BACK = 20


@dataclass(frozen=True, slots=True)
class Found:
    """An amount and its place: the number begins at ``number_at``, what is said about it maybe before.

    ``is_marked``: a word says at least, at most or about; ``is_chinese``: the numeral is; ``is_time``: the unit is.
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
        """Whether the amount is a sum of money."""
        return self.amount.unit.endswith("元")


def find_amounts(text: str) -> Iterator[Found]:
    """All amounts of the folded ``text`` in order, binding or not."""
    for match in _AMOUNT.finditer(text):
        found = _read(text, match)
        if found:
            yield found


def _read(text: str, match: re.Match[str]) -> Found | None:
    limits = _limits(match)
    if limits is None or limits[1] == 0 or (match["unit"] == "批" and not match["low"][0].isascii()):
        return None
    before = _BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    unit, factor = _unit(match)
    least, most = _bounds(text, match, before)
    low, high = limits[0] * factor, limits[1] * factor
    return Found(
        start=before.start() if before else match.start(),
        end=match.end(),
        number_at=match.start(),
        amount=Amount(low if least else None, high if most else None, unit),
        is_time=match["unit"] in _TIMES,
        is_marked=bool(before or match["more"] or match["late"] or match["after"] or (match["high"] and unit != "天")),
        is_chinese=not match["low"][0].isascii(),
    )


def _limits(match: re.Match[str]) -> tuple[Number, Number] | None:
    low = _value(match["low"], match)
    if low is None or not match["high"]:
        return low
    high = _value(match["high"], match)
    return None if high is None or high[1] < low[0] else (low[0], high[1])


def _value(numeral: str, match: re.Match[str]) -> tuple[Number, Number] | None:
    """百余 is 100 and more; money keeps its 万 and 亿 as a unit."""
    if match["more"] and numeral[0] in "百千":
        numeral = "一" + numeral
    numeral += match["scale"] or ""
    return parse_span(_money(numeral) if match["unit"] == "元" else numeral)


def _money(numeral: str) -> str:
    return numeral.rstrip("万亿") or numeral


def _unit(match: re.Match[str]) -> tuple[str, Number]:
    unit: str = match["unit"]
    if match["percent"]:
        return "%", 1
    if unit == "成":
        return "%", 10
    if unit == "元":
        numeral = (match["high"] or match["low"]) + (match["scale"] or "")
        return numeral[len(_money(numeral)) :] + unit, 1
    return _AS_TIME.get(unit, (unit, 1))


def _bounds(text: str, match: re.Match[str], before: re.Match[str] | None) -> tuple[bool, bool]:
    """Whether the number bounds from below and from above.

    达到, 不少于 and 以上 bound from below; 不超过 and 以内 from above, but 禁止…低于 from below; 左右 and a bare number both.
    """
    after = match["after"] or ""
    if after in ("左右", "上下"):
        return True, True
    if before and before["most"]:
        is_forbidden = bool(_FORBIDDEN.search(text, max(0, before.start() - 24), before.start()))
        return is_forbidden, not is_forbidden
    if after.endswith(("内", "下")) or _LIMITED.match(text, match.end()):
        return False, True
    if (before and before["least"]) or after.endswith("上"):
        return True, bool(match["high"]) and not after
    return True, not (match["more"] or match["late"])
