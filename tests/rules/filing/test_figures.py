"""The figures of a report, and those without a source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.filing.figures import figures_of, without_source

TEXTS = {
    "全县98.5%的路灯完好，修灯1,204盏。": ["98.5%", "1,204盏"],
    "投入320.5万元，覆盖12万人次。": ["320.5万元", "12万人次"],
    "2026年3月5日印发青文明〔2026〕12号": [],
    "1. 概况\n2）做法": [],
    "2024—2026年共办3场，3场都有照片": ["3场"],
    "Ⅱ-1 A4纸 v2.1": [],
    "没有数字": [],
    "面积1500平方米，第1批200人": ["1500平方米", "200人"],
}


@pytest.mark.parametrize("text", TEXTS)
def test_figures_are_found_and_dates_and_numbers_of_papers_are_none(text: str) -> None:
    assert [one.words for one in figures_of(text)] == TEXTS[text]


def test_each_stands_with_the_words_around_it() -> None:
    [one] = figures_of("全县背街小巷共修灯1204盏，都亮了。")
    assert one.before.endswith("共修灯")
    assert one.after == "，都亮了。"


def test_those_without_a_source_are_told() -> None:
    assert [one.words for one in without_source("修灯1204盏，亮灯率98.5%", {"1204盏"})] == ["98.5%"]


@given(st.text(alphabet="0123456789.,%年月日号〔〕第共个\n ", max_size=60))
def test_a_figure_stands_in_the_text_where_it_says(text: str) -> None:
    for one in figures_of(text):
        assert text[one.start : one.start + len(one.words)] == one.words
