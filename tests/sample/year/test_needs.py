"""What a task asks for, in portions."""

from datetime import date
from random import Random

import pytest

from tests.sample.year.making import CALENDAR, SPAN
from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Coverage,
    Deadline,
    Demand,
    Direction,
    Every,
    Length,
    Population,
    Rate,
    Recurring,
    Standing,
    Total,
)
from wenming.rules.commitments.periods import Period
from wenming.sample.year.needs import Size, day_label, needs

PLAIN = Size()


@pytest.mark.parametrize(
    ("demand", "sizes"),
    [
        (Recurring(Amount(2, None, "次"), 1, Every.HALF_YEAR), [PLAIN] * 4),
        (Recurring(Amount(60, None, "次"), 1, Every.YEAR), [Size(outputs=((60, "次"),))]),
        (Recurring(Amount(0.5, None, "天"), 1, Every.HALF_YEAR), [Size(minutes=180)] * 2),
        (Recurring(Amount(56, None, "小时"), 1, Every.YEAR), [Size(outputs=((56, "小时"),))]),
        (Recurring(Amount(5, None, "名"), 1, Every.YEAR), [Size(people=5)]),
        (Total(Amount(8, 10, "篇"), together=False), [Size(outputs=((4, "篇"),))] * 2),
        (Total(Amount(60, None, "处"), together=True), [Size(outputs=((10, "处"),))] * 6),
        (Length(Amount(60, None, "分钟")), [Size(minutes=60)] * 2),
        (Coverage(1, Population("居民户", 300)), [Size(people=100)] * 3),
        (Deadline(), [PLAIN]),
        (Standing(1, Every.HALF_YEAR), [PLAIN] * 2),
        (Rate("亮灯率", Direction.REACH, 95, "%"), []),
    ],
)
def test_portions(demand: Demand, sizes: list[Size]) -> None:
    assert [need.size for need in needs(Commitment(demand, SPAN), CALENDAR, Random(1))] == sizes


def test_each_record_is_as_long_as_it_has_to_be() -> None:
    rule = Commitment(Recurring(Amount(1, None, "次"), 1, Every.YEAR), SPAN, least=Amount(90, None, "分钟"))
    assert [need.size for need in needs(rule, CALENDAR, Random(1))] == [Size(minutes=90)]


def test_of_a_limit_it_is_seldom_more() -> None:
    rule = Commitment(Recurring(Amount(None, 1, "次"), 1, Every.MONTH), SPAN)
    counts = [len(list(needs(rule, CALENDAR, Random(seed)))) for seed in range(20)]
    assert min(counts) == 12
    assert 12 < max(counts) < 20


def test_scaled_keeps_something() -> None:
    assert Size(90, 20, ((60, "次"),)).scaled(0.5) == Size(45, 10, ((30, "次"),))
    assert Size(None, None, ((1, "部"),)).scaled(0.5) == Size(None, None, ((1, "部"),))


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (date(2026, 5, 1), date(2026, 5, 31), "5月"),
        (date(2026, 4, 1), date(2026, 6, 30), "二季度"),
        (date(2026, 1, 1), date(2026, 6, 30), "上半年"),
        (date(2026, 1, 1), date(2026, 12, 31), ""),
        (date(2026, 5, 4), date(2026, 5, 10), ""),
    ],
)
def test_the_title_names_the_time(first: date, last: date, label: str) -> None:
    assert day_label(date(2026, 5, 5), Period(first, last, last, last)) == label
