"""Numbers that items bear: which family, which ordinal, and which numbers are none."""

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from wenming.reading.numerals import parse_number


class Family(IntEnum):
    """Families of numbers: up to CIRCLED in the order of nesting in official papers, the rest nests where it stands."""

    PART = 1  # 第一编, 第一部分
    CHAPTER = 2  # 第一章
    SECTION = 3  # 第一节
    CHINESE = 4  # 一、
    ARTICLE = 5  # 第一条
    CHINESE_BRACKET = 6  # （一）
    ROW = 7  # a row of a table
    DIGIT = 8  # 1. 1、
    DIGIT_TWO = 9  # 1.1
    DIGIT_THREE = 10  # 1.1.1
    DIGIT_FOUR = 11  # 1.1.1.1
    DIGIT_BRACKET = 12  # （1）
    DIGIT_HALF_BRACKET = 13  # 1）
    CIRCLED = 14  # ①
    ACTIVITY = 20  # 活动一
    TASK = 21  # 任务一, 行动一, 工程一 …
    BOX = 22  # 专栏1
    STAGE = 23  # 第一阶段
    LETTER = 24  # A.
    ROMAN = 25  # Ⅰ.
    WORD = 26  # 一是, 一要, 首先
    DASH = 27  # ——
    TIME = 28  # 3月：, 第一季度：
    HEADED = 29  # 【责任分工】
    UNIT = 30  # 县公安局：负责…

    @property
    def is_ranked(self) -> bool:
        """Whether the family has its fixed place in the order of nesting."""
        return self <= Family.CIRCLED


@dataclass(frozen=True, slots=True)
class Marker:
    """A number in front of an item: ``start`` to ``end`` of the line, separator included; a dash has ordinal 0."""

    family: Family
    ordinal: int
    start: int
    end: int


_CHINESE = "[一二三四五六七八九十百〇零]{1,5}"
_DIGITS = "[0-9０-９]{1,3}"
_STOP = r"[.．。﹒·•、,，\ufffd]"
_MONTH = r"[0-9０-９]{1,2}\s?月(?:份|底|中旬|上旬|下旬)?"
_MONTH_WORD = "(?:十[一二]?|[一二三四五六七八九])月份?"
_MONTHS = (  # 3月, 3月-12月, 3-12月
    rf"(?:[0-9０-９]{{1,2}}\s?[-—–－至~]{{1,2}}\s?)?{_MONTH}(?:\s?[-—–－至~]{{1,2}}\s?(?:[0-9０-９]{{4}}年)?{_MONTH})?"
)
_DEADLINE = r"[0-9０-９]{1,2}\s?月(?:[0-9０-９]{1,2}日|[底末初至到]|[上中下]旬)"  # 4、7月底前…; 4、5月份 are two months
# what may stand right behind a number and its separator
_BEGINS_NUMBER = rf"[0-9０-９]{{4}}\s?年|[0-9０-９]G|[0-9０-９]{{3}}\s?[国省县]道|{_DEADLINE}"
_COUNTED = "[个名家条次年月日天万亿强]|项(?!目)|人(?![人口才大民居员])|公里|批次|小时|分钟|周岁"  # 4 个督导组 counts
_NAMES = (
    "(?:重点|主要|工作|专项|具体)(?:任务|行动|工程|项目|工作|措施)|"
    "活动|任务|行动|工程|措施|举措|项目|专题|步骤|阶段|板块|事项|专栏|载体|抓手|重点"
)

# Each alternative states one construction. A digit after the separator means a decimal, a date or a sum (1.5公里,
# 2021.3), unless it begins a year, a deadline or a generation of technology (3．2020年底前…, 4、7月底前…, 7.5G网络…).
_MARKER = re.compile(
    rf"""
      第\s?(?P<part>{_CHINESE}|{_DIGITS})\s?(?P<division>编|部分|章|节|条)(?=[\s：:、，“]|[^一-鿿])[：:、，\s]*
    | 第\s?(?P<stage>{_CHINESE}|{_DIGITS})\s?(?:个)?(?:阶段|步骤?|方面|项|批次?|件|类|招)
      (?=[\s：:、，。（(“])[：:、，\s]*
    | 第(?P<rank>{_CHINESE})[，、,：:]\s*
    | (?P<name>{_NAMES})\s?(?P<named>{_CHINESE}|{_DIGITS})(?:[：:、.．，\s]\s*|(?=[（(“]))
    | [（(〔﹙]\s?(?P<bracket>{_CHINESE})\s?[）)〕﹚][、.．:：]?\s*
    | (?P<chinese>{_CHINESE})\s?(?:、(?![一二三四五六七八九十]{{1,2}}[、级期类线次产等])|[.．。﹒:：]\s*(?![0-9]))\s*
    | (?P<multi>[0-9０-９]{{1,2}}(?:[.．][0-9０-９]{{1,2}}){{1,3}})
      (?:[.．、]?\s+(?!月)|[、.．]|(?=[一-鿿“《])(?![万亿个项次倍元公千米平百年月天日级分左以]))
    | (?P<digit>{_DIGITS})\s?(?:{_STOP}\s*(?:(?![0-9０-９])|(?={_BEGINS_NUMBER})|(?<=[.．])(?=[0-9０-９]{{1,2}}\s?月))
      |\s+(?=[一-鿿“《])(?!{_COUNTED}))
    | [（(﹙〔]\s?(?P<digit_bracket>{_DIGITS})\s?[）)﹚〕][、.．]?\s*
    | (?P<half>{_DIGITS})[）)][、.．]?\s*
    | (?P<circled>[①-⑳❶-❿⑴-⒇⒈-⒛㈠-㈩])[、.．]?\s*
    | (?P<word>[一二三四五六七八九十]{{1,2}})(?:是(?=[^一二三四五])|要(?=[一-鿿“]))
    | (?P<time>(?:[0-9０-９]{{4}}\s?年\s?)?(?:{_MONTHS}|{_MONTH_WORD}|第?[一二三四]季度|[上下]半年)\s?[:：]
      | (?:[0-9０-９]{{1,2}}\s?月份?|{_MONTH_WORD}|第[一二三四]季度)(?=\s*$))
    | (?P<headed>【[^】：:，。]{{2,14}}】)
    | (?P<adverb>首先|其次|再次|最后)[，,]
    | 其(?P<its>[一二三四五六])[，,、：:]
    | (?P<roman>[Ⅰ-Ⅻ]|[IVX]{{1,4}}(?=[.、．]))[.、．\s]\s*
    | [（(]?(?P<letter>[A-Ha-h])[.、．）)]\s*(?=[一-鿿“])
    | (?P<dash>[—–―─]{{1,3}}|--|[-●■◆▲★※▪➢•·]|\ufffd)\s*(?=[^\s0-9０-９—-])
    """,
    re.VERBOSE,
)

_BY_DIVISION = {
    "编": Family.PART,
    "部分": Family.PART,
    "章": Family.CHAPTER,
    "节": Family.SECTION,
    "条": Family.ARTICLE,
}
_BY_NAME = {"活动": Family.ACTIVITY, "专栏": Family.BOX, "阶段": Family.STAGE, "步骤": Family.STAGE}
_BY_GROUP = {
    "stage": Family.STAGE,
    "rank": Family.STAGE,
    "bracket": Family.CHINESE_BRACKET,
    "chinese": Family.CHINESE,
    "digit": Family.DIGIT,
    "digit_bracket": Family.DIGIT_BRACKET,
    "half": Family.DIGIT_HALF_BRACKET,
    "word": Family.WORD,
    "its": Family.WORD,
    "letter": Family.LETTER,
    "roman": Family.ROMAN,
}
_BY_DOTS = {1: Family.DIGIT_TWO, 2: Family.DIGIT_THREE, 3: Family.DIGIT_FOUR}
_SINGLE = {  # first sign of a run of twenty or ten: its family
    "①": Family.CIRCLED,
    "❶": Family.CIRCLED,
    "⑴": Family.DIGIT_BRACKET,
    "⒈": Family.DIGIT,
    "㈠": Family.CHINESE_BRACKET,
}
_ORNAMENTS = frozenset("★☆◎○●◆◇◈■□▲△※▪➢•")  # before a number: ★1、, ◆行动一
_AFTER_ORNAMENT = re.compile(r".[ \t\u3000]{0,2}")
_NUMBERS = frozenset(("named", "bracket", "chinese", "multi", "digit", "digit_bracket", "half", "circled"))
_ADVERBS = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}
_ROMAN_DIGITS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def read_marker(text: str, start: int, end: int) -> Marker | None:
    """The number that stands at ``start``; None where the text begins otherwise.

    >>> read_marker("（十二）统筹…", 0, 7)
    Marker(family=<Family.CHINESE_BRACKET: 6>, ordinal=12, start=0, end=4)
    """
    adorned = _AFTER_ORNAMENT.match(text, start, end) if text[start : start + 1] in _ORNAMENTS else None
    if adorned:
        number = _MARKER.match(text, adorned.end(), end)
        if number and number.lastgroup in _NUMBERS:
            marker = read_marker(text, adorned.end(), end)
            return replace(marker, start=start) if marker else None
    found = _MARKER.match(text, start, end)
    if not found or not found.lastgroup:
        return None
    group = found.lastgroup
    if group == "division":
        return _marker(_BY_DIVISION[found["division"]], found["part"], found)
    if group == "named":
        return _marker(_BY_NAME.get(found["name"], Family.TASK), found["named"], found)
    if group == "multi":
        return _multi(found)
    if group in _BY_GROUP:
        return _marker(_BY_GROUP[group], found[group], found)
    return _sign(group, found)


def _marker(family: Family, numeral: str, found: re.Match[str]) -> Marker | None:
    ordinal = _ordinal(numeral)
    return None if ordinal is None else Marker(family, ordinal, found.start(), found.end())


def _multi(found: re.Match[str]) -> Marker:
    parts = found["multi"].translate(_HALF_WIDTH).replace("．", ".").split(".")
    return Marker(_BY_DOTS[len(parts) - 1], int(parts[-1]), found.start(), found.end())


def _sign(group: str, found: re.Match[str]) -> Marker:
    sign = found[group]
    if group == "adverb":
        return Marker(Family.WORD, _ADVERBS[sign], found.start(), found.end())
    if group == "dash":
        return Marker(Family.DASH, 0, found.start(), found.end())
    if group in ("time", "headed"):  # what binds stands in the number itself
        return Marker(Family.TIME if group == "time" else Family.HEADED, 0, found.start(), found.start())
    first = max(key for key in _SINGLE if key <= sign)
    return Marker(_SINGLE[first], ord(sign) - ord(first) + 1, found.start(), found.end())


@lru_cache(maxsize=512)
def _ordinal(numeral: str) -> int | None:
    plain = numeral.translate(_HALF_WIDTH)
    if plain.isascii() and plain.isalpha():
        return _ROMAN_DIGITS.get(plain) or ord(plain[0].lower()) - ord("a") + 1
    if "Ⅰ" <= plain <= "Ⅻ":
        return ord(plain) - ord("Ⅰ") + 1
    value = parse_number(plain)
    return value if isinstance(value, int) and value > 0 else None
