"""Verdicts of a year worked out a second time: from its values instead of the rows, by the naive way of judging."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from tests.rules.commitments.slow import HORIZON, Slow, judge_slowly
from wenming.places.models import Unit
from wenming.rules.commitments.facts import (
    Circumstances,
    Dispute,
    Exemption,
    Fact,
    FactState,
    Figure,
    Pause,
    Review,
)
from wenming.rules.commitments.periods import Calendar
from wenming.sample.year.values import Done, Task, Used, Year
from wenming.work.models import Cell, Commitment, ExcuseKind, Outcome
from wenming.work.records.states import Act

TOGETHER = 0
Told = dict[tuple[int, int | None, date], tuple[date, date, date, str, float | None]]
_STATES = {Act.RETURN: FactState.RETURNED, Act.WITHDRAW: FactState.WITHDRAWN}


def by_hand(
    year: Year,
    tasks: Sequence[Task],
    rows: Sequence[Commitment],
    units: Sequence[Unit],
    today: date,
    calendar: Calendar,
) -> Told:
    """By commitment, unit (None: together) and first day: last day, due, closing day, state, and how much."""
    found: Told = {}
    facts = _facts(year, tasks)
    for place, task in enumerate(tasks):
        for worker in (None,) if task.is_together else task.workers:
            subject = TOGETHER if worker is None else worker + 1
            verdicts = judge_slowly(
                task.rule,
                subject,
                facts[place, worker],
                today=today,
                calendar=calendar,
                around=_around(year, place, worker),
            )
            unit = None if worker is None else units[worker].pk
            found |= {(rows[place].pk, unit, one.first): _told(one) for one in verdicts}
    return found


def _told(one: Slow) -> tuple[date, date, date, str, float | None]:
    return (one.last, one.due, one.closes, one.state.value, None if one.have is None else round(one.have, 6))


def kept() -> Told:
    """The cells of the database in the same form."""
    return {
        (cell.commitment_id, cell.unit_id, cell.first): (
            cell.last,
            min(cell.due, HORIZON),
            min(cell.closes, HORIZON),
            cell.state,
            None if cell.have is None else round(cell.have, 6),
        )
        for cell in Cell.objects.all()
    }


def _facts(year: Year, tasks: Sequence[Task]) -> dict[tuple[int, int | None], list[Fact]]:
    found: dict[tuple[int, int | None], list[Fact]] = defaultdict(list)
    for key, done in enumerate(year.done):
        for use in done.uses:
            task = tasks[use.task]
            took_part = {done.worker, *done.others} & set(task.workers)
            for worker in (None,) if task.is_together else took_part:
                found[use.task, worker].append(_fact(key, done, use, TOGETHER if worker is None else worker + 1))
    return found


def _fact(key: int, done: Done, use: Used, subject: int) -> Fact:
    state = _STATES.get(done.steps[-1].act, FactState.COUNTED) if done.steps else FactState.COUNTED
    amounts = [(word, float(count)) for count, word in done.outputs]
    said = {word for word, _ in amounts}
    amounts += [("分钟", done.minutes)] if done.minutes is not None and "分钟" not in said else []
    amounts += [("人", done.people)] if done.people is not None and "人" not in said else []
    return Fact(
        key=key,
        subject=subject,
        first=done.first,
        last=done.last,
        amounts=tuple(amounts),
        has_evidence=done.is_proved,
        state=state if use.is_counted else FactState.NOT_MEANT,
    )


def _around(year: Year, task: int, worker: int | None) -> Circumstances:
    mine = [one for one in year.excused if one.worker == worker and one.task in (task, None)]
    objected = [one for one in year.objected if one.worker == worker and one.task == task]
    accepted = [Exemption(one.made_on, None) for one in objected if one.outcome is Outcome.ACCEPTED]
    return Circumstances(
        pauses=tuple(Pause(one.first, one.last) for one in mine if one.kind is ExcuseKind.SUSPENSION),
        exemptions=(
            *(Exemption(one.first, one.last) for one in mine if one.kind is ExcuseKind.EXEMPTION),
            *accepted,
        ),
        disputes=tuple(Dispute(one.made_on, one.decided_on) for one in objected),
        figures=tuple(_figures(year)),
        reviews=tuple(
            Review(one.on, one.is_enough) for one in year.reviewed if one.task == task and one.worker == worker
        ),
    )


def _figures(year: Year) -> Iterator[Figure]:
    return (Figure(one.name, one.on, one.value) for one in year.measured)
