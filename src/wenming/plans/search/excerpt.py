"""The part of a text around what was searched for. Pure."""

from dataclasses import dataclass

_BEFORE, _AFTER = 24, 64  # characters around the words that were found


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What stands before the words, the words as the text has them, what stands after."""

    before: str
    found: str
    after: str


def excerpt(text: str, words: str) -> Excerpt:
    """The first place where ``words`` stand, whatever their case; the beginning of the text where they do not.

    >>> excerpt("每季度夜查一次", "夜查")
    Excerpt(before='每季度', found='夜查', after='一次')
    """
    line = " ".join(text.split())
    at = line.casefold().find(words.casefold()) if words else -1
    if at < 0:
        return Excerpt("", "", _cut(line, _BEFORE + _AFTER))
    before = line[:at]
    if len(before) > _BEFORE:
        before = f"…{before[-_BEFORE:]}"
    end = at + len(words)
    return Excerpt(before, line[at:end], _cut(line[end:], _AFTER))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
