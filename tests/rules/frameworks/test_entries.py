"""Values taken by name, and what nobody took."""

import json
from collections.abc import Callable

import pytest

from tests.rules.scoring.trees import F
from wenming.rules.frameworks.entries import Entries
from wenming.rules.frameworks.located import PackError, locate, text_of


def entries(text: str) -> Entries:
    """The values that the text writes."""
    return Entries(locate(text), "test")


def test_each_value_is_taken_once_and_the_rest_is_kept_as_it_came() -> None:
    given = entries("a: 1.10\nb: [x, y]\nc: {k: 2.50, l: [~, true, 010, 2026-01-01]}\nd: ~\n")
    assert "a" in given
    assert (given.text("a"), given.text("a"), given.texts("b"), given.text("d")) == ("1.10", "", ("x", "y"), "")
    assert json.loads(given.more()) == {"c": {"k": 2.5, "l": [None, True, "010", "2026-01-01"]}}
    assert entries("a: 1").take("b", lambda value: text_of(value, "b"), "nothing") == "nothing"


def test_in_whatever_order_a_mapping_is_kept_it_is_the_same() -> None:
    assert entries("bb: {d: 1, c: 2}\na: 3").more() == entries("a: 3\nbb: {c: 2, d: 1}").more()


def test_numbers_and_flags() -> None:
    given = entries("a: 2.5\nb: 300\nc: yes\nd: {x: 1, z: 2, y: 1}")
    assert (given.number("a"), given.whole("b"), given.flag("c"), given.flag("z")) == (F("2.5"), 300, True, False)
    assert given.shares("d", lambda value: F(text_of(value, "d"))) == (("z", F(2)), ("x", F(1)), ("y", F(1)))
    assert given.more() == ""


@pytest.mark.parametrize(
    ("take", "code"),
    [
        (lambda given: given.number("a"), "below_zero"),
        (lambda given: given.whole("b"), "not_whole"),
        (lambda given: given.text("c"), "not_text"),
        (lambda given: given.texts("a"), "not_list"),
        (lambda given: given.text("d"), "too_long"),
    ],
)
def test_what_cannot_be_taken_is_told_by_line(take: Callable[[Entries], object], code: str) -> None:
    given = entries("a: -1\nb: 2.5\nc: [x]\nd: " + "字" * 20_001)
    with pytest.raises(PackError) as refused:
        take(given)
    assert refused.value.code == code
    assert refused.value.line == {"a": 1, "b": 2, "c": 3, "d": 4}[refused.value.about["name"]]
