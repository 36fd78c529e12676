"""What does not bind: names, slogans, and what is there already."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.terms.found import kinds, plain, values
from wenming.reading.model import Amount, TermKind
from wenming.reading.terms import find_terms
from wenming.reading.terms.background import Spans, spans

QUIET = [
    "依据《县城更新三年行动方案（2023—2025年）》推进。",
    "按照市创发〔2023〕15号文件办理。",
    "落实环境提升计划（2024—2026年）。",
    "深入推进“双随机、一公开”监管。",
    "评出“十星级”文明户。",
    "已建成文化礼堂36个。",
    "现有志愿队伍120支、网格员800名。",
    "目前全县拥有公园12座，绿地率达到38%。",
    "截至2023年底，累计建成驿站45处。",
    "去年举办活动300场。",
    "在已评选20家的基础上扩大范围。",
    "2023年，各单位走访群众190余人次，推动解决了一批难题。",
    "去年，全县建成驿站45处，同比增长12%。",
    "2024年上半年，全镇累计清运垃圾300吨。",
    "暗访的18家餐馆中，有7家未公示证照。",
    "抽检的40批次样品中，仅有3批次不合格。",
    "河道两岸仍有旱厕26座，群众意见大。",
    "某厂擅自占用绿地约1200平方米。",
    "专班通报的12处点位，逐一销号。",
    "全镇共有村民小组96个，4300户，12800人。",
]


@pytest.mark.parametrize("text", QUIET)
def test_background_is_no_term(text: str) -> None:
    assert kinds(text) == []


def test_the_past_ends_where_the_plan_begins() -> None:
    assert values("目前建成驿站8处，力争年内再建5处。", "quantity") == [(5, 5, "处")]
    assert values("已建成驿站8处，再新建5处。", "quantity") == [(5, 5, "处")]
    assert values("在去年工作的基础上，扩大到12个村。", "quantity") == [(12, None, "个")]
    assert values("针对目前存在的问题，开展3次集中检查。", "quantity") == [(3, 3, "次")]
    assert values("力争全县共有5处达标。", "quantity") == [(5, 5, "处")]


def test_what_is_told_of_a_year_before_the_plan_binds_nobody() -> None:
    told = "2025年，全县共受理投诉640件，办结率98%，立案12起。2026年新建站点6处。"
    assert [term.value for term in find_terms(told, 2026) if term.kind is TermKind.QUANTITY] == [Amount(6, 6, "处")]
    grown = "2025年修缮8公里，2026年再修缮12公里。"
    assert [plain(term) for term in find_terms(grown, 2026)] == [("2026", "2026"), (12, 12, "公里")]
    assert len(find_terms("2026年12月至2027年3月，完成改造20处。", 2027)) == 2


def test_a_year_that_begins_a_sentence_is_no_report_by_itself() -> None:
    assert values("2027年，全县新建驿站8处。", "quantity") == [(8, 8, "处")]
    assert values("2027年，力争接待量同比增长6%。", "quantity") == [(6, 6, "%")]
    assert values("2027年，主要街道要建成驿站8处，累计达到20处。", "quantity") == [(8, 8, "处"), (20, None, "处")]


def test_a_year_of_the_plan_is_no_report() -> None:
    told = "2027年，累计达到60家。2025年，累计达到40家。"
    assert [term.value for term in find_terms(told, 2026) if term.kind is TermKind.QUANTITY] == [Amount(60, None, "家")]


def test_a_quoted_requirement_is_no_slogan() -> None:
    assert values("按照“每村不少于3名”的要求选配。", "quantity") == [(3, None, "名")]


def test_what_is_there_may_have_to_reach_something() -> None:
    assert values("已建设施正常运行率不低于85%。", "quantity") == [(85, None, "%")]


def test_a_comparison_with_last_year_is_no_past() -> None:
    assert values("发案率比上年下降5个百分点。", "quantity") == [(5, 5, "个百分点")]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9))))
def test_joined_stretches_cover_the_same_places(pairs: list[tuple[int, int]]) -> None:
    stretches = [(start, start + length) for start, length in pairs]
    joined: Spans = spans(stretches)
    for index in range(60):
        inside = any(start <= index < end for start, end in stretches)
        assert joined.cover(index) == inside
        assert joined.touch(index, index + 1) == inside
    assert list(joined.starts) == sorted(joined.starts)
