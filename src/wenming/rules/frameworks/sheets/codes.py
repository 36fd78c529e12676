"""Codes at the beginning of a text: Ⅰ-1, Ⅲ-26, 1), ①, （1）, 一、, 1.2.3; how deep they stand, and what they count."""

import re
from dataclasses import dataclass

_ROMANS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_HAN = "一二三四五六七八九十"
_BLANK = r"[\s　]"

# A code with the sign behind it; what follows is the text. The surest first.
_FAMILIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("roman", re.compile(rf"([{_ROMANS}](?:[-－—][0-9]+(?:[-－—](?:[0-9]+|[{_CIRCLED}]))*)?)(?![0-9])[、.．:：]?")),
    ("brackets", re.compile(r"([(（][0-9]{1,3}[)）])")),
    ("han_brackets", re.compile(rf"([(（][{_HAN}]{{1,3}}[)）])")),
    ("bracket", re.compile(r"([0-9]{1,3}[)）])")),
    ("circled", re.compile(rf"([{_CIRCLED}])")),
    ("han", re.compile(rf"([{_HAN}]{{1,3}})、")),
    ("dotted", re.compile(rf"([0-9]{{1,3}}(?:[.．-][0-9]{{1,3}})+)(?:[、:：]|{_BLANK})")),
    ("number", re.compile(rf"([0-9]{{1,3}})(?:[、.．](?![0-9])|{_BLANK}+(?=[^\W\d_]))")),
)  # fmt: skip
_LOCAL = {"brackets", "han_brackets", "bracket", "circled", "han", "number"}
_MARKS = re.compile(rf"(?:^|(?<=[\s　;；。]))[(（]?([0-9]{{1,2}})[)）]|(?<![-－—])([{_CIRCLED}])")


@dataclass(frozen=True, slots=True)
class Code:
    """A code as written; ``rank`` says how deep it stands among those of its family.

    ``is_apart``: it stood in a column of its own, and is kept as it is where it can be.
    """

    text: str
    family: str
    rank: int = 0
    is_apart: bool = False

    @property
    def is_local(self) -> bool:
        """Whether it counts anew under each heading."""
        return self.family in _LOCAL

    @property
    def counted(self) -> str:
        """What a code counts, without its signs: 1) and ① are 1."""
        bare = self.text.strip("()（）、. ")
        if bare in _CIRCLED:
            return str(_CIRCLED.index(bare) + 1)
        return str(_of_han(bare)) if set(bare) <= set(_HAN) else bare


def _of_han(text: str) -> int:
    """The number that up to three Han numerals write: 十二 is 12."""
    before, ten, after = text.partition("十")
    tens = (_HAN.index(before) + 1 if before else 1) if ten else 0
    ones = after if ten else before
    return tens * 10 + (_HAN.index(ones[0]) + 1 if ones else 0)


def split_code(text: str) -> tuple[Code | None, str]:
    """The code with which a text begins, and the text behind it; none where nothing would be left.

    >>> split_code("Ⅲ-26 背街小巷")
    (Code(text='Ⅲ-26', family='roman', rank=3, is_apart=False), '背街小巷')
    """
    for family, pattern in _FAMILIES:
        if found := pattern.match(text):
            rest = text[found.end() :].strip(" 　\n\t、.．:：")
            return (_code(found[1], family), rest) if rest else (None, text)
    return None, text


def code_of(text: str) -> Code | None:
    """The code that stands alone in a cell."""
    for family, pattern in _FAMILIES:
        for sign in " 、":
            if (found := pattern.match(f"{text}{sign}文")) and found.end() >= len(text):
                return _code(found[1], family)
    return None


def _code(text: str, family: str) -> Code:
    parts = len(re.split(r"[-－—.．]", text))
    if family == "roman":
        return Code(text, family, _ROMANS.index(text[0]) + 1 + max(parts - 2, 0))
    return Code(text, family, parts if family == "dotted" else 0)


class Depths:
    """How deep each code stands, told by the codes that came before it."""

    def __init__(self) -> None:
        self._open: list[Code] = []

    def of(self, code: Code) -> int:
        """The depth, from 0; deeper ones of before are closed by it."""
        for depth, one in enumerate(self._open):
            if _family(one) == _family(code) and one.rank >= code.rank:
                del self._open[depth:]
                break
        self._open.append(code)
        return len(self._open) - 1


def _family(code: Code) -> str:
    """1 and 1.1 are of one family: they differ in rank."""
    return "dotted" if code.family == "number" else code.family


def numbered(text: str) -> tuple[str, dict[int, str]]:
    """What stands before the first mark, and the texts behind the marks 1), 2), … or ①, ②, … that count from 1.

    >>> numbered("1）路灯亮；2）路面平")
    ('', {1: '路灯亮；', 2: '路面平'})
    """
    found, count = [], 0
    for mark in _MARKS.finditer(text):
        number = int(mark[1]) if mark[1] else _CIRCLED.index(mark[2]) + 1
        if number == count + 1:
            found.append(mark)
            count = number
    ends = [*(mark.start() for mark in found[1:]), len(text)]
    texts = {
        n: text[mark.end() : end].strip(" 　\n\t、.．")
        for n, (mark, end) in enumerate(zip(found, ends, strict=False), 1)
    }
    return (text[: found[0].start()].strip() if found else text), texts
