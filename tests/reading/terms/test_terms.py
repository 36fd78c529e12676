"""Terms as a whole: places, order, overlaps, speed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import grows_in_step
from tests.reading.terms.found import found, kinds
from wenming.reading.terms import find_impossible_dates, find_terms

PIECES = [
    *"每各全都均年月日季底前内约达到不少于超过以上左右第至—，。；、（）“”《》的对已",
    *"0123456789０９.％ \n",
    *(
        "一次",
        "半年",
        "十二",
        "万元",
        "个",
        "社区",
        "所有",
        "全覆盖",
        "目前",
        "长期",
        "2026年",
        "6月",
        "XX年",
        "百分之",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(TEXTS)
def test_terms_stand_in_the_text_in_order(text: str) -> None:
    terms = find_terms(text)
    assert all(0 <= term.start < term.end <= len(text) for term in terms)
    assert all(one.start <= other.start for one, other in pairwise(terms))
    assert all(0 <= start < end <= len(text) for start, end in find_impossible_dates(text))


@given(TEXTS)
def test_terms_of_one_kind_never_overlap(text: str) -> None:
    ends: dict[str, int] = {}
    for term in find_terms(text):
        assert term.start >= ends.get(term.kind, 0)
        ends[term.kind] = term.end


@given(TEXTS)
def test_the_same_text_gives_the_same_terms(text: str) -> None:
    assert find_terms(text) == find_terms(text)


@given(TEXTS)
def test_a_sentence_before_changes_nothing_after(text: str) -> None:
    before = "加强宣传引导。"
    moved = [(term.start - len(before), term.value) for term in find_terms(before + text)]
    assert moved == [(term.start, term.value) for term in find_terms(text)]


def test_a_measure_with_all_kinds() -> None:
    text = "2026年底前，每个社区每月至少开展2次活动，参与率达到60%以上，每次不少于2小时（长期）。"
    assert kinds(text) == ["date", "coverage", "frequency", "quantity", "duration", "horizon"]


def test_offsets_count_in_the_text_as_given() -> None:
    text = "全 市 新 建 １２ 个\n公园"
    assert [mention for mention, _ in found(text, "quantity")] == ["１２ 个"]


HOSTILE = [
    "每",
    "1",
    "一",
    "每年",
    "1个",
    "6月底前",
    "一月一",
    "（",
    "“",
    "目前",
    " ",
    "1\n",
    "每个社区",
    "全覆盖",
    "每年1次、",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_terms_take_time_in_step_with_length(piece: str) -> None:
    assert grows_in_step(lambda size: find_terms(piece * (size // len(piece))), 4_000)
