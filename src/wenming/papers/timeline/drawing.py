"""Where everything of the picture stands: pure geometry, from the days of a year to places on a sheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

LABEL = 208  # the column of names, in units of the picture
MONTH = 66
ROW = 40
HEAD = 48
WIDTH = LABEL + 12 * MONTH
BAR = 22  # height of a bar
LETTERS = 15  # of a name that stand in the column
MARGIN = 8  # beside the last month, for marks on its last day
_IN_BRACKETS = re.compile(r"（[^（）]*\d[^（）]*）$")  # what a heading adds of dates, which the bar shows


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the plan, from its first to its last day."""

    title: str
    first: date
    last: date
    measure: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A stage on the sheet."""

    stage: Stage
    label: str
    x: float
    y: float
    width: float

    @property
    def text_y(self) -> float:
        """The line that words beside it stand on."""
        return self.y + BAR / 2 + 5


def x_of(day: date, year: int, *, is_end: bool = False) -> float:
    """Where the day begins (or ends) on the sheet; days of other years stand at its edges.

    >>> x_of(date(2026, 1, 1), 2026), x_of(date(2027, 5, 1), 2026)
    (208.0, 1000.0)
    """
    if day.year != year:
        return float(LABEL if day.year < year else WIDTH)
    begin, end = date(year, day.month, 1), date(year + day.month // 12, day.month % 12 + 1, 1)
    share = ((day - begin).days + is_end) / (end - begin).days
    return round(LABEL + (day.month - 1 + share) * MONTH, 1)


def bars(stages: Sequence[Stage], year: int) -> tuple[Bar, ...]:
    """The stages that have a day in the year, one below the other."""
    shown = [one for one in stages if one.first.year <= year <= one.last.year]
    return tuple(_bar(one, place, year) for place, one in enumerate(shown))


def _bar(stage: Stage, place: int, year: int) -> Bar:
    x = x_of(stage.first, year)
    width = max(x_of(stage.last, year, is_end=True) - x, 4)
    return Bar(stage, shortened(stage.title), x, HEAD + place * ROW + (ROW - BAR) / 2, round(width, 1))


def row_y(place: int, bars_above: int) -> float:
    """Where a row begins that stands below so many stages."""
    return float(HEAD + (bars_above + place) * ROW)


def shortened(name: str) -> str:
    """A name that fits the column of names; the whole one stands in the table.

    >>> shortened("一二三四五六七八九十一二三四五六"), shortened("（一）动员部署（2026年2月）")
    ('一二三四五六七八九十一二三四…', '（一）动员部署')
    """
    bare = _IN_BRACKETS.sub("", name) or name
    return bare if len(bare) <= LETTERS else f"{bare[: LETTERS - 1]}…"
