"""A small year without a database: three units, a task of each sort."""

from datetime import date

from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Coverage,
    Deadline,
    Demand,
    Direction,
    Every,
    Growth,
    Length,
    Population,
    Rate,
    Recurring,
    Span,
    Standing,
    Total,
)
from wenming.rules.commitments.periods import Weekdays
from wenming.sample.year.habits import BRIEF, DILIGENT, FORGETFUL
from wenming.sample.year.making import make_year
from wenming.sample.year.values import Task, Worker, Year

SPAN = Span(date(2026, 1, 1), date(2026, 12, 31))
CALENDAR = Weekdays((Span(date(2026, 3, 2), date(2026, 7, 4)), Span(date(2026, 9, 1), date(2027, 1, 22))))
WORKERS = (Worker(DILIGENT, "机关会议室"), Worker(FORGETFUL, "居民活动室"), Worker(BRIEF, "文化站"))
DEMANDS: tuple[Demand, ...] = (
    Recurring(Amount(1, None, "次"), 1, Every.MONTH),
    Recurring(Amount(0.5, None, "天"), 1, Every.WEEK),
    Recurring(Amount(None, 1, "次"), 1, Every.QUARTER),
    Total(Amount(8, 10, "篇"), together=False),
    Total(Amount(60, None, "处"), together=True),
    Length(Amount(60, None, "分钟")),
    Coverage(1, Population("居民户", 300)),
    Deadline(),
    Rate("亮灯率", Direction.REACH, 95, "%"),
    Growth("经费", "财政收入"),
    Standing(1, Every.HALF_YEAR),
)


def make_task(demand: Demand, activity: str = "民主评议", **fields: object) -> Task:
    """A task for all three units."""
    return Task(activity, Commitment(demand, SPAN, **fields), (0, 1, 2), is_together=_is_together(demand))  # type: ignore[arg-type]


def _is_together(demand: Demand) -> bool:
    return isinstance(demand, Rate | Growth | Coverage) or (isinstance(demand, Total) and demand.together)


TASKS = tuple(make_task(demand, f"第{number}项工作") for number, demand in enumerate(DEMANDS, start=1))


def make_small_year(seed: int = 1, count: int | None = None) -> Year:
    """What the three did."""
    return make_year(TASKS, WORKERS, seed=seed, span=SPAN, calendar=CALENDAR, count=count)
