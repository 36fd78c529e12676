"""How much was asked of a unit, how often, and how long it took: counted for a month, never a rank. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that reached a unit: when, when it was answered (None: not yet), how many minutes that took."""

    on: date
    answered_on: date | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """What was asked of a unit in a month."""

    requests: int = 0
    due: int = 0  # commitments that fell due
    returned: int = 0  # records that came back
    answered: int = 0  # of the requests
    days: float | None = None  # the median from asking to answering; None: nothing was answered
    minutes: int = 0  # that the unit says it took
    said: int = 0  # answers that say so

    @property
    def asked(self) -> int:
        """Everything that somebody had to see to."""
        return self.requests + self.due + self.returned


def load(asked: Sequence[Asked], *, due: int = 0, returned: int = 0) -> Load:
    """The burden of a month, from the requests that were sent in it.

    >>> load([Asked(date(2026, 3, 2), date(2026, 3, 4), 30), Asked(date(2026, 3, 9))], due=3).days
    2
    """
    days = [(one.answered_on - one.on).days for one in asked if one.answered_on is not None]
    minutes = [one.minutes for one in asked if one.minutes is not None]
    return Load(len(asked), due, returned, len(days), median(days) if days else None, sum(minutes), len(minutes))


def middle(numbers: Iterable[float]) -> float | None:
    """The number in the middle: what a unit may be compared with; None where there are none.

    >>> middle([1, 5, 2])
    2
    """
    known = list(numbers)
    return median(known) if known else None
