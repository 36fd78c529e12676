"""What a commitment would ask: in words, and as an example calendar of its next periods."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from wenming.rules.commitments import model as rules
from wenming.rules.commitments.periods import Period, periods
from wenming.work.verdicts.days import calendar

SHOWN = 12  # periods


@dataclass(frozen=True, slots=True)
class Preview:
    """The commitment's periods: those from today's on, and how many there are in all."""

    activity: str
    rule: rules.Commitment
    periods: Sequence[Period]
    count: int


def preview_of(activity: str, rule: rules.Commitment, *, today: date) -> Preview:
    """The periods of the rule that are not over, else the first ones; at most SHOWN of them."""
    every = periods(rule, calendar())
    coming = [one for one in every if one.last >= today] or list(every)
    return Preview(activity, rule, tuple(islice(coming, SHOWN)), len(every))
