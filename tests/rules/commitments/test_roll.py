"""Coverage by name, against a second version that goes member by member and day by day."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.rules.commitments.arbitrary import CALENDAR
from wenming.rules.commitments.facts import Circumstances, Fact
from wenming.rules.commitments.judging import State, Verdict, judge
from wenming.rules.commitments.model import Amount, Commitment, Coverage, Every, Population, Span
from wenming.rules.commitments.roll import Attending, Enrolled, Matched, Unclear, match

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
DAY = date(2026, 3, 5)
OVER = date(2027, 1, 1)
ALL_CADRES = Commitment(Coverage(1, Population("干部")), YEAR)

days = st.dates(date(2025, 12, 1), date(2027, 1, 31))
names = st.sampled_from(["王敏", "李青山", "王 敏", "张伟"])
offices = st.sampled_from(["", "办公室", "人事科", "县教育局"])
attending = st.builds(Attending, names, offices)


@st.composite
def rolls(draw: st.DrawFn, most: int = 6) -> tuple[Enrolled, ...]:
    """A few people, some of whom came late or have left."""
    found = []
    for key in range(1, draw(st.integers(1, most)) + 1):
        first, last = draw(st.none() | days), draw(st.none() | days)
        if first and last and last < first:
            first, last = last, first
        found.append(Enrolled(key, draw(names), draw(offices), first, last))
    return tuple(found)


def on(day: date, one: Enrolled) -> bool:
    return not (one.first and day < one.first) and not (one.last and day > one.last)


def slowly_matched(roll: tuple[Enrolled, ...], people: list[Attending], day: date, shared: bool) -> set[int]:
    """A member is reached if somebody of the record can be nobody else."""
    reached = set()
    for member in roll:
        for who in people:
            mates = [one for one in roll if on(day, one) and one.name.replace(" ", "") == who.name.replace(" ", "")]
            if member not in mates:
                continue
            in_office = [one for one in mates if who.office != "" and one.office == who.office]
            says_so = in_office == [member]
            is_only = mates == [member] and (
                (who.office == "" and not shared)
                or who.office == "县教育局"
                or (who.office != "" and member.office == "" and not shared)
            )
            if says_so or is_only:
                reached.add(member.key)
    return reached


@given(rolls(), st.lists(attending, max_size=6), days, st.booleans())
def test_names_reach_whom_the_slow_version_says(
    roll: tuple[Enrolled, ...], people: list[Attending], day: date, shared: bool
) -> None:
    found = match(roll, people, day, day, own=["县教育局"], is_shared=shared)
    assert found.reached == slowly_matched(roll, people, day, shared)
    assert match(roll[::-1], people[::-1], day, day, own=["县教育局"], is_shared=shared) == found
    assert match(roll, [*people, *people], day, day, own=["县教育局"], is_shared=shared) == found


def test_namesakes_are_told_not_guessed() -> None:
    roll = (Enrolled(1, "王敏", "办公室"), Enrolled(2, "王敏", "人事科"), Enrolled(3, "李青山", "人事科"))
    found = match(roll, [Attending("王敏"), Attending("王 敏", "办公室")], DAY, DAY)
    assert found.reached == {1}
    assert [(one.why, one.choices) for one in found.doubts] == [(Unclear.NAMESAKES, (1, 2))]
    other = match(roll, [Attending("李青山", "县团委")], DAY, DAY)
    assert (other.reached, other.doubts[0].why) == (frozenset(), Unclear.OTHER_OFFICE)
    shared = match(roll, [Attending("李青山")], DAY, DAY, is_shared=True)
    assert (shared.reached, shared.doubts[0].why) == (frozenset(), Unclear.WHICH_UNIT)
    mine = [Enrolled(1, "王敏", "办公室")]
    twin = match(mine, [Attending("王敏", "办公室")], DAY, DAY, is_shared=True, elsewhere=[("王 敏", "办公室")])
    assert (twin.reached, twin.doubts[0].why) == (frozenset(), Unclear.WHICH_UNIT)
    assert match(roll, [Attending("赵一")], DAY, DAY) == Matched(frozenset())


def judged(commitment: Commitment, roll: tuple[Enrolled, ...], facts: list[Fact]) -> tuple[Verdict, ...]:
    return judge(commitment, 7, facts, today=OVER, calendar=CALENDAR, around=Circumstances(roll=roll))


@st.composite
def records(draw: st.DrawFn) -> list[Fact]:
    """Records of one day that reach some of six people."""
    found = []
    for key in range(1, draw(st.integers(0, 6)) + 1):
        day = draw(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
        found.append(Fact(key, 7, day, day, reached=frozenset(draw(st.sets(st.integers(1, 6))))))
    return found


@given(rolls(), records(), st.sampled_from([Every.MONTH, Every.QUARTER, Every.WHOLE]), st.integers(1, 2), st.randoms())
def test_each_period_asks_for_those_on_the_roll_at_its_end(  # type: ignore[no-untyped-def]
    roll: tuple[Enrolled, ...],
    facts: list[Fact],
    every: Every,
    times: int,
    chance,  # noqa: ANN001
) -> None:
    commitment = Commitment(Coverage(times, Population("干部"), 1, every), YEAR)
    found = judged(commitment, roll, facts)
    for verdict in found:
        whom = [one.key for one in roll if on(verdict.period.last, one)]
        attended = dict.fromkeys(whom, 0)
        for fact in facts:
            for key in whom:
                attended[key] += key in fact.reached and verdict.period.first <= fact.first <= verdict.period.last
        missing = [key for key in whom if attended[key] < times]
        assert verdict.need == Amount(len(whom), None, "干部")
        assert verdict.have == len(whom) - len(missing)
        assert verdict.unreached == tuple(sorted(missing))
        assert (verdict.state == State.MET) == (bool(whom) and not missing)
    mixed, others = list(facts), list(roll)
    chance.shuffle(mixed)
    chance.shuffle(others)
    assert [(one.state, one.have) for one in judged(commitment, tuple(others), mixed)] == [
        (one.state, one.have) for one in found
    ]


def test_twice_in_records_is_once_reached() -> None:
    roll = (Enrolled(1, "王敏"), Enrolled(2, "李青山"))
    facts = [Fact(key, 7, DAY, DAY, reached=frozenset({1})) for key in (1, 2)]
    (verdict,) = judged(ALL_CADRES, roll, facts)
    assert (verdict.have, verdict.unreached, verdict.state) == (1, (2,), State.MISSED)
    (done,) = judged(ALL_CADRES, roll, [*facts, Fact(3, 7, DAY, DAY, reached=frozenset({2}))])
    assert done.state is State.MET


def test_who_left_before_the_end_is_not_missing() -> None:
    roll = (Enrolled(1, "王敏"), Enrolled(2, "李青山", last=DAY - timedelta(1)))
    (verdict,) = judged(ALL_CADRES, roll, [Fact(1, 7, DAY, DAY, reached=frozenset({1}))])
    assert (verdict.have, verdict.state) == (1, State.MET)


def test_a_period_with_nobody_on_the_roll_is_neither_done_nor_missed() -> None:
    (verdict,) = judged(ALL_CADRES, (Enrolled(1, "王敏", last=DAY),), [])
    assert verdict.state in (State.OPEN, State.DUE_SOON)


def test_without_a_roll_it_stays_by_number() -> None:
    by_number = replace(ALL_CADRES, demand=Coverage(1, Population("干部", 3)))
    (verdict,) = judged(by_number, (), [Fact(1, 7, DAY, DAY, (("人", 3),))])
    assert (verdict.state, verdict.need) == (State.MET, Amount(3, None, "人"))
