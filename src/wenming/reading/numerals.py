"""Reads Chinese, Arabic and mixed numerals: 二十, 一万二千, 3.2万, 1.5亿, 二〇二五, 半.

Everything here expects half-width digits and no spaces, as ``terms.folding`` makes them.
"""

import re
from decimal import Decimal

from wenming.reading.model import Number

CHINESE_DIGITS = "零〇○一二两三四五六七八九"
CHINESE_NUMERALS = CHINESE_DIGITS + "十百千万亿"

# A numeral as it may stand in running text; no longer than a careful clerk would write, so that no search runs away.
# It begins with one set of characters, because a search skips quickly to the next one of a set, and never inside
# another numeral, an ordinal or a word in Latin letters (第3, F5, 1.5).
_APART = rf"(?<![0-9A-Za-z{CHINESE_NUMERALS}第].)(?<![0-9]\..)"
_SCALES = r"(?:[十百万亿]|千(?![米克瓦伏])){0,2}"  # 18千米 is 18 kilometres
_ARABIC = rf"(?:[0-9]{{0,2}}(?:,[0-9]{{3}}){{1,4}}(?![0-9])|[0-9]{{0,14}}(?:\.[0-9]{{1,6}})?){_SCALES}"
_CHINESE = rf"[{CHINESE_NUMERALS}]{{0,23}}"
NUMERAL = rf"[0-9{CHINESE_NUMERALS}半]{_APART}(?:(?<=[0-9]){_ARABIC}|(?<=[{CHINESE_NUMERALS}]){_CHINESE}|(?<=半))"

_VALUE = {"零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5} | {
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

_LONGEST = 24  # characters; longer runs are no numerals that anyone writes

_ARABIC_PARTS = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)([十百千万亿]*)")
_DIGITS_ONLY = re.compile(rf"[{CHINESE_DIGITS}]+")
_BELOW_MYRIAD = re.compile(
    r"(?:(?P<千>[一二两三四五六七八九])千)?(?P<gap>[零〇○])?(?:(?P<百>[一二两三四五六七八九])百)?[零〇○]?"
    r"(?:(?P<十>[一二两三四五六七八九])?(?P<ten>十))?[零〇○]?(?P<one>[一二两三四五六七八九])?"
)
_SHORT = re.compile(r".*([百千万亿])([一二三四五六七八九])")  # 三万五: the last digit counts in the next lower unit
_NEIGHBOURS = re.compile(r"(.*?)([一二三四五六七八九])([一二三四五六七八九])([十百千万亿]*)")


def parse_number(numeral: str) -> Number | None:
    """The value of one numeral, exact; None where it is no well-formed numeral.

    >>> parse_number("一万二千"), parse_number("3.2万"), parse_number("二〇二五"), parse_number("半")
    (12000, 32000, 2025, 0.5)
    """
    if len(numeral) > _LONGEST:
        return None
    if numeral == "半":
        return 0.5
    if numeral.isascii() and numeral.isdecimal():
        return int(numeral)
    arabic = _ARABIC_PARTS.fullmatch(numeral)
    if arabic:
        return _arabic(arabic[1], arabic[2])
    return _chinese(numeral)


def parse_span(numeral: str) -> tuple[Number, Number] | None:
    """Lowest and highest value of a numeral that may name two neighbours: 三五 (3 to 5), 十七八, 二三十 (20 to 30).

    A numeral that names one value gives that value twice; years (二〇二五) and the like stay one value.
    """
    pair = _NEIGHBOURS.fullmatch(numeral)
    if pair and len(pair[1]) in (0, pair[1].count("十")) and 0 < _VALUE[pair[3]] - _VALUE[pair[2]] <= 2:
        low, high = _chinese(pair[1] + pair[2] + pair[4]), _chinese(pair[1] + pair[3] + pair[4])
        return None if low is None or high is None else (low, high)
    value = parse_number(numeral)
    return None if value is None else (value, value)


def _arabic(digits: str, scales: str) -> Number:
    value = Decimal(digits.replace(",", ""))
    for scale in scales:
        value *= _SCALE[scale]
    return int(value) if value == value.to_integral_value() else float(value)


def _chinese(numeral: str) -> int | None:
    if _DIGITS_ONLY.fullmatch(numeral):
        return int("".join(str(_VALUE[digit]) for digit in numeral))
    for myriad in ("亿", "万"):
        high, found, low = numeral.rpartition(myriad)
        if found:
            return None if myriad in high else _joined(high, low, _SCALE[myriad])
    return _below_myriad(numeral)


def _joined(high: str, low: str, scale: int) -> int | None:
    """高万低: 二十万五千 is 20 times 10,000 and 5,000; 三万五 is 35,000."""
    above = _chinese(high) if high else None
    below = _tail(low, scale)
    if above is None or below is None or below >= scale:
        return None
    return above * scale + below


def _tail(low: str, scale: int) -> int | None:
    if not low:
        return 0
    if len(low) == 1 and low in _VALUE:
        return _VALUE[low] * scale // 10
    return _chinese(low.lstrip("零〇○"))


def _below_myriad(numeral: str) -> int | None:
    parts = _BELOW_MYRIAD.fullmatch(numeral)
    if not numeral or not parts:
        return None
    tens = _VALUE[parts["十"] or "一"] if parts["ten"] else 0
    value = 1000 * _VALUE[parts["千"] or "零"] + 100 * _VALUE[parts["百"] or "零"] + 10 * tens
    one = _VALUE[parts["one"] or "零"]
    short = _SHORT.fullmatch(numeral)
    return value + one * (_SCALE[short[1]] // 10 if short else 1)
