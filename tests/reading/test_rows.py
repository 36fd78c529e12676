"""Rows of a responsibility table."""

import pytest

from tests.reading.making import make_measure, make_reading
from wenming.reading.model import Amount, DateRange, Doubt, Horizon, Measure, Plan, Role, Term, TermKind, Title
from wenming.reading.read import read_text
from wenming.reading.rows import chapter_of, column_of, doubt_rows, quote, rows_of, title_of

TEXT = (
    "青禾县绿化方案\n一、植树\n"
    "1.每年植树100棵，2026年底前完成。责任单位：县林业局、县教育局、县林业局；配合单位：团县委\n"
)
MEASURE = make_measure(
    TEXT,
    TEXT.split("\n")[2],
    path=["一、植树"],
    units={Role.RESPONSIBLE: ["县林业局", "县教育局", "县林业局"], Role.COOPERATING: ["团县委"]},
    terms={"100棵": Amount(100, 100, "棵"), "2026年底前": DateRange(None, "2026"), "植树": Horizon.NEAR},
)


def test_it_says_who_and_what() -> None:
    [row] = rows_of(make_reading(TEXT, [MEASURE], title="青禾县绿化方案"))
    assert (row.number, row.chapter, row.measure) == (1, "一、植树", "1.每年植树100棵，2026年底前完成")
    assert (row.lead, row.responsible, row.cooperating) == ("", "县林业局、县教育局", "团县委")
    assert (row.frequency, row.target, row.due, row.coverage) == ("", "100棵", "2026年底前；近期", "")
    assert row.has_owner


def test_working_days_stay_working_days() -> None:
    reading = read_text("青禾县服务方案\n1.投诉5个工作日内答复。\n", name="plan.txt", sha256="")
    (zh,), (en,) = (rows_of(reading, language) for language in ("zh", "en"))
    assert (zh.due, en.due) == ("投诉5个工作日内答复", "at most 5 days")


def test_english_words_stand_apart_by_a_semicolon() -> None:
    [row] = rows_of(make_reading(TEXT, [MEASURE]), "en")
    assert row.due == "by the end of 2026; near-term"


def test_of_several_plans_each_row_names_its_own() -> None:
    reading = make_reading(TEXT, [MEASURE], title="青禾县绿化方案")
    other = Plan(Title("白塔镇绿化方案", 0, 7), (MEASURE,))
    both = type(reading)(reading.source, TEXT, True, (*reading.plans, Plan(None, ()), other), (), ())
    assert [(row.number, row.chapter) for row in rows_of(both)] == [
        (1, "青禾县绿化方案 / 一、植树"),
        (2, "白塔镇绿化方案 / 一、植树"),
    ]


@pytest.mark.parametrize(
    ("value", "column"),
    [
        (Amount(3, None, "天"), "target"),
        (Amount(3, 5, "天"), "target"),
        (Amount(None, 30, "天"), "due"),
        (Amount(None, 48, "小时"), "due"),
        (Amount(None, 40, "分钟"), "target"),
    ],
)
def test_a_duration_is_a_target_or_a_deadline(value: Amount, column: str) -> None:
    assert column_of(Term(TermKind.DURATION, 0, 1, value)) == column


def test_an_untitled_measure_is_called_by_its_first_words() -> None:
    measure = Measure(("一、植树",), "", 0, 100, "植树\n" * 50, (), ())
    assert title_of(measure).startswith("植树 植树")
    assert len(title_of(measure)) == 60
    assert chapter_of(measure) == ("一、植树",)


def test_a_doubt_has_its_line_and_words() -> None:
    doubts = [Doubt("date_backwards", 8, 12, {}), Doubt("no_measures", 0, 3, {})]
    first, second = doubt_rows(TEXT, doubts, "en")
    assert (first.line, first.quote, first.grade) == (1, "青禾县", "error")
    assert (second.line, second.quote, second.sentence[:7]) == (2, "一、植树", "The end")


def test_a_quote_stays_short() -> None:
    assert quote("很长" * 10_000) == "很长" * 19 + "很…"
