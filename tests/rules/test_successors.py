"""Which successor a matter goes to by default."""

import pytest

from wenming.rules.successors import likely

NAMES = ("青禾县教育局", "青禾县体育局", "青禾县文化和旅游局")


@pytest.mark.parametrize(
    ("matter", "index"),
    [
        ("办好义务教育", 0),
        ("开展全民健身和体育比赛", 1),
        ("整治旅游市场", 2),
        ("清扫背街小巷", 0),
        ("青禾县大扫除", 0),
        ("", 0),
    ],
)
def test_a_matter_goes_to_the_one_it_speaks_of(matter: str, index: int) -> None:
    assert likely(matter, NAMES) == index


def test_one_name_or_none() -> None:
    assert likely("教育", ["县教育局"]) == 0
    assert likely("教育", []) == 0
