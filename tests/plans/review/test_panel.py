"""The panel of each kind of mark."""

import pytest

from tests.plans import read
from wenming.plans.models import PlanVersion
from wenming.plans.review.panel import Panel, candidates_like, panel_of
from wenming.reading.model import TermKind

pytestmark = pytest.mark.django_db


def panel(version: PlanVersion, key: str) -> Panel:
    found = panel_of(version, key)
    assert found is not None
    return found


def test_a_unit_among_its_words(version: PlanVersion) -> None:
    shown = panel(version, f"duty-{read.duty_of(version, '教育局').pk}")
    assert shown.before.endswith("（责任单位：县城管局、")
    assert (shown.words, shown.after) == ("教育局", "）")
    assert (str(shown.match["thing"]), str(shown.match["reason"])) == ("县教育局", "省去辖区名后相同")


def test_a_class_says_how_many(version: PlanVersion) -> None:
    assert panel(version, f"duty-{read.duty_of(version, '各社区').pk}").match["size"] == 2


def test_an_unknown_name_says_how_often(version: PlanVersion) -> None:
    shown = panel(version, f"duty-{read.duty_of(version, '**镇党委').pk}")
    assert (shown.match["same"], shown.match["is_open"]) == (2, True)


def test_what_is_doubtful_is_said(version: PlanVersion) -> None:
    assert len(panel(version, f"duty-{read.duty_of(version, '县城管局').pk}").doubts) == 1
    assert len(panel(version, f"measure-{read.measure_of(version, 1).pk}").doubts) == 1
    assert not panel(version, f"measure-{read.measure_of(version, 2).pk}").doubts


def test_a_doubt_about_a_unit_shows_the_unit(version: PlanVersion) -> None:
    duty = read.duty_of(version, "县城管局")
    assert panel(version, f"doubt-{read.doubt_of(version, 'unit_may_be_two').pk}").key == f"duty-{duty.pk}"


def test_a_doubt_by_itself(version: PlanVersion) -> None:
    shown = panel(version, f"doubt-{read.doubt_of(version, 'date_impossible').pk}")
    assert (shown.kind, shown.words) == ("doubt", "0206年6月底")
    assert "0206年6月底" in shown.doubts[0]


def test_a_term_in_words(version: PlanVersion) -> None:
    assert panel(version, f"term-{read.term_of(version, TermKind.QUANTITY).pk}").value_words == "3个"


def test_a_measure_can_be_split_where_its_sentences_begin(version: PlanVersion) -> None:
    shown = panel(version, f"measure-{read.measure_of(version, 2).pk}")
    assert [words[:4] for _offset, words in shown.sentences] == ["年内建成", "摊位统一", "（牵头单", "配合单位"]


@pytest.mark.parametrize(("text", "names"), [("社区", ["各社区", "书院社区", "钟楼社区"]), ("", []), ("没有", [])])
def test_units_to_choose_from(version: PlanVersion, text: str, names: list[str]) -> None:
    assert [entry.short for entry in candidates_like(text)] == names
