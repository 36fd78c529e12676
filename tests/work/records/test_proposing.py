"""For which commitments a record may count, and why."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.work.records.proposing import Done, Open, Proposal, Why, propose

DAY = date(2026, 3, 5)
DONE = Done("一季度民主评议会", "评议", DAY, DAY)
REVIEW = Open(1, "民主评议", frozenset({"评议"}), date(2026, 1, 1), date(2026, 12, 31))

TABLE = [
    ("its activity stands in the title", DONE, REVIEW, (Why.NAMED, True)),
    ("and any kind fits", DONE, replace(REVIEW, kinds=frozenset()), (Why.NAMED, True)),
    ("but it asks for another kind", DONE, replace(REVIEW, kinds=frozenset({"会议"})), (Why.NAMED, False)),
    ("words are shared", replace(DONE, title="支部评议党员"), REVIEW, (Why.ALIKE, True)),
    ("only the kind fits, and nothing else asks for it", replace(DONE, title="碰头"), REVIEW, (Why.KIND, True)),
    ("nothing fits", replace(DONE, title="入户走访", kind="走访"), REVIEW, None),
    ("words are shared, but not the kind", replace(DONE, title="评议准备", kind="会议"), REVIEW, None),
    ("words that say nothing", Done("开展活动", "走访", DAY, DAY), Open(1, "开展志愿活动"), None),
    ("it is made from it", replace(DONE, title="别的", kind="其他", asked=1), REVIEW, (Why.ASKED, True)),
    ("before it begins", replace(DONE, first=date(2025, 12, 30), last=date(2025, 12, 31)), REVIEW, None),
    ("after it ends", replace(DONE, first=date(2027, 1, 1), last=date(2027, 1, 1)), REVIEW, None),
    ("on its last day", replace(DONE, first=date(2026, 12, 31), last=date(2027, 1, 2)), REVIEW, (Why.NAMED, True)),
    ("made from it, too early", replace(DONE, first=date(2025, 1, 1), last=DAY, asked=1), REVIEW, (Why.ASKED, True)),
]


@pytest.mark.parametrize(("done", "one", "expected"), [case[1:] for case in TABLE], ids=[case[0] for case in TABLE])
def test_why(done: Done, one: Open, expected: tuple[Why, bool] | None) -> None:
    assert [(found.why, found.is_likely) for found in propose(done, [one])] == ([expected] if expected else [])


def test_where_several_ask_for_the_kind_none_is_ticked_for_it() -> None:
    found = propose(replace(DONE, title="碰头"), [REVIEW, replace(REVIEW, commitment=2, activity="班子评议")])
    assert [(one.why, one.is_likely) for one in found] == [(Why.KIND, False)] * 2


def test_the_likeliest_comes_first() -> None:
    opens = [
        replace(REVIEW, commitment=3, activity="走访"),
        replace(REVIEW, commitment=2, activity="评议会准备"),
        replace(REVIEW, commitment=4, activity="评议"),
        REVIEW,
        Open(5, "民主评议", frozenset({"会议"})),
    ]
    found = propose(replace(DONE, asked=3), opens)
    assert [one.commitment for one in found] == [3, 1, 4, 2, 5]


@given(
    st.lists(
        st.builds(
            Open,
            commitment=st.integers(1, 8),
            activity=st.text("民主评议学习走访", max_size=4),
            kinds=st.frozensets(st.sampled_from(["评议", "学习"])),
        ),
        max_size=8,
        unique_by=lambda one: one.commitment,
    ),
    st.text("民主评议学习走访会", max_size=8),
)
def test_each_at_most_once_and_always_the_same(opens: list[Open], title: str) -> None:
    done = replace(DONE, title=title)
    found = propose(done, opens)
    keys = [one.commitment for one in found]
    assert len(keys) == len(set(keys))
    assert set(keys) <= {one.commitment for one in opens}
    assert set(propose(done, opens[::-1])) == set(found)
    assert [one.is_likely for one in found] == sorted((one.is_likely for one in found), reverse=True)
    assert all(isinstance(one, Proposal) for one in found)
