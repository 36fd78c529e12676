"""A report with the words marked that prove what is wanted."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text, marked or not."""

    words: str
    is_marked: bool


def stretches(text: str, marked: Iterable[str]) -> list[Stretch]:
    """The text in stretches; every place at which marked words stand is marked, also where they overlap.

    >>> [one.words for one in stretches("甲乙丙", ["乙"]) if one.is_marked]
    ['乙']
    """
    is_marked = [False] * len(text)
    for words in marked:
        for line in filter(None, words.splitlines()):
            start = text.find(line)
            while start >= 0:
                is_marked[start : start + len(line)] = [True] * len(line)
                start = text.find(line, start + 1)
    return list(_joined(text, is_marked))


def _joined(text: str, is_marked: list[bool]) -> Iterable[Stretch]:
    begin = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or is_marked[at] != is_marked[begin]:
            yield Stretch(text[begin:at], is_marked[begin])
            begin = at
