"""How many pieces are wanted, read from the framework's own words (3张, 不少于2份, 每年1至2次, 总数12张以内).

What could not be read is said, and one piece is then enough: a rule that guesses is worse than one that asks.
"""

import re
from dataclasses import dataclass

_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_NUMBER = r"(\d{1,4}|[一二两三四五六七八九十])"
_LONGEST = 4  # digits of a number
_WORD = r"(?:张|份|篇|次|个|件|幅|部|种|项|期|条|段|套|例)"
_SPAN = re.compile(rf"{_NUMBER}{_WORD}?(?:至|到|[-—–~～])+{_NUMBER}{_WORD}")
_MOST = (
    re.compile(rf"(?:总[数量]|合计|最多|至多|不超过|不多于|≤)\D{{0,3}}?{_NUMBER}{_WORD}"),
    re.compile(rf"{_NUMBER}{_WORD}(?:以内|以下)"),
)
_LEAST = (
    re.compile(rf"(?:不少于|不低于|至少|最少|≥)\D{{0,3}}?{_NUMBER}{_WORD}"),
    re.compile(rf"{_NUMBER}{_WORD}(?:及)?以上"),
)
_PLAIN = re.compile(rf"{_NUMBER}{_WORD}")
_EACH = re.compile(r"每(?!年)|各(?!类媒体)")
_NO_COUNT = re.compile(r"[%％＞>]|千人|人次")  # a share or a rate: no number of pieces


@dataclass(frozen=True, slots=True)
class Count:
    """At least and at most so many; ``is_yearly``: in each year. ``is_read`` False: the words say no number we know.

    ``is_each``: the words count by kind or by place, of which only the whole can be looked at.
    """

    least: int = 1
    most: int | None = None
    is_yearly: bool = False
    is_read: bool = True
    is_each: bool = False

    def within(self, years: int) -> "Count":
        """The count over so many years."""
        if not self.is_yearly or years <= 1:
            return self
        most = None if self.most is None else self.most * years
        return Count(self.least * years, most, is_yearly=True, is_read=self.is_read, is_each=self.is_each)


ANY = Count()
UNREAD = Count(is_read=False)


def read_count(words: str) -> Count:
    """How many the words want; nothing said: one.

    >>> read_count("不少于2份").least
    2
    """
    said = re.sub(r"\s", "", words)
    if not said:
        return ANY
    if said.isdecimal() and len(said) <= _LONGEST:
        return Count(int(said), int(said)) if int(said) else UNREAD
    is_several = len(re.findall("每年", said)) > 1  # two demands in one: neither is taken for the whole
    if is_several or _NO_COUNT.search(said):
        return UNREAD
    least, most = _numbers(said)
    if least is None and most is None:
        return UNREAD
    return Count(least or 1, most, is_yearly="每年" in said, is_each=_EACH.search(said) is not None)


def _numbers(said: str) -> tuple[int | None, int | None]:
    """The least and the most; a plain number is both."""
    if span := _SPAN.search(said):
        return _number(span[1]), _number(span[2])
    most, left = _taken(said, _MOST)
    least, left = _taken(left, _LEAST)
    if least is None and (plain := _PLAIN.search(left)):
        least = _number(plain[1])
        most = least if most is None and not _EACH.search(said) else most
    return least, most


def _taken(said: str, patterns: tuple[re.Pattern[str], ...]) -> tuple[int | None, str]:
    """The number that one of the patterns finds, the last of several, and the words without it."""
    for pattern in patterns:
        if found := list(pattern.finditer(said)):
            last = found[-1]
            return _number(last[1]), pattern.sub("", said)
    return None, said


def _number(digits: str) -> int:
    return _DIGITS[digits] if digits in _DIGITS else int(digits)
