"""What has to be worked out again: after a record came, changed or went, and as days pass."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from wenming.rules.commitments.counting import is_together
from wenming.rules.commitments.facts import Fact
from wenming.rules.commitments.judging import State, Verdict
from wenming.rules.commitments.model import TOGETHER, Commitment
from wenming.rules.commitments.periods import Calendar, Period, Stop, periods
from wenming.rules.commitments.spans import later


@dataclass(frozen=True, slots=True)
class Touch:
    """A verdict that may be another one now: that of ``commitment`` for ``subject`` in the period from ``first``."""

    commitment: int
    subject: int
    first: date


def touched(
    commitments: Iterable[tuple[int, Commitment, frozenset[int]]],
    facts: Iterable[Fact],
    *,
    calendar: Calendar,
    beside: Iterable[Fact] = (),
    stops: Iterable[Stop] = (),
) -> frozenset[Touch]:
    """The verdicts that these facts may change; no other one does. Of a changed record both forms are given.

    ``commitments`` are those that the records are meant for: a key, the commitment, the subjects that it binds.
    ``beside`` are the other records of several days, ``stops`` the pauses and disputes, of any of the subjects.
    """
    given, long, still = list(facts), [fact for fact in beside if fact.first < fact.last], list(stops)
    return frozenset(
        Touch(key, subject, period.first)
        for key, commitment, subjects in commitments
        for period in _periods_touched(periods(commitment, calendar, still), given, [*given, *long])
        for subject in _subjects_touched(commitment, subjects, given)
    )


def _subjects_touched(commitment: Commitment, subjects: frozenset[int], facts: Iterable[Fact]) -> frozenset[int]:
    if is_together(commitment):
        return subjects
    return subjects & {TOGETHER, *(fact.subject for fact in facts)}


def _periods_touched(table: Sequence[Period], facts: Sequence[Fact], all_known: Sequence[Fact]) -> Iterator[Period]:
    """The periods that records fall into, with those that share records with them.

    A record that is drawn into one period is missing in its own, which may then draw in another, and so on.
    """
    chains = list(_chains(table, all_known))
    begins = [date.min, *(chain[0].first for chain in chains[1:]), date.max]  # what is too early stands with the first
    for chain, (begin, following) in zip(chains, pairwise(begins), strict=False):
        if any(fact.first < following and fact.last >= begin for fact in facts):
            yield from chain


def _chains(table: Sequence[Period], facts: Sequence[Fact]) -> Iterator[list[Period]]:
    """Periods in a row of which one has not closed when the next begins, or with a record that lies in both."""
    chain: list[Period] = []
    closes = date.min
    for period in table:
        if chain and closes < period.first and not any(fact.first < period.first <= fact.last for fact in facts):
            yield chain
            chain = []
        chain.append(period)
        closes = max(closes, period.closes)
    if chain:
        yield chain


# A state changes by itself only when a period begins, comes near its due day, or closes.


def next_turn(verdict: Verdict, today: date) -> date | None:
    """The first day after ``today`` on which the verdict may be another one though nothing is done; None: never.

    What is known of days to come (a record dated ahead, a pause that is to begin) is no passing of time.
    """
    period, is_settled = verdict.period, verdict.state in _SETTLED
    turns = [period.first]
    if not is_settled:
        turns += [period.due - timedelta(verdict.commitment.soon_days), later(period.closes, 1)]
    return min((day for day in turns if today < day < date.max), default=None)


_SETTLED = frozenset({State.MET, State.LATE, State.MISSED, State.EXEMPT})
