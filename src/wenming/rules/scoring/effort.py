"""How many days it takes to bring a standard to all its points, from how long it took elsewhere."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from statistics import median


class Ground(StrEnum):
    """What the number of days rests on; the nearest first."""

    SAID = "said"  # the office said so
    OWN = "own"  # the median of what the same standard took
    OTHERS = "others"  # it was never done: the median of all standards
    SUPPOSED = "supposed"  # nothing was ever done


@dataclass(frozen=True, slots=True)
class Effort:
    """So many days; of ``times`` that it was done the fewest and the most, where there are any."""

    days: Fraction
    ground: Ground
    times: int = 0
    fewest: int = 0
    most: int = 0


def efforts(
    codes: Iterable[str], took: Mapping[str, Sequence[int]], said: Mapping[str, int], supposed: int
) -> dict[str, Effort]:
    """The effort of each standard, by code.

    ``took`` are the days that a standard took each time it was done, ``said`` what the office says of it, ``supposed``
    what holds where nobody knows anything.

    >>> efforts(["A", "B"], {"A": [4, 8, 30]}, {}, 10)["B"].days
    Fraction(8, 1)
    """
    every = [days for own in took.values() for days in own]
    unknown = _of(every, Ground.OTHERS) if every else Effort(Fraction(supposed), Ground.SUPPOSED)
    return {code: _effort(took.get(code, ()), said.get(code), unknown) for code in codes}


def _effort(own: Sequence[int], said: int | None, unknown: Effort) -> Effort:
    if said is not None:
        return Effort(Fraction(said), Ground.SAID)
    return _of(own, Ground.OWN) if own else unknown


def _of(days: Sequence[int], ground: Ground) -> Effort:
    return Effort(median([Fraction(one) for one in days]), ground, len(days), min(days), max(days))
