"""The figures of a report: each has to say where it comes from (数字来源).

Dates, years, numbers of documents and of headings are no figures.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_NOT = re.compile(
    r"(?:19|20)\d{2}\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*[日号])?"  # 2026年3月5日
    r"|\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?(?:份)?"
    r"|(?:19|20)\d{2}[-./]\d{1,2}(?:[-./]\d{1,2})?"
    r"|[〔\[（(](?:19|20)\d{2}[〕\]）)](?:\s*第?\s*\d+\s*号)?|第?\d+号"  # 〔2026〕12号
    r"|(?:19|20)\d{2}\s*[—–~～-]\s*(?:19|20)\d{2}"
    r"|^\s*[（(]?\d{1,2}[)）.．、](?!\d)"  # 1. 2）
    r"|第\d+(?!名|位)"
    r"|[A-Za-z\u2160-\u217f][\w.()-]*",
    re.MULTILINE,
)
_UNIT = r"(?:%|％|‰|[万亿]?[㎡㎞]|平方[公千]?米|公里|千米|万元|亿元|万人次|人次|[万亿]?[\u4e00-\u9fff])?"
_FIGURE = re.compile(rf"(?<![\d.])\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?{_UNIT}|(?<![\d.])\d+(?:\.\d+)?{_UNIT}")
_BESIDE = 12  # characters of the text shown on each side


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is written, and the words around its first place."""

    words: str
    start: int
    before: str
    after: str


def figures_of(text: str) -> list[Figure]:
    """Each figure of the text once, in order.

    >>> [one.words for one in figures_of("2026年亮灯率98.5%，修灯1,204盏。")]
    ['98.5%', '1,204盏']
    """
    found: dict[str, Figure] = {}
    for start, words in _places(text):
        end = start + len(words)
        found.setdefault(words, Figure(words, start, text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]))
    return list(found.values())


def _places(text: str) -> Iterator[tuple[int, str]]:
    blank = _NOT.sub(lambda match: " " * len(match[0]), text)
    return ((match.start(), match[0]) for match in _FIGURE.finditer(blank))


def without_source(text: str, sourced: Collection[str]) -> list[Figure]:
    """The figures of which nobody has said where they come from."""
    return [one for one in figures_of(text) if one.words not in sourced]
