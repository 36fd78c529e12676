"""The part of a text around what was searched for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.plans.search.excerpt import Excerpt, excerpt


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("每季度夜查一次", "夜查", Excerpt("每季度", "夜查", "一次")),
        ("夜查", "夜查", Excerpt("", "夜查", "")),
        ("每季度\n夜查", "夜查", Excerpt("每季度 ", "夜查", "")),
        ("用APP登记", "app", Excerpt("用", "APP", "登记")),
        ("没有", "夜查", Excerpt("", "", "没有")),
        ("甲" * 50 + "夜查" + "乙" * 100, "夜查", Excerpt("…" + "甲" * 24, "夜查", "乙" * 64 + "…")),
        ("甲" * 200, "", Excerpt("", "", "甲" * 88 + "…")),
    ],
)
def test_it_shows_the_words_and_what_is_around(text: str, words: str, expected: Excerpt) -> None:
    assert excerpt(text, words) == expected


@given(st.text(max_size=200), st.text(max_size=5))
def test_any_text_has_an_excerpt(text: str, words: str) -> None:
    found = excerpt(text, words)
    assert len(found.before) + len(found.after) <= 100
