"""How much a record is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.commitments.arbitrary import UNITS, facts
from wenming.rules.commitments.facts import Fact, measure
from wenming.rules.commitments.model import Number

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("last", "amounts", "unit", "much"),
    [
        (2, {}, "次", 1),
        (2, {}, "期", 1),
        (2, {"场": 3}, "场", 3),
        (2, {"场": 3}, "次", 1),
        (2, {"场": 0}, "场", 1),
        (2, {"分钟": 180}, "天", 0.5),
        (2, {"分钟": 90}, "小时", 1.5),
        (2, {"小时": 2}, "分钟", 120),
        (2, {"天": 1}, "小时", 6),
        (2, {}, "天", None),
        (4, {}, "天", 3),
        (4, {}, "小时", 18),
        (4, {"小时": 9}, "天", 1.5),
        (4, {"小时": 9, "天": 2}, "天", 2),
        (2, {"人": 46}, "人", 46),
        (2, {"名": 46}, "人", 46),
        (2, {}, "人", None),
        (2, {"部": 2, "篇": 1}, "部", 2),
        (2, {"篇": 1}, "部", None),
    ],
)
def test_how_much_a_record_is(last: int, amounts: dict[str, Number], unit: str, much: Number | None) -> None:
    assert measure(Fact(1, 7, MONDAY, date(2026, 3, last), tuple(amounts.items())), unit) == much


def test_those_named_are_people() -> None:
    named = frozenset({3, 4})
    assert measure(Fact(1, 7, MONDAY, MONDAY, reached=named), "人") == 2
    assert measure(Fact(1, 7, MONDAY, MONDAY, (("人", 9),), reached=named), "名") == 9


def test_a_record_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends on or after"):
        Fact(1, 7, MONDAY, date(2026, 3, 1))


@given(facts(st.just(7)))
def test_time_is_the_same_in_every_unit_unless_said_in_that_unit(fact: Fact) -> None:
    said = [unit for unit in ("天", "小时", "分钟") if unit in dict(fact.amounts)]
    days, hours, minutes = (measure(fact, unit) for unit in ("天", "小时", "分钟"))
    if len(said) < 2 and days is not None and hours is not None and minutes is not None:
        assert hours == pytest.approx(days * 6)
        assert minutes == pytest.approx(hours * 60)


@given(facts(st.just(7)), st.sampled_from(UNITS))
def test_the_order_of_what_is_said_does_not_matter(fact: Fact, unit: str) -> None:
    turned = Fact(1, 7, fact.first, fact.last, tuple(reversed(fact.amounts)), fact.reached)
    assert measure(fact, unit) == measure(turned, unit)
