"""Fair ranking, held against published figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.ranking import Group, Way, mean_of, ranked, wilson

# At bats of eighteen players, 45 each (Efron and Morris 1977).
HITS = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7]


@pytest.mark.parametrize(
    ("good", "of", "low", "high"),
    [  # Newcombe 1998, table I
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (8, 10, 0.4902, 0.9433),
        (10, 10, 0.7225, 1),
        (0, 0, 0, 1),
    ],
)
def test_the_interval_of_a_proportion(good: int, of: int, low: float, high: float) -> None:
    assert wilson(good, of) == pytest.approx((low, high), abs=0.00005)


def test_shrinkage_as_efron_and_morris_published_it() -> None:
    groups = [Group(f"{at:02}", hits, 45) for at, hits in enumerate(HITS)]
    placed = ranked(groups, way=Way.SHRUNK)
    assert mean_of(groups) == pytest.approx(0.2654, abs=0.00005)
    assert [round(placed[at].shown, 3) for at in (0, -1)] == [0.294, 0.242]
    factor = (placed[0].shown - mean_of(groups)) / (18 / 45 - mean_of(groups))
    assert factor == pytest.approx(0.2117, abs=0.0001)
    assert [one.group.name for one in placed if one.differs] == ["00"]


def test_few_good_ones_do_not_beat_many() -> None:
    groups = [Group("一处全好", 1, 1), Group("百处九十五", 95, 100), Group("百处六十", 60, 100)]
    placed = ranked(groups, way=Way.LOWER_BOUND)
    assert [(one.group.name, one.rank) for one in placed] == [("百处九十五", 1), ("百处六十", 2), ("一处全好", 3)]
    assert [one.differs for one in placed] == [True, True, False]


def test_too_few_are_not_ranked_and_ties_share_a_rank() -> None:
    groups = [Group("丙", 1, 2), Group("乙", 8, 10), Group("甲", 8, 10), Group("丁", 1, 10)]
    placed = ranked(groups, way=Way.LOWER_BOUND, least=5)
    assert [(one.group.name, one.rank) for one in placed] == [("乙", 1), ("甲", 1), ("丁", 3), ("丙", None)]


def test_nothing_looked_at_is_no_rate() -> None:
    placed = ranked([Group("甲", 0, 0)], way=Way.SHRUNK)
    assert [(one.rank, one.shown) for one in placed] == [(None, 0.0)]
    assert ranked([], way=Way.SHRUNK) == []


groups = st.lists(st.integers(0, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))), max_size=12).map(
    lambda pairs: [Group(str(at), good, of) for at, (good, of) in enumerate(pairs)]
)


@given(groups, st.sampled_from(Way), st.integers(0, 10))
def test_every_group_stands_once_and_a_better_rank_shows_more(groups: list[Group], way: Way, least: int) -> None:
    placed = ranked(groups, way=way, least=least)
    assert sorted(one.group.name for one in placed) == sorted(group.name for group in groups)
    counted = [one for one in placed if one.rank is not None]
    assert [one.rank for one in counted] == [1 + sum(other.shown > one.shown for other in counted) for one in counted]
    assert all(-1e-9 <= one.shown <= 1 + 1e-9 and one.low <= one.high for one in placed)


@given(groups)
def test_shrinking_draws_towards_the_mean_and_never_beyond(groups: list[Group]) -> None:
    counted = [group for group in groups if group.of]
    mean = mean_of(counted)
    for one in ranked(counted, way=Way.SHRUNK):
        rate = one.group.good / one.group.of
        assert min(rate, mean) - 1e-9 <= one.shown <= max(rate, mean) + 1e-9
