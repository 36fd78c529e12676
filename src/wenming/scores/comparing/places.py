"""Units in their order, by the way that was chosen, and whether each differs from the mean at all."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from wenming.rules.ranking import Group, Placed, Way, mean_of, ranked, wilson
from wenming.rules.scoring.tallies import Tally
from wenming.scores.comparing.forms import PLAIN
from wenming.scores.words import percent_words, points_words


@dataclass(frozen=True, slots=True)
class Place:
    """A unit in the ranking; ``rank`` None: it has fewer values than were asked for."""

    name: str
    rank: int | None
    got: float
    of: int
    shown: float
    low: float
    high: float
    differs: bool

    @property
    def words(self) -> dict[str, str]:
        """The numbers as they are written."""
        shares = {"rate": self.got / self.of, "shown": self.shown, "low": self.low, "high": self.high}
        return {"got": points_words(self.got)} | {name: percent_words(share) for name, share in shares.items()}


def places(tallies: Sequence[Tally], *, way: str, least: int, among: Collection[str] | None) -> list[Place]:
    """The units, the best first; only those ``among`` the names, where some are given."""
    groups = [Group(one.name, float(one.got), one.of) for one in tallies if among is None or one.name in among]
    if way == PLAIN:
        return _plain(groups, least)
    return [_place(one) for one in ranked(groups, way=Way(way), least=least)]


def _place(one: Placed) -> Place:
    group = one.group
    return Place(group.name, one.rank, group.good, group.of, one.shown, one.low, one.high, one.differs)


def _plain(groups: Sequence[Group], least: int) -> list[Place]:
    """By the mean as it is; those alike share a rank."""
    mean = mean_of(group for group in groups if group.of >= least)
    order = sorted(groups, key=lambda one: (one.of < least, -_rate(one), one.name))
    rates = [_rate(one) for one in order]
    found = []
    for one in order:
        low, high = wilson(one.good, one.of)
        rank = rates.index(_rate(one)) + 1 if one.of >= least else None
        found.append(
            Place(one.name, rank, one.good, one.of, float(_rate(one)), low, high, differs=not low <= mean <= high)
        )
    return found


def _rate(group: Group) -> Fraction:
    return Fraction(group.good).limit_denominator(10**9) / group.of
