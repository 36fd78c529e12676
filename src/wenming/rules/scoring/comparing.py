"""Two rounds side by side: what moved, by standard, by unit and by site; the largest moves first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from wenming.rules.scoring.model import ZERO, Observation, Result, State
from wenming.rules.scoring.tallies import Tally


@dataclass(frozen=True, slots=True)
class Moved:
    """One thing in two rounds; None: nothing is known of it in that round.

    ``before`` and ``after`` are points for a standard, and shares, 0 to 1, for a unit or a site.
    """

    code: str
    name: str
    before: Fraction | None
    after: Fraction | None

    @property
    def by(self) -> Fraction | None:
        """How far it moved; None where one of both is not known."""
        return None if self.before is None or self.after is None else self.after - self.before


def moved_standards(before: Result, after: Result) -> list[Moved]:
    """The standards that both rounds have, by their codes."""
    old, new = _standards(before), _standards(after)
    both = [Moved(code, new[code].node.title, old[code].score, new[code].score) for code in new if code in old]
    return _in_order(both)


def _standards(result: Result) -> dict[str, Result]:
    return {one.node.code: one for one in result.walk() if not one.items and one.state is not State.NOT_APPLICABLE}


def moved_units(before: Iterable[Tally], after: Iterable[Tally]) -> list[Moved]:
    """The units of both rounds by their rates."""
    old, new = ({one.name: one.rate for one in tallies} for tallies in (before, after))
    return _moved(old, new)


def moved_sites(before: Iterable[Observation], after: Iterable[Observation]) -> list[Moved]:
    """The sites of both rounds by the mean of their values."""
    return _moved(_sites(before), _sites(after))


def _sites(observations: Iterable[Observation]) -> dict[str, Fraction]:
    values: dict[str, list[Fraction]] = defaultdict(list)
    for one in observations:
        if one.site:
            values[one.site].append(one.value)
    return {site: sum(its, ZERO) / len(its) for site, its in values.items()}


def _moved(old: Mapping[str, Fraction], new: Mapping[str, Fraction]) -> list[Moved]:
    return _in_order([Moved("", name, old.get(name), new.get(name)) for name in dict.fromkeys([*new, *old])])


def _in_order(found: Iterable[Moved]) -> list[Moved]:
    """Those that moved most first, then those of which one round knows nothing; alike by code and name."""
    return sorted(found, key=lambda one: (one.by is None, -abs(one.by or ZERO), one.code, one.name))
