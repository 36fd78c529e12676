"""Terms as the plan words them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.quotes import as_written, without_names


@pytest.mark.parametrize(
    ("text", "terms", "written"),
    [
        ("1．创作节目8—10个、小品3个。", ["8—10个", "3个"], ["创作节目8—10个", "小品3个"]),
        ("6月底前建成1所实践所，每月巡查。", ["6月底前", "1所", "每月"], ["6月底前建成", "建成1所实践所", "每月巡查"]),
        ("（一）县城的亮灯率达到95%以上（含背街）。", ["达到95%以上"], ["县城的亮灯率达到95%以上"]),
        ("1\t农贸市场\t配公平秤4台\t县商务局", ["4台"], ["配公平秤4台"]),
        ("全县已经建成并且免费开放的各级各类公共文化场馆有12个。", ["12个"], ["…免费开放的各级各类公共文化场馆有12个"]),
        ("资助20名技师、50名能手和90名学徒。", ["20名", "50名", "90名"], ["资助20名技师", "50名能手", "90名学徒"]),
        ("达到95%。街道、巷子亮灯率达到90%。", ["95%", "90%"], ["达到95%", "街道、巷子亮灯率达到90%"]),
        ("12个", ["12个"], ["12个"]),
    ],
)
def test_clauses(text: str, terms: list[str], written: list[str]) -> None:
    spans = [(text.index(term), text.index(term) + len(term)) for term in terms]
    assert as_written(text, spans) == written


@given(st.text("清扫2次，。、每月", max_size=60), st.lists(st.integers(0, 60), max_size=8))
def test_every_term_keeps_its_own_words(text: str, cuts: list[int]) -> None:
    places = sorted({min(cut, len(text)) for cut in cuts})
    spans = list(zip(places[::2], places[1::2], strict=False))
    for (start, end), said in zip(spans, as_written(text, spans), strict=True):
        assert text[start:end].strip("、和及与并且以或的 \u3000") in said


@pytest.mark.parametrize(
    ("words", "names", "left"),
    [
        ("县城管局要每季度通报一次", ["县城管局"], "每季度通报一次"),
        ("县城管局、各社区每月清扫2次", ["各社区", "县城管局"], "每月清扫2次"),
        ("县城管局要求达到90%", ["县城管局"], "要求达到90%"),
        ("每季度通报一次", ["县城管局"], "每季度通报一次"),
        ("各社区2次", ["各社区"], "各社区2次"),
        ("要2次", [], "要2次"),
    ],
)
def test_who_is_told_stands_in_a_column_of_its_own(words: str, names: list[str], left: str) -> None:
    assert without_names(words, names) == left
