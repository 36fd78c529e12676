"""Markdown: what says how a text is to look, and what only seems to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.cleaning.layout import read_layout
from wenming.reading.cleaning.markdown import is_markdown, marks_of, with_plain_signs
from wenming.reading.read import read_text

HEADINGS = "# 护河方案\n\n## 一、任务\n\n"
CASES = [
    (HEADINGS, "护河方案\n一、任务\n"),
    (HEADINGS + "**责任单位：** 县水利局", "护河方案\n一、任务\n责任单位： 县水利局\n"),
    (HEADINGS + "* 清理***河道***", "护河方案\n一、任务\n- 清理河道\n"),
    (HEADINGS + "> 1\\. 见[附件](a.docx)![图](b.png)", "护河方案\n一、任务\n1. 见附件\n"),
    (HEADINGS + "---\n\n```\n各村\n```", "护河方案\n一、任务\n各村\n"),
    ("---\ntitle: 护河\n---\n" + HEADINGS, "护河方案\n一、任务\n"),
    ("## 一、任务 ##\r\n\r\n---\r\n## 二、要求 ##\r\n", "一、任务\n二、要求\n"),
    ("**责任单位：**甲\n**时限**：乙\n1. **植树。**\n", "责任单位：甲\n时限：乙\n1. 植树。\n"),
]


@pytest.mark.parametrize(("text", "clean"), CASES)
def test_signs_are_no_words(text: str, clean: str) -> None:
    assert read_layout(text, []).text == clean


@pytest.mark.parametrize(
    "text", ["**镇党委、**镇政府\n**乡、**村\n**县、**局\n", "# 一、任务\n清理河道", "5 * 3\n**村"]
)
def test_masked_names_are_no_markdown(text: str) -> None:
    assert not is_markdown(text)
    assert read_layout(text, []).text.split() == text.split()


def test_breaks_within_a_cell_part_its_units() -> None:
    text = HEADINGS + "| 任务 | 责任单位 |\n| --- | --- |\n| 植树 | 县林业局<br>各乡镇 |\n"
    units = [duty.unit for duty in read_text(text, name="a.md", sha256="").plans[0].measures[0].duties]
    assert units == ["县林业局", "各乡镇"]


def test_places_count_in_the_text_as_it_stands() -> None:
    text = HEADINGS + "1. **植树。** 每月1次。**（责任单位：县林业局）**\n"
    (measure,) = read_text(text, name="a.md", sha256="").plans[0].measures
    assert text[measure.start :].startswith("1. **植树")
    assert [text[duty.start : duty.end] for duty in measure.duties] == ["县林业局"]


@given(st.text("#* _`[]()!<br>\\-|~一、。\n", max_size=80))
def test_no_character_moves(text: str) -> None:
    assert len(with_plain_signs(text)) == len(text)
    assert all(0 <= start <= end <= len(text) for start, end in marks_of(text))
    read_layout(text, [])
