"""Pages whose text runs upwards, downwards or upside down, as wide tables are often printed: turned to be read."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_QUARTER = math.pi / 2
_SLANT = 0.1  # radians; text that is further from a quarter turn is a watermark


@dataclass(frozen=True, slots=True)
class Turn:
    """How the text of a page runs: ``quarters`` of a full turn clockwise, on a page with these edges, in points."""

    quarters: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """The width of the page as it is read."""
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place on the page, as it is read, from the lower left."""
        if self.quarters == 1:
            return self.top - y, x - self.left
        if self.quarters == 2:
            return self.right - x, self.top - y
        if self.quarters == 3:
            return y - self.bottom, self.right - x
        return x - self.left, y - self.bottom

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box on the page, as it is read: left, bottom, right, top."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def quarters_of(angle: float) -> int | None:
    """The quarter turns clockwise of a text at ``angle`` radians; ``None`` for a slanting one."""
    quarters = round(angle / _QUARTER)
    return quarters % 4 if abs(angle - quarters * _QUARTER) <= _SLANT else None


def usual(quarters: Iterable[int | None]) -> int:
    """How most of the characters of a page run; level where there are none."""
    counts = Counter(quarter for quarter in quarters if quarter is not None)
    return counts.most_common(1)[0][0] if counts else 0
