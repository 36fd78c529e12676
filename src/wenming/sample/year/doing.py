"""One record: when it is done and entered, how it is told, what becomes of it. Pure; chance is an argument."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from wenming.rules.commitments.model import Span
from wenming.rules.commitments.periods import Calendar
from wenming.sample.year.habits import Habit
from wenming.sample.year.needs import Need, Size, day_label
from wenming.sample.year.values import Done, Step, Task, Worker
from wenming.work.records.states import Act

_DAY = timedelta(days=1)
_LATE = 20  # days at most after the due day
_JUDGED = 0.8  # of the records that nothing else happens to, the office has looked at so many

WORDS = (
    "按计划完成，现场听了大家的意见。",
    "参加的人比上次多，时间安排在下班以后。",
    "先看现场再商量，能当场定的当场定。",
    "没有另外布置会场，在平时用的地方办的。",
    "有两条意见当场答复，一条带回研究。",
    "简单开了个头，主要时间留给居民提问。",
    "",
    "",
)
RETURNED = ("照片看不清，请换一张", "日期与通知不一致，请核对", "没有写清楚在哪里办的", "与上一条重复，请确认")
WITHDRAWN = ("重复登记，以另一条为准", "活动改期，办完再登记", "填错了单位")


class WorkingDays:
    """The days on which offices work, from the first to the last day of some span."""

    def __init__(self, span: Span, calendar: Calendar) -> None:
        count = (span.last - span.first).days + 1
        self._days = [day for day in (span.first + _DAY * at for at in range(count)) if calendar.is_working(day)]

    def between(self, first: date, last: date, chance: Random) -> date:
        """One of them; the first day where there is none."""
        begin, end = bisect_left(self._days, first), bisect_right(self._days, last)
        return self._days[chance.randrange(begin, end)] if begin < end else first


@dataclass(frozen=True, slots=True)
class Scene:
    """What the telling needs beside the record itself."""

    days: WorkingDays
    until: date  # nothing is done after it
    chance: Random


def do(task: Task, worker: int, need: Need, scene: Scene, workers: Sequence[Worker]) -> Done:
    """The record that a unit makes of what is asked, after its habit; for what it counts is not said yet."""
    habit, chance = workers[worker].habit, scene.chance
    first = _first(task, need, habit, scene)
    size = _size(need.size, habit, chance)
    last = _last(first, size, scene.until)
    entered = min(last + _DAY * chance.choice((0, 0, 0, 1, 1, 2, 5)), max(last, scene.until))
    return Done(
        worker=worker,
        kind=task.kinds[0],
        title=f"{day_label(first, need.period)}{task.activity}",
        first=first,
        last=last,
        entered_on=entered,
        minutes=size.minutes,
        people=size.people,
        place=workers[worker].room if chance.random() < 0.8 else "",
        words=chance.choice(WORDS),
        outputs=size.outputs,
        is_proved=chance.random() >= habit.unproved,
        others=_others(task, worker, chance),
        steps=_steps(entered, habit, chance),
    )


def _first(task: Task, need: Need, habit: Habit, scene: Scene) -> date:
    """The day on which it begins: within the window as far as a few tries find one there."""
    period, chance = need.period, scene.chance
    due = min(period.due, scene.until)
    if chance.random() >= habit.in_time and due < scene.until:
        return scene.days.between(due + _DAY, min(due + _DAY * _LATE, scene.until), chance)
    found = scene.days.between(period.first, due, chance)
    for _ in range(4):
        if task.rule.window is None or found in task.rule.window:
            break
        found = scene.days.between(period.first, due, chance)
    return found


def _size(asked: Size, habit: Habit, chance: Random) -> Size:
    """What was asked or a little more; of those who are brief about half."""
    told = Size(
        asked.minutes or chance.choice((40, 60, 90, 90, 120)),
        asked.people or chance.choice((None, 12, 20, 26, 35, 48)),
        asked.outputs,
    )
    return told.scaled(chance.uniform(0.35, 0.7) if chance.random() < habit.short else chance.choice((1, 1, 1.1, 1.25)))


def _last(first: date, size: Size, until: date) -> date:
    """The day on which it ends: as many days as it says that it had."""
    days = next((count for count, word in size.outputs if word == "天"), 1)
    return max(first, min(first + _DAY * (days - 1), until))


def _others(task: Task, worker: int, chance: Random) -> tuple[int, ...]:
    """Now and then another unit that is asked the same joins in."""
    if chance.random() >= 0.04 or len(task.workers) < 2:
        return ()
    other = chance.choice(task.workers)
    return (other,) if other != worker else ()


def _steps(entered: date, habit: Habit, chance: Random) -> tuple[Step, ...]:
    drawn = chance.random()
    if drawn < habit.withdrawn:
        return (Step(Act.WITHDRAW, _later(entered, 4, chance), chance.choice(WITHDRAWN)),)
    if drawn < habit.withdrawn + habit.returned:
        return _returned(entered, chance)
    return (Step(Act.ACCEPT, _later(entered, 9, chance)),) if chance.random() < _JUDGED else ()


def _returned(entered: date, chance: Random) -> tuple[Step, ...]:
    """Given back; most are handed in again, and accepted then."""
    back = Step(Act.RETURN, _later(entered, 7, chance), chance.choice(RETURNED))
    if chance.random() < 0.3:
        return (back,)
    again = Step(Act.CHANGE, _later(back.on, 5, chance))
    return (back, again, Step(Act.ACCEPT, _later(again.on, 5, chance)))


def _later(day: date, most: int, chance: Random) -> date:
    return day + _DAY * chance.randint(1, most)
