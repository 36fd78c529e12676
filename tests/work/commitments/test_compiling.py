"""From terms to proposals: each construction by an example of its own."""

from collections.abc import Sequence
from datetime import date

import pytest

from wenming.reading import model as said
from wenming.reading.read import read_text
from wenming.rules.commitments.model import (
    Amount,
    Coverage,
    Deadline,
    Direction,
    Every,
    Growth,
    Length,
    Population,
    Rate,
    Recurring,
    Span,
    Standing,
    Total,
)
from wenming.work.commitments.compiling import Passage, Proposal, Said, proposals, year_of_plan

YEAR = year_of_plan(2026)


def compiled(sentence: str, *terms: tuple[str, said.Value], since: date | None = None) -> tuple[Proposal, ...]:
    """The proposals for a measure of that text; each term is the words that say it and its value."""
    title = "一、邻里共建"
    text = f"{title}\n{sentence}"
    placed = [
        Said(key, value, text.index(words), text.index(words) + len(words)) for key, (words, value) in enumerate(terms)
    ]
    return proposals(Passage(text, title, 0, len(text), placed, YEAR, since))


def monthly(number: float = 1, unit: str = "次", period: said.Period = said.Period.MONTH) -> said.Frequency:
    return said.Frequency(number, None, unit, 1, period)


def demands(found: Sequence[Proposal]) -> list[object]:
    return [one.rule.demand for one in found]


def test_two_rhythms_of_one_population() -> None:
    discuss, assess = compiled(
        "每个小区每月开一次议事会，每季度搞一次评议。",
        ("每个小区", said.Coverage("小区", None)),
        ("每月开一次", monthly()),
        ("每季度搞一次", monthly(period=said.Period.QUARTER)),
    )
    assert (discuss.activity, discuss.population, discuss.terms) == ("议事会", "小区", (1, 0))
    assert discuss.rule.demand == Recurring(Amount(1, None, "次"), 1, Every.MONTH)
    assert (assess.activity, assess.population, assess.is_together) == ("评议", "小区", False)
    assert assess.rule.demand == Recurring(Amount(1, None, "次"), 1, Every.QUARTER)


def test_a_population_behind_the_only_demand_is_its_own() -> None:
    (one,) = compiled(
        "国庆节举办一次升旗，各单位都要到场。",
        ("国庆节", said.DateRange("--10-01", "--10-01")),
        ("一次", said.Amount(1, 1, "次")),
        ("各单位都", said.Coverage("单位", None)),
    )
    assert one.rule.demand == Total(Amount(1, 1, "次"), together=False)
    assert one.rule.span == Span(date(2026, 10, 1), date(2026, 10, 1))
    assert (one.population, set(one.terms)) == ("单位", {0, 1, 2})


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("各乡镇6月底前建成1所实践所。", "乡镇"),
        ("建实践所。全县各村（社区）要建1所实践所。", "村（社区）"),
        ("各乡镇共建成1所实践所。", ""),
        ("各乡镇要配合，全县建成1所实践所。", ""),
        ("建成1所实践所。", ""),
    ],
)
def test_what_a_class_is_told_one_by_one_is_asked_of_each(text: str, population: str) -> None:
    (one,) = compiled(text, ("1所", said.Amount(1, 1, "所")))
    assert one.rule.demand == Total(Amount(1, 1, "所"), together=not population)
    assert (one.population, one.is_together) == (population, not population)


@pytest.mark.parametrize(
    ("words", "value", "first"),
    [
        ("每月走访一次", monthly(), date(2026, 9, 10)),
        ("每年走访一次", monthly(period=said.Period.YEAR), date(2026, 1, 1)),
        ("走访九户", said.Amount(9, 9, "户"), date(2026, 1, 1)),
    ],
)
def test_what_recurs_is_asked_from_a_day_on(words: str, value: said.Value, first: date) -> None:
    (one,) = compiled(f"{words}。", (words, value), since=date(2026, 9, 10))
    assert one.rule.span == Span(first, date(2026, 12, 31))


def test_a_review_is_asked_from_a_day_on() -> None:
    (one,) = compiled("营造氛围。", since=date(2026, 9, 10))
    assert one.rule.span == Span(date(2026, 9, 10), date(2026, 12, 31))


def test_a_season_that_is_over_keeps_its_days() -> None:
    terms = (("五月", said.DateRange("--05", "--05")), ("每周一次", monthly(period=said.Period.WEEK)))
    (one,) = compiled("五月每周一次。", *terms, since=date(2026, 9, 10))
    assert one.rule.span == Span(date(2026, 5, 1), date(2026, 5, 31))


def test_a_season_binds_the_weeks_and_not_the_year() -> None:
    weekly, yearly = compiled(
        "五月至十月，每周在广场放一部电影，全年给每个村放两场电影。",
        ("五月至十月", said.DateRange("--05", "--10")),
        ("每周在广场放一部", monthly(unit="部", period=said.Period.WEEK)),
        ("全年给每个村放两场", monthly(2, "场", said.Period.YEAR)),
        ("每个村", said.Coverage("村", None)),
    )
    assert weekly.rule.span == Span(date(2026, 5, 1), date(2026, 10, 31))
    assert (weekly.population, weekly.terms) == ("", (1, 0))
    assert yearly.rule.span == YEAR
    assert (yearly.population, yearly.terms) == ("村", (2, 3))


def test_everybody_once_in_classes_of_some_length() -> None:
    (one,) = compiled(
        "确保每名干部都受到一次培训，每期不少于3天。",
        ("每名干部都受到一次", said.Coverage("干部", 1)),
        ("不少于3天", said.Amount(3, None, "天")),
    )
    assert one.rule.demand == Coverage(1, Population("干部"))
    assert one.rule.least == Amount(3, None, "天")
    assert (one.activity, one.is_together, one.terms) == ("培训", True, (0, 1))


def test_a_length_alone_measures_every_record() -> None:
    (one,) = compiled("讲座不少于2小时。", ("不少于2小时", said.Amount(2, None, "小时")))
    assert one.rule.demand == Length(Amount(2, None, "小时"))


@pytest.mark.parametrize(
    ("value", "demand"),
    [
        (said.Amount(8, 10, "个"), Total(Amount(8, 10, "个"), together=True)),
        (said.Amount(95, None, "%"), Rate("亮灯率", Direction.REACH, 95, "%")),
        (said.Amount(None, 3, "%"), Rate("亮灯率", Direction.FALL, 3, "%")),
    ],
)
def test_quantities(value: said.Amount, demand: object) -> None:
    (one,) = compiled("年内，确保亮灯率若干。", ("若干", value))
    assert one.rule.demand == demand
    assert one.is_together


def test_dates_that_nothing_else_uses_are_deadlines() -> None:
    first, second = compiled(
        "三月底前摸底，六月底前完工。",
        ("三月底前", said.DateRange(None, "--03")),
        ("六月底前", said.DateRange(None, "--06")),
    )
    assert demands([first, second]) == [Deadline(), Deadline()]
    assert first.rule.span == Span(date(2026, 1, 1), date(2026, 3, 31))
    assert second.rule.span.last == date(2026, 6, 30)


def test_only_one_date_of_a_measure_holds_for_its_rhythms() -> None:
    (_deadline, one) = compiled(
        "活动到11月结束。每月组织一次巡访。",
        ("到11月", said.DateRange(None, "--11")),
        ("每月组织一次", monthly()),
    )
    assert one.rule.span.last == date(2026, 11, 30)


@pytest.mark.parametrize("stop", ["，", "。"])
def test_the_deadline_of_a_quantity_ends_no_rhythm(stop: str) -> None:
    (lamps, one) = compiled(
        f"六月底前更换40盏路灯{stop}每月组织一次巡访。",
        ("六月底前", said.DateRange(None, "--06")),
        ("40盏", said.Amount(40, 40, "盏")),
        ("每月组织一次", monthly()),
    )
    assert lamps.rule.span.last == date(2026, 6, 30)
    assert one.rule.span == YEAR


def test_a_rhythm_without_a_number_is_once() -> None:
    (one,) = compiled("每年开展邻里节。", ("每年开展", said.Frequency(None, None, None, 1, said.Period.YEAR)))
    assert one.rule.demand == Recurring(Amount(1, None, "次"), 1, Every.YEAR)


def test_a_date_before_the_plan_is_background() -> None:
    old = said.DateRange(None, "2025-12-31")
    (one,) = compiled("在2025年底的基础上，每月组织一次巡访。", ("2025年底", old), ("每月组织一次", monthly()))
    assert one.rule.span == YEAR
    (review,) = compiled("2025年底已有基础。", ("2025年底", old))
    assert isinstance(review.rule.demand, Standing)


def test_how_soon_is_not_how_long() -> None:
    (one,) = compiled("来信7天内办结。", ("7天内", said.Amount(None, 7, "天")))
    assert (isinstance(one.rule.demand, Standing), one.terms) == (True, ())


@pytest.mark.parametrize("terms", [(), (("长期", said.Horizon.LONG),), (("每个人", said.Coverage("人", None)),)])
def test_what_cannot_be_counted_is_reviewed(terms: tuple[tuple[str, said.Value], ...]) -> None:
    (one,) = compiled("长期关心每个人。", *terms)
    assert one.rule.demand == Standing(1, Every.HALF_YEAR)
    assert (one.activity, one.terms) == ("邻里共建", ())


def test_what_a_plan_says_comes_through_from_its_text() -> None:
    text = "青禾县2026年实施方案\n一、重点任务\n（一）社区议事\n每个社区每月组织一次居民议事会。\n责任单位：县民政局\n"
    reading = read_text(text, name="方案.txt", sha256="0" * 64)
    measure = next(one for one in reading.plans[0].measures if one.terms)
    terms = [Said(key, term.value, term.start, term.end) for key, term in enumerate(measure.terms)]
    (one,) = proposals(Passage(text, measure.title, measure.start, measure.end, terms, YEAR))
    assert (one.activity, one.population) == ("居民议事会", "社区")
    assert one.rule.demand == Recurring(Amount(1, None, "次"), 1, Every.MONTH)


@pytest.mark.parametrize(
    ("sentence", "figure", "reference"),
    [
        ("确保教育经费的增幅不低于财政收入增幅。", "教育经费", "财政收入"),
        ("创建经费增长幅度应高于同期财政支出增长幅度。", "创建经费", "财政支出"),
        ("农民收入增速快于城镇居民收入增速。", "农民收入", "城镇居民收入"),
        ("工作经费与财政收入同步增长。", "工作经费", "财政收入"),
        ("宣传投入随着地方财力的增长逐年增加。", "宣传投入", "地方财力"),
    ],
)
def test_a_figure_that_has_to_grow_with_another(sentence: str, figure: str, reference: str) -> None:
    [one] = compiled(sentence)
    assert (one.activity, one.rule.demand, one.is_together) == (figure, Growth(figure, reference), True)


def test_growth_stands_beside_what_terms_ask_for() -> None:
    found = compiled("每月开一次调度会，经费与财政收入同步增长。", ("每月开一次", monthly()))
    assert demands(found) == [Recurring(Amount(1, None, "次"), 1, Every.MONTH), Growth("经费", "财政收入")]


def test_a_school_term_is_no_half_year() -> None:
    [one] = compiled("每学期开展一次主题班会。", ("每学期开展一次", monthly(period=said.Period.HALF_YEAR)))
    assert one.rule.demand == Recurring(Amount(1, None, "次"), 1, Every.SCHOOL_TERM)
