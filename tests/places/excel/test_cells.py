"""Days in the ways that offices write them."""

from datetime import date

import pytest

from tests.places.excel.comparing import STANDING
from wenming.places.excel.cells import day_in, kinds_by_word, names_of


@pytest.mark.parametrize("text", ["2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日"])
def test_a_day(text: str) -> None:
    assert day_in(text) == date(2026, 3, 5)


@pytest.mark.parametrize("text", ["", "去年", "2026-03", "2026-13-01", "2026-2-30", "0000-01-01", "²026-1-1"])
def test_no_day(text: str) -> None:
    assert day_in(text) is None


def test_kinds_by_their_words() -> None:
    assert kinds_by_word()["政府部门"] == "government"


def test_a_name_means_who_is_to_bear_it_before_who_bore_it() -> None:
    names = names_of(STANDING, {1: "青禾县第一中学", 2: "青禾县教育局"})
    assert (names.key("青禾县教育局"), names.key("青禾县第一中学"), names.key("没有")) == (2, 1, None)
    assert names.called[1] == "青禾县第一中学"
