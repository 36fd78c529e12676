"""Whole documents: real ones where they are there, and anything at all."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import grows_in_step
from wenming.reading.model import Reading, UnreadableDocument
from wenming.reading.read import MOST_LINES, read_text

SHARED = Path(__file__).parents[3] / "shared/plans/dev"
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


@pytest.mark.parametrize("line", ["一、\n", "1.\r\n", "\r"])
def test_more_lines_than_any_plan_has_are_refused(line: str) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read(line * (MOST_LINES + 1))
    assert refusal.value.code == "too_many_lines"


def test_a_long_document_of_one_line_is_read() -> None:
    assert read("各社区。" * MOST_LINES).plans
