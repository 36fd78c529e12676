"""Commitments and facts at random, for the property tests."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from wenming.rules.commitments.facts import (
    Circumstances,
    Dispute,
    Exemption,
    Fact,
    FactState,
    Figure,
    Pause,
    Review,
)
from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Coverage,
    Deadline,
    Demand,
    Direction,
    Every,
    Growth,
    Length,
    Population,
    Rate,
    Recurring,
    Span,
    Standing,
    Total,
    Window,
)
from wenming.rules.commitments.periods import Weekdays

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
UNITS = ("次", "天", "小时", "分钟", "人", "部")
RHYTHMS = tuple(Every)

days = st.dates(date(2025, 11, 1), date(2027, 2, 28))
texts = st.text("评议学习培训abc", min_size=1, max_size=6)
sizes = st.sampled_from([0, 1, 2, 3, 0.5, 1.5])


@st.composite
def amounts(draw: st.DrawFn, *, unit: str | None = None) -> Amount:
    """At least, at most, or both."""
    low, high = sorted((draw(sizes), draw(sizes)))
    said = draw(st.sampled_from(["min", "min", "max", "both"]))
    return Amount(low if said != "max" else None, high if said != "min" else None, unit or draw(st.sampled_from(UNITS)))


@st.composite
def spans(draw: st.DrawFn, longest: int = 400) -> Span:
    """Days of 2026, more or less."""
    first = draw(days)
    return Span(first, first + timedelta(draw(st.integers(0, longest))))


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """Months, or spans, or both."""
    months = draw(st.lists(st.integers(1, 12), max_size=3, unique=True))
    some = draw(st.lists(spans(20), min_size=0 if months else 1, max_size=3))
    return Window(tuple(sorted(months)), tuple(some))


@st.composite
def populations(draw: st.DrawFn) -> Population:
    """Known by key, by number, or by name only."""
    members = draw(st.frozensets(st.integers(1, 5), max_size=4))
    return Population("行政村", None if members else draw(st.sampled_from([None, 2, 9])), members)


everies = st.integers(1, 3)
rhythms = st.sampled_from(RHYTHMS)
directions = st.sampled_from(Direction)
counted_demands: st.SearchStrategy[Demand] = st.one_of(
    st.builds(Recurring, amounts(), everies, rhythms),
    st.builds(Total, amounts(), st.booleans()),
    st.builds(Deadline),
    st.builds(Coverage, st.integers(1, 2), populations(), everies, rhythms),
)
demands: st.SearchStrategy[Demand] = st.one_of(
    counted_demands,
    st.builds(Length, amounts()),
    st.builds(Rate, st.just("亮灯率"), directions, sizes, st.just("%")),
    st.builds(Growth, st.just("经费"), st.just("收入")),
    st.builds(Standing, everies, rhythms),
)


def commitments(of: st.SearchStrategy[Demand] = demands) -> st.SearchStrategy[Commitment]:
    """Commitments that make such demands."""
    return st.builds(
        Commitment,
        demand=of,
        span=spans(),
        window=st.none() | windows(),
        least=st.none() | amounts(),
        grace_days=st.sampled_from([0, 0, 3, 10]),
        grace_in_working_days=st.booleans(),
        needs_evidence=st.booleans(),
        soon_days=st.sampled_from([0, 7]),
    )


@st.composite
def facts(draw: st.DrawFn, subjects: st.SearchStrategy[int]) -> Fact:
    """A record of a subject; most of a single day."""
    first = draw(days)
    return Fact(
        key=draw(st.integers(1, 40)),
        subject=draw(subjects),
        first=first,
        last=first + timedelta(draw(st.sampled_from([0, 0, 0, 1, 2, 9]))),
        amounts=tuple(draw(st.dictionaries(st.sampled_from(UNITS), sizes, max_size=3)).items()),
        reached=draw(st.frozensets(st.integers(1, 6), max_size=3)),
        has_evidence=draw(st.booleans()),
        state=draw(st.sampled_from([FactState.COUNTED] * 6 + list(FactState))),
    )


@st.composite
def circumstances(draw: st.DrawFn) -> Circumstances:
    """Now and then a pause, an exemption, a dispute; some figures and reviews."""

    def bounds() -> tuple[date, date | None]:
        span = draw(spans(60))
        return span.first, draw(st.sampled_from([span.last, span.last, span.last, None]))

    few = st.sampled_from([0, 0, 0, 1, 2])
    return Circumstances(
        tuple(Pause(*bounds()) for _ in range(draw(few))),
        tuple(Exemption(*bounds()) for _ in range(draw(few))),
        tuple(Dispute(*bounds()) for _ in range(draw(few))),
        tuple(
            draw(
                st.lists(
                    st.builds(Figure, st.sampled_from(["亮灯率", "经费", "收入"]), days, st.sampled_from([0, 1, 2, 3])),
                    max_size=6,
                )
            )
        ),
        tuple(draw(st.lists(st.builds(Review, days, st.booleans()), max_size=4))),
    )


some_facts = st.lists(facts(st.sampled_from([7, 7, 7, 8])), max_size=8)
TERMS = (
    Span(date(2025, 9, 1), date(2026, 1, 23)),
    Span(date(2026, 3, 2), date(2026, 7, 4)),
    Span(date(2026, 9, 1), date(2027, 1, 22)),
)
CALENDAR = Weekdays(TERMS)


# Close together: six weeks of the spring, so that grace and periods meet.
SPRING = Span(date(2026, 3, 2), date(2026, 4, 26))
tight_commitments = st.builds(
    Commitment,
    demand=st.one_of(
        st.builds(Recurring, amounts(), everies, st.sampled_from([Every.DAY, Every.WEEK, Every.WEEK, Every.MONTH])),
        st.builds(
            Coverage, st.integers(1, 2), populations(), everies, st.sampled_from([Every.WEEK, Every.MONTH, Every.WHOLE])
        ),
        counted_demands,
    ),
    span=st.just(SPRING),
    grace_days=st.sampled_from([0, 1, 3, 9]),
    grace_in_working_days=st.booleans(),
)


@st.composite
def spring_facts(draw: st.DrawFn) -> Fact:
    """A record of these weeks, or of the days around them."""
    first = draw(st.dates(date(2026, 2, 25), date(2026, 5, 10)))
    one = draw(facts(st.sampled_from([7, 7, 8])))
    return Fact(
        one.key, one.subject, first, first + (one.last - one.first), one.amounts, one.reached, has_evidence=True
    )


dense_facts = st.lists(spring_facts(), max_size=14)


def numbered(given_facts: list[Fact]) -> list[Fact]:
    """The same records with keys that rise, as a database gives them."""
    return [replace(fact, key=number) for number, fact in enumerate(given_facts)]
