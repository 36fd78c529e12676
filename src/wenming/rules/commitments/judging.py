"""How a subject stands with a commitment in each of its periods, with the working: never typed, always worked out.

The day is an argument: nothing that happened after it counts, so that the same question has the same answer later.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from wenming.rules.commitments.counting import Counted, LeftOut, Tally, tally
from wenming.rules.commitments.facts import NOTHING_ELSE, Circumstances, Dispute, Fact, Figure, Review
from wenming.rules.commitments.findings import Finding, find
from wenming.rules.commitments.model import Amount, Commitment, Number, Span
from wenming.rules.commitments.periods import Calendar, Period, Timetable, timetable
from wenming.rules.commitments.roll import asked_in, by_name
from wenming.rules.commitments.spans import DAY, common, length, united


class State(StrEnum):
    """How a subject stands in a period."""

    MET = "met"
    LATE = "late"  # done after the due day, before it closed
    MISSED = "missed"
    OPEN = "open"
    DUE_SOON = "due_soon"  # open, and the due day is near or past
    NOT_DUE = "not_due"  # the period has not begun
    EXEMPT = "exempt"
    DISPUTED = "disputed"  # the subject objects, and the office has not decided


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a subject stands in a period, and why: what counted, what did not, what is still missing.

    ``have`` of ``need`` in the unit of ``need``; ``have`` is None where nothing was measured, ``need`` where there is
    no number. ``unreached`` are members of a known population; ``rests_on`` the figures or the review that decided.
    """

    subject: int
    period: Period
    state: State
    have: Number | None
    need: Amount | None
    counted: tuple[Counted, ...]
    left_out: tuple[LeftOut, ...]
    commitment: Commitment
    unreached: tuple[int, ...] = ()
    rests_on: tuple[Figure | Review, ...] = ()


def judge(
    commitment: Commitment,
    subject: int,
    facts: Iterable[Fact],
    *,
    today: date,
    calendar: Calendar,
    around: Circumstances = NOTHING_ELSE,
) -> tuple[Verdict, ...]:
    """A verdict for each period of the commitment, in order; each fact given is in the working of exactly one.

    ``around`` is what is known about the subject beside its records: pauses, exemptions, disputes, figures, reviews,
    and the roll by which a coverage is counted by name.
    """
    named = by_name(commitment, around.roll)
    disputes = [_as_known(dispute, today) for dispute in around.disputes if dispute.first <= today]
    table = timetable(commitment, calendar, [*around.pauses, *disputes])
    free = united(Span(exemption.first, exemption.last or date.max) for exemption in around.exemptions)
    exempt = [_is_exempt(period, table.days, free) for period in table.periods]
    asked = [not is_exempt and not period.stands_still for period, is_exempt in zip(table.periods, exempt, strict=True)]
    open_since = min((dispute.first for dispute in disputes if dispute.last is None), default=date.max)
    members = [asked_in(around.roll, period.last) for period in table.periods] if commitment is not named else []
    verdicts = []
    for place, records in enumerate(tally(named, subject, facts, table, asked, today, members=members)):
        period = table.periods[place]
        until, whom = _last_review_day(table, place, today), members[place] if members else None
        finding = find(named, period, records, around, until, today, members=whom)
        is_disputed = open_since <= min(period.closes, today)
        state = _state(finding, period, today, commitment, is_exempt=exempt[place], is_disputed=is_disputed)
        verdicts.append(_verdict(subject, period, state, finding, records, named))
    return tuple(verdicts)


def _verdict(
    subject: int, period: Period, state: State, finding: Finding, records: Tally, commitment: Commitment
) -> Verdict:
    return Verdict(
        subject=subject,
        period=period,
        state=state,
        have=finding.have,
        need=finding.need,
        counted=records.counted,
        left_out=records.left_out,
        commitment=commitment,
        unreached=finding.unreached,
        rests_on=finding.rests_on,
    )


def _as_known(dispute: Dispute, today: date) -> Dispute:
    """A dispute that is decided later is still open today."""
    return replace(dispute, last=None) if dispute.last and dispute.last > today else dispute


def _last_review_day(table: Timetable, place: int, today: date) -> date:
    """A review speaks of the last period that had begun on its day."""
    is_last = place + 1 == len(table.periods)
    return today if is_last else min(table.periods[place + 1].first - DAY, today)


def _is_exempt(period: Period, days: Sequence[Span], exempt: Sequence[Span]) -> bool:
    """Whether less than half of its days is left to the subject, as with the stubs of periods."""
    asked = common([Span(period.first, period.last)], days)
    all_days = sum(map(length, asked))
    return 2 * (all_days - sum(map(length, common(asked, exempt)))) < all_days


def _state(
    finding: Finding, period: Period, today: date, commitment: Commitment, *, is_exempt: bool, is_disputed: bool
) -> State:
    if is_exempt:
        return State.EXEMPT
    if today < period.first:
        return State.NOT_DUE
    if finding.is_done:
        return State.MET if finding.is_in_time else State.LATE
    if is_disputed:
        return State.DISPUTED
    if period.stands_still:
        return State.EXEMPT
    is_over = today > period.closes
    if finding.is_broken or (is_over and not finding.waits_for_office):
        return State.MISSED
    return State.DUE_SOON if (period.due - today).days <= commitment.soon_days and not is_over else State.OPEN
