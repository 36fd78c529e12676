"""Whole documents: real ones where they are there, and anything at all."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import grows_in_step
from wenming.reading import measures
from wenming.reading import read as reading
from wenming.reading.messages import say
from wenming.reading.model import Reading, UnreadableDocument
from wenming.reading.read import LONGEST_LINE, MOST_CHARACTERS, MOST_LINES, read_text

SHARED = Path(__file__).parents[3] / "shared/plans/dev"
CORPUS = Path(__file__).parent / "corpus"
LINES = sorted({line for path in CORPUS.glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines()})
SIGNS = "一二三（）、1.。；，：\n\t 责任单位县教育局牵头要负责每月底前由等和各社区附件—①第章条"


def read(text: str) -> Reading:
    """The reading of a text."""
    return read_text(text, name="方案.txt", sha256="")


def _check(reading: Reading) -> None:
    """Every span lies within the text, measures stand in order, a duty's signs stand in its span in their order."""
    text = reading.text
    for plan in reading.plans:
        assert [measure.start for measure in plan.measures] == sorted(measure.start for measure in plan.measures)
        for measure in plan.measures:
            assert 0 <= measure.start < measure.end <= len(text)
            for duty in measure.duties:
                signs = iter(text[duty.start : duty.end])
                assert all(sign in signs for sign in duty.unit)
            for term in measure.terms:
                assert 0 <= term.start < term.end <= len(text)
    assert all(0 <= doubt.start <= doubt.end <= len(text) for doubt in reading.doubts)


@given(st.text(SIGNS, max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_plan_can_be_read(text: str) -> None:
    _check(read(text))


@given(st.lists(st.sampled_from(LINES), max_size=30))
@settings(max_examples=300, deadline=None)
def test_lines_of_plans_in_any_order_can_be_read(lines: list[str]) -> None:
    _check(read("\n".join(lines)))


@given(st.text(max_size=120))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    _check(read(text))


def test_nothing_gives_no_measures() -> None:
    reading = read("")
    assert [plan.measures for plan in reading.plans] == [()]


@pytest.mark.parametrize("path", sorted(SHARED.glob("*.txt")), ids=lambda path: path.stem)
def test_real_plans(path: Path) -> None:
    reading = read(path.read_bytes().decode("utf-8"))
    _check(reading)
    assert sum(len(plan.measures) for plan in reading.plans) > 10


HOSTILE = [
    "（",
    "）",
    "一、",
    "一、\n",
    "县教育局",
    "县教育局、",
    "责任单位：",
    "由",
    "每",
    "9",
    "1.",
    "— 3 —\n甲\n",
    "甲\t乙\n",
    "局要",
    "\n",
]


@pytest.mark.parametrize("sign", HOSTILE)
def test_reading_grows_in_step_with_hostile_repetition(sign: str) -> None:
    assert grows_in_step(lambda size: read(sign * (size // len(sign))), 2_000)


TOO_MUCH = [
    pytest.param("一、\n" * (MOST_LINES + 1), "too_many_lines", id="lines"),
    pytest.param("1.\r\n" * (MOST_LINES + 1), "too_many_lines", id="lines of Windows"),
    pytest.param("\r" * (MOST_LINES + 1), "too_many_lines", id="lines of old Macintoshes"),
    pytest.param("文明县城\n" * (MOST_CHARACTERS // 5 + 1), "too_many_characters", id="characters"),
    pytest.param("县住建局每月清理2次，" * 110_000, "line_too_long", id="one line"),
]


@pytest.mark.parametrize(("text", "code"), TOO_MUCH)
def test_more_than_any_plan_has_is_refused(text: str, code: str) -> None:
    with pytest.raises(UnreadableDocument, match=code) as refusal:
        read(text)
    assert say(refusal.value.code, refusal.value.about)


@pytest.mark.parametrize("text", ["一、清理\n" * 21, "1.推进；2.完成；3.清理；\n" * 7])
def test_more_items_than_any_plan_has_are_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(reading, "MOST_ITEMS", 20)
    with pytest.raises(UnreadableDocument, match="too_many_items") as refusal:
        read(text)
    assert say(refusal.value.code, refusal.value.about)


def test_more_duties_and_terms_than_any_plan_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "MOST_MARKS", 20)
    with pytest.raises(UnreadableDocument, match="too_many_marks") as refusal:
        read("一、清理2次。（责任单位：县住建局）\n" * 11)
    assert say(refusal.value.code, refusal.value.about)


def test_the_line_that_is_too_long_is_named() -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read("方案\n" + "文" * (LONGEST_LINE + 1) + "\n一、清理\n")
    assert refusal.value.about == {"line": "2", "length": f"{LONGEST_LINE + 1:,}", "most": f"{LONGEST_LINE:,}"}


def test_a_plan_that_lost_its_line_breaks_is_read() -> None:
    assert read("各社区要清理。" * (LONGEST_LINE // 7)).plans
