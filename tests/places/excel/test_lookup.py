"""Areas by path, end of a path or code."""

import pytest

from tests.places.excel.comparing import AREAS
from wenming.places.excel.lookup import Areas
from wenming.places.excel.standing import AreaFacts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("松江省/临江市/青禾县", [3]),
        (" 松江省 › 临江市＞青禾县 ", [3]),
        ("青禾县/云桥镇", [4]),
        ("云桥镇", [4, 6]),
        ("420222", [3]),
        ("420999", []),
        ("松江省/青禾县", []),
        ("没有", []),
    ],
)
def test_what_a_cell_may_mean(text: str, found: list[int]) -> None:
    assert Areas(AREAS).found(text) == found


def test_a_path_leads_back() -> None:
    areas = Areas(AREAS)
    assert all(areas.found(areas.path(key)) == [key] for key in AREAS)
    assert areas.path(None) == ""


def test_an_area_that_is_renamed_is_found_by_both_names() -> None:
    areas = Areas(AREAS)
    areas.put(3, AreaFacts("青禾区", "county", "420222", 2))
    assert areas.found("临江市/青禾区/云桥镇") == areas.found("临江市/青禾县/云桥镇") == [4]
    assert areas.below(2, "青禾区") == areas.by_code("420222") == 3


def test_a_new_area_lies_where_it_is_put() -> None:
    areas = Areas(AREAS)
    areas.put(-5, AreaFacts("城关镇", "town", "", 3))
    areas.put(-6, AreaFacts("东街社区", "community", "", -5))
    assert areas.lies_in(-6, frozenset({3}))
    assert not areas.lies_in(-6, frozenset({5}))
