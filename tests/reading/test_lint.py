"""What lint says of a plan, and what it passes over."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.plans import make_plan
from tests.reading.making import make_measure, make_reading
from wenming.reading.lint import lint
from wenming.reading.model import Amount, DateRange, Frequency, Horizon, Measure, Period, Reading, Role
from wenming.reading.read import read_text

WEEKLY = Frequency(1, None, "次", 1, Period.WEEK)
DONE = {"3场": Amount(3, 3, "场")}
OWNED = {Role.RESPONSIBLE: ["县文化馆"]}


def codes(reading: Reading) -> list[str]:
    """The codes of what lint finds."""
    return [doubt.code for doubt in lint(reading)]


def one(words: str, *, title: str = "", **known: object) -> Reading:
    """A reading of one measure."""
    text = f"{title}\n{words}\n"
    return make_reading(text, [make_measure(text, words, **known)], title=title)  # type: ignore[arg-type]


def several(items: Sequence[str], path: str = "一、文化", **known: object) -> tuple[str, list[Measure]]:
    """A chapter with a measure for each item."""
    text = path + "\n" + "\n".join(items)
    return text, [make_measure(text, words, path=[path], **known) for words in items]  # type: ignore[arg-type]


def test_a_sound_plan_gets_no_remark() -> None:
    assert codes(one("办3场灯会（县文化馆）", title="2026年灯会方案", units=OWNED, terms=DONE)) == []


def test_a_document_without_measures() -> None:
    assert codes(make_reading("今天天气很好。", [])) == ["no_measures"]


def test_nobody_is_named() -> None:
    assert codes(one("办3场灯会", terms=DONE)) == ["measure_without_owner"]
    assert codes(one("办3场灯会，县文化馆配合", terms=DONE, units={Role.COOPERATING: ["县文化馆"]})) == [
        "measure_without_owner"
    ]


def test_the_heading_above_answers_for_its_items() -> None:
    text = "一、文化，县文化馆负责，办3场\n1.办灯会\n2.办书展\n"
    heading = make_measure(text, "一、文化，县文化馆负责，办3场", units=OWNED, terms=DONE)
    items = [make_measure(text, words, path=heading.path) for words in ("1.办灯会", "2.办书展")]
    assert codes(make_reading(text, [heading, *items])) == []


def test_the_items_answer_for_a_heading_that_only_carries_a_term() -> None:
    text = "一、全年3场\n1.办灯会（县文化馆）\n"
    heading = make_measure(text, "一、全年3场", terms=DONE)
    item = make_measure(text, "1.办灯会（县文化馆）", path=heading.path, units=OWNED)
    assert codes(make_reading(text, [heading, item])) == []


@pytest.mark.parametrize("default", ["以下任务均由各试点乡镇负责落实。", "责任单位相同的，不再逐一列出。"])
def test_one_sentence_may_answer_for_all(default: str) -> None:
    text, measures = several([f"1.办3场灯会。{default}", "2.办3场书展"], terms=DONE)
    assert codes(make_reading(text, measures)) == []


def test_a_section_of_targets_needs_no_owner() -> None:
    assert codes(one("二、工作目标：全年3场", terms=DONE)) == []


@pytest.mark.parametrize("heading", ["（二）自查阶段（3场）", "三、实施步骤"])
def test_a_stage_needs_no_owner(heading: str) -> None:
    text, measures = several(["1.办3场灯会"], path=heading, terms=DONE)
    assert codes(make_reading(text, measures)) == []


def test_neither_date_nor_number() -> None:
    assert codes(one("办好灯会（县文化馆）", units=OWNED)) == ["measure_without_yardstick"]
    assert codes(one("办好灯会（县文化馆），长期", units=OWNED, terms={"长期": Horizon.LONG})) == []


def test_many_in_a_chapter_are_said_once() -> None:
    text, bad = several(["1.办3场灯会", "2.办3场书展", "3.办3场戏曲"], terms=DONE)
    more, good = several(
        [f"{n}.放3场电影（县文化馆）" for n in range(20, 24)], path="二、电影", units=OWNED, terms=DONE
    )
    shifted = [make_measure(text + more, m.text, path=["二、电影"], units=OWNED, terms=DONE) for m in good]
    [doubt] = lint(make_reading(text + more, [*bad, *shifted]))
    assert (doubt.code, doubt.about) == ("measure_without_owner_many", {"count": "3", "total": "3"})
    assert (text + more)[doubt.start : doubt.end] == "1.办3场灯会"


def test_what_runs_through_a_plan_is_said_once() -> None:
    text = "".join(f"{n}、章\n{n}.办3场灯会第{n}站\n" for n in range(100, 110))
    measures = [make_measure(text, f"{n}.办3场灯会第{n}站", path=[f"{n}、章"], terms=DONE) for n in range(100, 110)]
    [doubt] = lint(make_reading(text, measures))
    assert (doubt.code, doubt.about["count"]) == ("measure_without_owner_many", "10")


def test_two_leads() -> None:
    units = {Role.LEAD: ["县文化馆", "县图书馆"]}
    [doubt] = lint(one("办3场灯会，县文化馆、县图书馆牵头", units=units, terms=DONE))
    assert (doubt.code, doubt.about) == ("two_leads", {"count": "2", "units": "县文化馆、县图书馆"})
    assert codes(one("县文化馆牵头3场，县文化馆", units={Role.LEAD: ["县文化馆", "县文化馆"]}, terms=DONE)) == [
        "duty_twice"
    ]


def test_a_unit_that_answers_and_cooperates() -> None:
    reading = one("办3场，县文化馆负责，县文化馆配合", units={**OWNED, Role.COOPERATING: ["县文化馆"]}, terms=DONE)
    [doubt] = lint(reading)
    assert (doubt.code, doubt.about) == ("unit_leads_and_cooperates", {"unit": "县文化馆"})
    assert reading.text[doubt.start : doubt.end] == "县文化馆"


def test_to_lead_and_to_be_responsible_go_together() -> None:
    units = {Role.LEAD: ["县文化馆"], Role.RESPONSIBLE: ["县文化馆"]}
    assert codes(one("办3场，县文化馆牵头，县文化馆", units=units, terms=DONE)) == []


@pytest.mark.parametrize(
    ("unit", "is_wide"),
    [
        ("全县各单位", True),
        ("县直各单位", True),
        ("各有关部门", True),
        ("各级各部门", True),
        ("各部门和单位", True),
        ("各成员单位", True),
        ("各地区", True),
        ("各社区", False),
        ("各乡镇", False),
        ("县文化馆", False),
        ("县单位管理局", False),
    ],
)
def test_everybody_is_nobody(unit: str, is_wide: bool) -> None:
    found = codes(one(f"办3场灯会（{unit}）", units={Role.RESPONSIBLE: [unit]}, terms=DONE))
    assert found == (["owner_too_wide"] if is_wide else [])


def test_everybody_beside_somebody_is_fine() -> None:
    units = {Role.RESPONSIBLE: ["各单位"], Role.LEAD: ["县文化馆"]}
    assert codes(one("县文化馆牵头办3场，各单位落实", units=units, terms=DONE)) == []


@pytest.mark.parametrize(
    ("title", "date", "found"),
    [
        ("2026年灯会方案", DateRange(None, "2025-06"), ["date_before_period"]),
        ("2026年灯会方案", DateRange(None, "2026-06"), []),
        ("2026年灯会方案", DateRange(None, "2027-06-01"), ["date_after_period"]),
        ("2026年灯会方案", DateRange(None, "--06"), []),
        ("灯会三年方案（2024—2026年）", DateRange("2024", "2026"), []),
        ("灯会三年方案（2024—2026年）", DateRange(None, "2023-12"), ["date_before_period"]),
        ("灯会方案2026至2028", DateRange("2028-01", "2029-01"), []),
        ("灯会方案", DateRange(None, "1999"), []),
        ("2026年灯会方案", DateRange("2026-08", "2026-03"), ["date_backwards"]),
        ("2026年灯会方案", DateRange("2026-08-15", "2026-08"), []),
        ("2026年灯会方案", DateRange("--10", "--03"), []),
    ],
)
def test_dates_are_held_against_the_period(title: str, date: DateRange, found: list[str]) -> None:
    assert codes(one("那时前办好（县文化馆）", title=title, units=OWNED, terms={"那时": date})) == found


def test_the_first_chapter_may_name_the_period() -> None:
    text = "总则：按照《2010—2012年规划》，2024—2026年全县办灯会。\n那时前办好（县文化馆）\n"
    measure = make_measure(text, "那时前办好（县文化馆）", units=OWNED, terms={"那时": DateRange(None, "2023")})
    [doubt] = lint(make_reading(text, [measure]))
    assert (doubt.code, doubt.about) == ("date_before_period", {"period": "2024—2026"})


def test_a_later_goal_is_no_fault() -> None:
    known = {"units": OWNED, "terms": {"2030年": DateRange(None, "2030")}}
    assert codes(one("二、总体目标：到2030年办好（县文化馆）", title="2026年灯会方案", **known)) == []


def test_the_same_words_twice() -> None:
    text = "1.在城南街道办3场元宵灯会（县文化馆）\n2.办3场书展（县文化馆）\n3.在城南街道办3场元宵灯会（县文化馆）\n"
    measures = [make_measure(text, words, units=OWNED, terms=DONE) for words in text.splitlines()]
    [doubt] = lint(make_reading(text, measures))
    assert (doubt.code, doubt.about) == ("measure_twice", {"line": "1"})
    assert text[doubt.start : doubt.end].startswith("3.在城南")


def test_the_same_words_for_another_unit_are_another_measure() -> None:
    text = "1.在城南街道办3场元宵灯会（县文化馆）\n2.在城南街道办3场元宵灯会（县图书馆）\n"
    first, second = text.splitlines()
    other = {Role.RESPONSIBLE: ["县图书馆"]}
    measures = [
        make_measure(text, first, units=OWNED, terms=DONE),
        make_measure(text, second, units=other, terms=DONE),
    ]
    assert codes(make_reading(text, measures)) == []


def test_a_frequency_without_an_end() -> None:
    words, terms = "每周1次灯会（县文化馆）", {"每周1次": WEEKLY}
    [doubt] = lint(one(words, units=OWNED, terms=terms))
    assert (doubt.code, doubt.about) == ("frequency_without_end", {"count": "1"})
    assert codes(one(words, title="2026年灯会方案", units=OWNED, terms=terms)) == []
    assert codes(one(words, units=OWNED, terms={**terms, "周1次": DateRange(None, "--12")})) == []


@given(st.integers(0, 3000), st.integers(0, 2**32))
def test_remarks_stand_in_the_text_in_order(size: int, seed: int) -> None:
    text = make_plan(size, seed)
    found = lint(read_text(text, name="plan.txt", sha256=""))
    assert all(0 <= doubt.start <= doubt.end <= len(text) for doubt in found)
    assert [doubt.start for doubt in found] == sorted(doubt.start for doubt in found)
