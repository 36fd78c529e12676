"""Whether two pictures look alike: 64 bits of how each looks, and which bits to ask for to find all that are alike.

The bits tell for the 8 × 8 lowest frequencies of the picture, 32 × 32 points of grey, whether each is above the middle
one (perceptual hash by the discrete cosine transform, as in Zauner, Implementation and Benchmarking of Perceptual Image
Hash Functions, 2010). Size, compression and brightness change few of them, another picture about half of them.

What is alike is a mark for a person to look at, not a judgement: the same place on another day is alike by right.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

SIDE = 32  # points of grey on each side of the picture that is hashed
_KEPT = 8  # frequencies in each direction
BITS = _KEPT * _KEPT
ALIKE = 10  # bits that may differ; of unrelated pictures hardly any two differ in fewer than 18
CERTAIN = 4  # up to here it is almost certainly the same photograph
# A white page, a dark room: there is nothing to compare. Standard deviation of the grey, of 255.
_FLAT = 3.0

BANDS = 4
BAND_BITS = BITS // BANDS
# How many bits of each band may differ. Whoever differs in at most 10 bits differs in at most 2 of one of the first
# three bands, or in at most 1 of the last: else it would be 3 + 3 + 3 + 2 = 11. So every likeness is found for certain.
_SPANS = (2, 2, 2, 1)


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture looks, and how it looks in a mirror."""

    bits: int
    mirrored: int


def look_of(grey: Sequence[int]) -> Look | None:
    """The look of ``SIDE`` × ``SIDE`` grey values from 0 to 255, row by row; None where there is nothing to be seen."""
    if len(grey) != SIDE * SIDE:
        raise ValueError(len(grey))
    mean = sum(grey) / len(grey)
    if sum((value - mean) ** 2 for value in grey) < _FLAT**2 * len(grey):
        return None
    waves = _waves([list(grey[start : start + SIDE]) for start in range(0, len(grey), SIDE)])
    # In a mirror the frequencies that are odd from left to right change their sign, and nothing else.
    in_mirror = [-value if place % 2 else value for place, value in enumerate(waves)]
    return Look(_bits(waves), _bits(in_mirror))


def _waves(rows: list[list[int]]) -> list[float]:
    """The lowest frequencies, row by row: each row transformed, then each column of what came out."""
    across = [[_sum(wave, row) for wave in _cosines()] for row in rows]
    columns = list(zip(*across, strict=True))
    return [_sum(wave, column) for wave in _cosines() for column in columns]


def _sum(wave: Sequence[float], values: Sequence[float]) -> float:
    return sum(one * other for one, other in zip(wave, values, strict=True))


@cache
def _cosines() -> list[list[float]]:
    return [
        [math.cos(math.pi * (2 * at + 1) * frequency / (2 * SIDE)) for at in range(SIDE)] for frequency in range(_KEPT)
    ]


def _bits(waves: Sequence[float]) -> int:
    """One bit for each frequency, the lowest first: whether it is above the middle of all."""
    ordered = sorted(waves)
    middle = (ordered[BITS // 2 - 1] + ordered[BITS // 2]) / 2
    return sum(1 << (BITS - 1 - place) for place, value in enumerate(waves) if value > middle)


def distance(one: int, other: int) -> int:
    """In how many bits two looks differ, 0 to 64."""
    return (one ^ other).bit_count()


def bands(bits: int) -> tuple[int, ...]:
    """The bits in ``BANDS`` numbers of 16 bits, to be kept where they can be searched."""
    return tuple(bits >> (BAND_BITS * number) & ((1 << BAND_BITS) - 1) for number in range(BANDS))


def searched(bits: int) -> tuple[tuple[int, ...], ...]:
    """For each band the values to ask for: 428 in all, of 4 × 65,536.

    Every look within ``ALIKE`` bits has at least one of them; others that have one are told apart by ``distance``.
    """
    return tuple(tuple(band ^ flip for flip in _flips(span)) for band, span in zip(bands(bits), _SPANS, strict=True))


@cache
def _flips(most: int) -> tuple[int, ...]:
    """All ways to change at most that many bits of a band."""
    return tuple(_every_flip(most))


def _every_flip(most: int) -> Iterator[int]:
    for count in range(most + 1):
        for places in combinations(range(BAND_BITS), count):
            yield sum(1 << place for place in places)


def written(bits: int) -> str:
    """As it is kept: 16 hexadecimal digits."""
    return f"{bits:016x}"
