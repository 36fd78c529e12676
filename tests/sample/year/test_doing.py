"""One record, after the habit of its unit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

from tests.sample.year.making import CALENDAR, SPAN, make_task
from wenming.rules.commitments.model import Amount, Every, Recurring, Span, Window
from wenming.rules.commitments.periods import periods
from wenming.sample.year.doing import Scene, WorkingDays, do
from wenming.sample.year.habits import DILIGENT, Habit
from wenming.sample.year.needs import needs
from wenming.sample.year.values import Done, Worker
from wenming.work.models import RecordState
from wenming.work.records.states import TO, allows

PERFECT = replace(DILIGENT, in_time=1, short=0, unproved=0, withdrawn=0, returned=0)
TASK = replace(make_task(Recurring(Amount(0.5, None, "天"), 1, Every.MONTH)), kinds=("评议",))


def made(habit: Habit, seeds: int = 10) -> Iterator[tuple[Done, date]]:
    """Records of one who works like that, each with the day on which it was due."""
    for seed in range(seeds):
        chance = Random(seed)
        scene = Scene(WorkingDays(SPAN, CALENDAR), SPAN.last, chance)
        for need in needs(TASK.rule, CALENDAR, chance):
            yield do(TASK, 0, need, scene, (Worker(habit, "会议室"),) * 3), need.period.due


def test_who_is_perfect_is_in_time_and_proves_it() -> None:
    for done, due in made(PERFECT):
        assert due.replace(day=1) <= done.first <= due
        assert CALENDAR.is_working(done.first)
        assert done.is_proved
        assert done.minutes is not None
        assert done.minutes >= 180
        assert done.last <= done.entered_on <= SPAN.last
        assert done.title == f"{done.first.month}月民主评议"


def test_who_is_late_is_late() -> None:
    assert all(done.first > due for done, due in made(replace(PERFECT, in_time=0)) if due < SPAN.last)


def test_who_is_brief_is_too_short() -> None:
    assert all((done.minutes or 0) < 180 for done, _ in made(replace(PERFECT, short=1)))


def test_who_proves_nothing_has_no_evidence() -> None:
    assert not any(done.is_proved for done, _ in made(replace(PERFECT, unproved=1)))


def test_what_becomes_of_it_is_what_may_become_of_it() -> None:
    seen = set()
    for done, _ in made(replace(PERFECT, withdrawn=0.3, returned=0.4), seeds=30):
        state, on = RecordState.RECORDED, done.entered_on
        for step in done.steps:
            assert allows(state, step.act)
            assert step.on > on
            state, on = TO[step.act], step.on
        seen.add(state)
    assert seen == set(RecordState)


def test_it_is_done_within_the_window() -> None:
    window = Window(spans=(Span(date(2026, 5, 11), date(2026, 5, 30)),))
    task = replace(TASK, rule=replace(TASK.rule, window=window))
    (period,) = periods(task.rule, CALENDAR)
    scene = Scene(WorkingDays(SPAN, CALENDAR), SPAN.last, Random(1))
    (need,) = needs(task.rule, CALENDAR, Random(1))
    done = do(task, 0, need, scene, (Worker(PERFECT, "会议室"),) * 3)
    assert period.first <= done.first <= period.last


def test_where_nobody_works_the_first_day_is_taken() -> None:
    days = WorkingDays(SPAN, CALENDAR)
    assert days.between(date(2026, 5, 2), date(2026, 5, 3), Random(1)) == date(2026, 5, 2)
