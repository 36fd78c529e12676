"""Who is told what on a day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.days.calendar import make_calendar
from wenming.rules.reminding.digests import Count, Digest, Reach, Told, counts_of, lines_of, speaks, told
from wenming.rules.reminding.matters import Kind, Level, Matter, Standing, Steps

CHINA = make_calendar()
FRIDAY = date(2026, 3, 6)
LIAISON, LEADER, IN_CHARGE, OTHER = 1, 2, 3, 4
PEOPLE = {
    LIAISON: Reach(own=frozenset({7})),
    LEADER: Reach(leads=frozenset({7})),
    IN_CHARGE: Reach(in_charge=frozenset({7})),
    OTHER: Reach(own=frozenset({8})),
}
MATTERS = st.builds(
    Matter,
    kind=st.sampled_from(Kind),
    key=st.integers(1, 5),
    unit=st.integers(7, 9),
    what=st.just("民主评议"),
    due=st.none() | st.dates(date(2026, 1, 1), date(2026, 4, 30)),
    since=st.none() | st.dates(date(2026, 1, 1), date(2026, 4, 30)),
)
DAYS = st.dates(date(2026, 2, 1), date(2026, 3, 31))


def task(due: date, *, unit: int = 7, key: int = 1) -> Matter:
    return Matter(Kind.TASK, key, unit, "民主评议", due=due)


def on(day: date, *matters: Matter) -> Told:
    return told(lines_of(matters, day, {}, CHINA), PEOPLE, day, CHINA)


def to(found: Told) -> list[int]:
    return [digest.person for digest in found.digests]


def test_those_who_do_it_are_told_first_then_the_leaders() -> None:
    assert to(on(FRIDAY, task(FRIDAY))) == [LIAISON]
    assert to(on(date(2026, 3, 11), task(FRIDAY))) == [LIAISON, LEADER]
    assert to(on(date(2026, 3, 13), task(FRIDAY))) == [LIAISON, LEADER, IN_CHARGE]


def test_nothing_is_said_on_days_off_or_without_news() -> None:
    assert on(date(2026, 3, 7), task(FRIDAY)) == Told()  # a Saturday
    assert on(date(2026, 3, 10), task(FRIDAY)).digests == ()  # a Tuesday on which nothing is new
    assert to(on(date(2026, 2, 14), task(date(2026, 2, 14)))) == [LIAISON]  # a Saturday that is worked


def test_on_the_first_day_of_the_week_all_that_stands_is_told() -> None:
    assert to(on(date(2026, 3, 9), task(date(2026, 3, 16)))) == [LIAISON]
    assert on(date(2026, 3, 10), task(date(2026, 3, 17))).digests == ()


def test_a_digest_tells_all_and_the_most_pressing_first() -> None:
    near, late = task(date(2026, 3, 9), key=1), task(date(2026, 3, 5), key=2)
    back = Matter(Kind.RETURNED, 3, 7, "会议", since=FRIDAY)
    (digest,) = on(FRIDAY, near, back, late).digests
    assert [part.line.standing for part in digest.parts] == [Standing.LATE, Standing.RETURNED, Standing.DUE]
    assert [part.line.is_news for part in digest.parts] == [True, True, False]


def test_what_reaches_nobody_is_said() -> None:
    day = date(2026, 3, 13)
    found = on(day, task(FRIDAY, unit=8))
    assert to(found) == [OTHER]
    assert [part.as_level for part in found.unreached] == [Level.UNIT_LEADER, Level.IN_CHARGE]
    assert [part.as_level for part in on(FRIDAY, task(FRIDAY, unit=9)).unreached] == [Level.OWN]


def test_an_office_sets_its_own_steps() -> None:
    day = date(2026, 3, 9)
    lines = lines_of([task(FRIDAY)], day, {7: Steps(1, None)}, CHINA)
    assert to(told(lines, PEOPLE, day, CHINA)) == [LIAISON, LEADER]


def test_a_group_is_told_counts_by_unit() -> None:
    lines = lines_of([task(FRIDAY), task(date(2026, 3, 5), key=2), task(FRIDAY, unit=8)], FRIDAY, {}, CHINA)
    assert counts_of(lines) == (Count(7, due=1, late=1, returned=0, asked=0), Count(8, 1, 0, 0, 0))
    assert speaks(lines, FRIDAY, CHINA)
    assert not speaks([], FRIDAY, CHINA)
    quiet = lines_of([task(date(2026, 3, 16))], date(2026, 3, 10), {}, CHINA)
    assert quiet
    assert not speaks(quiet, date(2026, 3, 10), CHINA)


@given(st.lists(MATTERS, max_size=8, unique_by=lambda one: (one.kind, one.key)), DAYS)
def test_one_digest_a_person_and_day_none_on_days_off(matters: list[Matter], day: date) -> None:
    found = on(day, *matters)
    assert len(set(to(found))) == len(found.digests)
    if not CHINA.is_working(day):
        assert found.digests == ()
    for digest in found.digests:
        assert digest.parts
        assert all(allowed(digest, part.line.matter.unit) for part in digest.parts)


def allowed(digest: Digest, unit: int) -> bool:
    reach = PEOPLE[digest.person]
    return unit in reach.own | reach.leads | reach.in_charge


@given(st.lists(MATTERS, max_size=8, unique_by=lambda one: (one.kind, one.key)), DAYS, st.randoms())
def test_the_order_of_what_is_given_does_not_matter(matters: list[Matter], day: date, random: object) -> None:
    mixed = sorted(matters, key=lambda _one: random.random())  # type: ignore[attr-defined]
    assert on(day, *mixed) == on(day, *matters)


@given(st.dates(date(2026, 1, 1), date(2026, 9, 1)))
def test_every_step_reaches_its_leader_on_exactly_one_day_for_the_first_time(due: date) -> None:
    days = [due + timedelta(days=ahead) for ahead in range(40)]
    first = {person: next(day for day in days if person in to(on(day, task(due)))) for person in (LEADER, IN_CHARGE)}
    assert first[LEADER] < first[IN_CHARGE]
    for person, day in first.items():
        digest = next(one for one in on(day, task(due)).digests if one.person == person)
        assert [part.line.is_news for part in digest.parts] == [True]
