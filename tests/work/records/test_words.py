"""A record and its versions in words."""

import pytest
from django.utils.translation import override

from wenming.work.records.proposing import Why
from wenming.work.records.words import LABELS, WHY_WORDS, differences, field_words, long_words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(None, ""), (180, "半天"), (90, "1.5 小时"), (360, "1 天"), (540, "3 个半天"), (50, "50 分钟"), (3600, "10 天")],
)
def test_how_long(minutes: int | None, words: str) -> None:
    assert long_words(minutes) == words


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("minutes", 180, "半天"),
        ("first", "2026-03-05", "2026年3月5日"),
        ("roster", 46, "46 人"),
        ("roster", 0, ""),
        ("people", 0, "0"),
        ("with_units", ["县团委", "县妇联"], "县团委、县妇联"),
        ("uses", [1, 9], "民主评议、#9"),
        ("title", "会", "会"),
        ("place", "", ""),
        ("last", None, ""),
    ],
)
def test_a_field(name: str, value: object, words: str) -> None:
    assert field_words(name, value, {1: "民主评议"}) == words


def test_only_what_differs_in_the_order_of_the_page() -> None:
    before = {"title": "会", "people": 3, "place": "甲"}
    after = {"place": "甲", "people": 4, "title": "评议会"}
    found = differences(before, after, {})
    assert [(str(one.label), one.before, one.after) for one in found] == [
        ("做了什么", "会", "评议会"),
        ("多少人参加", "3", "4"),
    ]


def test_every_reason_has_words_in_both_languages() -> None:
    assert set(WHY_WORDS) == set(Why)
    for language in ("zh-hans", "en"):
        with override(language):
            assert all(str(words) for words in (*WHY_WORDS.values(), *LABELS.values()))
