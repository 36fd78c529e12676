"""The filters of an address."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from wenming.plans.table.filters import Filters, Lack, View, Who, read_filters
from wenming.reading.model import Role, TermKind

ALL = Filters(
    View.DATE, "路灯", ("三、重点任务", "（一）街巷"), Who("unit", 7), Role.LEAD, TermKind.DATE, Lack.OWNER, "2026-06"
)


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("", Filters()),
        ("by=unit", Filters(View.UNIT)),
        ("q=+路灯+", Filters(text="路灯")),
        ("who=class-3", Filters(who=Who("class", 3))),
        ("chapter=一 › 二", Filters(chapter=("一", "二"))),
        ("month=2026-06", Filters(month="2026-06")),
        ("month=2026-13&by=nothing&who=unit-x&role=boss&term=when&lack=luck", Filters()),
        ("who=unit-99999999999999999999999", Filters()),
        (f"q={'长' * 300}", Filters(text="长" * 100)),
    ],
)
def test_what_an_address_means(query: str, filters: Filters) -> None:
    assert read_filters(QueryDict(query).dict()) == filters


def test_an_address_and_back() -> None:
    assert read_filters(QueryDict(ALL.query()).dict()) == ALL
    assert Filters().query() == ""


def test_one_part_can_be_changed() -> None:
    assert QueryDict(ALL.query(month="", by="unit")).dict() == {
        **QueryDict(ALL.query(month="")).dict(),
        "by": "unit",
    }


@pytest.mark.parametrize(("filters", "are_set"), [(Filters(), False), (Filters(View.UNIT), False), (ALL, True)])
def test_another_face_is_no_filter(filters: Filters, are_set: bool) -> None:
    assert filters.are_set is are_set


@given(st.dictionaries(st.sampled_from(["by", "q", "chapter", "who", "role", "term", "lack", "month"]), st.text()))
def test_any_address_is_understood_and_keeps_its_meaning(query: dict[str, str]) -> None:
    filters = read_filters(query)
    assert read_filters(QueryDict(filters.query()).dict()) == filters
