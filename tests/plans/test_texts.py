"""Stretches of text without noise, words found again, sentences."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.plans.texts import find_words, folded, kept, sentence_starts, stretches, without_noise

TEXT = "每月（扫码）组织一次。每季（扫码）评议；年底总结！\n第二段"
NOISE: list[list[int | str]] = [[2, 6, "x"], [13, 17, "x"]]


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (0, 11, "每月组织一次。"),
        (0, 2, "每月"),
        (3, 5, ""),
        (1, 4, "月"),
        (4, 8, "组织"),
        (2, 6, ""),
        (10, 20, "。每季评议；"),
    ],
)
def test_without_noise(start: int, end: int, text: str) -> None:
    assert without_noise(TEXT, NOISE, start, end) == text


@st.composite
def noisy(draw: st.DrawFn) -> tuple[str, list[list[int]], int, int]:
    """A text, noise in it in order, and a stretch of it."""
    length = draw(st.integers(1, 40))
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    pairs = [[a, b] for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    start = draw(st.integers(0, length))
    return "".join(chr(0x4E00 + n) for n in range(length)), pairs, start, draw(st.integers(start, length))


@given(noisy())
def test_it_is_what_a_slow_reader_would_keep(case: tuple[str, list[list[int]], int, int]) -> None:
    text, noise, start, end = case
    slow = "".join(text[at] for at in range(start, end) if not any(a <= at < b for a, b in noise))
    assert without_noise(text, noise, start, end) == slow
    assert all(a < b for a, b in kept(noise, start, end))


@pytest.mark.parametrize(
    ("words", "near", "span"),
    [
        ("每月组织", 0, (0, 8)),  # over noise
        ("每", 0, (0, 1)),
        ("每", 12, (11, 12)),  # the nearer of two
        ("总 结", 0, (22, 24)),  # blanks do not count
        ("扫码", 0, None),  # noise is not the document's
        ("没有", 0, None),
        ("", 0, None),
        ("结！第二", 0, (23, 28)),  # over a line's end
    ],
)
def test_find_words(words: str, near: int, span: tuple[int, int] | None) -> None:
    found = find_words(TEXT, NOISE, words, near)
    assert found == span


def test_sentence_starts() -> None:
    text = "一句。二句；（三句！）四句。\n\n  五句。"
    starts = sentence_starts(text, 0, len(text))
    assert [text[at : at + 1] for at in starts] == ["二", "（", "四", "五"]
    assert sentence_starts(text, 3, 6) == []


def test_folded() -> None:
    assert folded(" 县委\n 组织 部\u3000") == "县委组织部"


@dataclass(frozen=True)
class Mark:
    """A named place."""

    start: int
    end: int
    name: str = ""


@pytest.mark.parametrize(
    ("marks", "cuts", "expected"),
    [
        ([], [], [(2, 8, "")]),
        ([Mark(4, 6, "a")], [], [(2, 4, ""), (4, 6, "a"), (6, 8, "")]),
        ([Mark(5, 9, "b"), Mark(0, 6, "a")], [], [(2, 5, "a"), (5, 6, "ab"), (6, 8, "b")]),
        ([Mark(3, 4, "a"), Mark(3, 8, "b")], [], [(2, 3, ""), (3, 4, "ab"), (4, 8, "b")]),
        ([Mark(0, 2, "a"), Mark(8, 9, "b")], [], [(2, 8, "")]),
        ([Mark(2, 8, "a")], [5, 1, 8], [(2, 5, "a"), (5, 8, "a")]),
    ],
)
def test_stretches_lie_under_the_same_marks(
    marks: list[Mark], cuts: list[int], expected: list[tuple[int, int, str]]
) -> None:
    found = [(a, b, "".join(mark.name for mark in over)) for a, b, over in stretches(2, 8, marks, cuts)]
    assert found == expected


@given(st.lists(st.builds(lambda at, length: Mark(at, at + length), st.integers(0, 20), st.integers(1, 9)), max_size=9))
def test_stretches_tile_the_text_and_know_every_mark_over_them(marks: list[Mark]) -> None:
    found = list(stretches(3, 17, marks))
    assert [a for a, _b, _over in found] + [17] == [3] + [b for _a, b, _over in found]
    for a, b, over in found:
        expected = [mark for mark in marks if mark.start <= a and mark.end >= b]
        assert over == sorted(expected, key=lambda mark: mark.start)
