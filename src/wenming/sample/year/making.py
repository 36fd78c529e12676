"""A year of records from tasks, units and a seed: the same values every time. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from random import Random

from wenming.rules.commitments.model import Span
from wenming.rules.commitments.periods import Calendar
from wenming.sample.year import beside
from wenming.sample.year.doing import Scene, WorkingDays, do
from wenming.sample.year.needs import Need, needs
from wenming.sample.year.values import Done, Objected, Task, Used, Worker, Year
from wenming.work.commitments.activities import kinds_for
from wenming.work.records import proposing
from wenming.work.records.proposing import Open, Proposal, Why

_ANY = "其他"  # the kind of record where the words of a task name none
_MOST_USES = 2  # for which one record is counted
_TICKED = 0.95  # of the likely uses, the unit leaves so many ticked


def make_year(
    tasks: Sequence[Task],
    workers: Sequence[Worker],
    *,
    seed: int,
    span: Span,
    calendar: Calendar,
    count: int | None = None,
) -> Year:
    """What the units did for the tasks in those days, with what happened beside it.

    Where exactly so many records are wanted, more of the same are added, or some are left out.
    """
    chance = Random(seed)  # noqa: S311 - a simulation
    making = _Making(tasks, workers, Scene(WorkingDays(span, calendar), span.last, chance), calendar)
    done = list(making.asked())
    if count is not None:
        done = chance.sample(done, count) if len(done) > count else [*done, *making.more(count - len(done))]
    return Year(
        done=tuple(sorted(done, key=lambda one: (one.entered_on, one.worker, one.title))),
        excused=beside.excused(tasks, span, chance),
        objected=beside.objected(tasks, span, chance),
        reviewed=tuple(beside.reviewed(tasks, calendar, chance)),
        measured=tuple(beside.measured(tasks, chance)),
    )


class _Making:
    """Makes records; what is asked of a task, and for what else its records count, is worked out once."""

    def __init__(self, tasks: Sequence[Task], workers: Sequence[Worker], scene: Scene, calendar: Calendar) -> None:
        self._tasks = [_with_kind(task) for task in tasks]
        self._workers, self._scene, self._chance = workers, scene, scene.chance
        self._needs = [tuple(needs(task.rule, calendar, scene.chance)) for task in tasks]
        self._opens = _opens(tasks, len(workers))
        self._proposed: dict[tuple[int, int], tuple[Proposal, ...]] = {}

    def asked(self) -> Iterator[Done]:
        """Of what is asked, as much as each unit does."""
        for place, task in enumerate(self._tasks):
            for need in self._needs[place] if task.workers else ():
                for worker in (self._chance.choice(task.workers),) if task.is_together else task.workers:
                    if self._chance.random() < self._workers[worker].habit.does:
                        yield self._do(place, worker, need)

    def more(self, count: int) -> Iterator[Done]:
        """So many more, of anything that is recorded."""
        fit = [place for place, task in enumerate(self._tasks) if task.workers and self._needs[place]]
        for _ in range(count if fit else 0):
            place = self._chance.choice(fit)
            worker = self._chance.choice(self._tasks[place].workers)
            yield self._do(place, worker, self._chance.choice(self._needs[place]))

    def _do(self, place: int, worker: int, need: Need) -> Done:
        made = do(self._tasks[place], worker, need, self._scene, self._workers)
        return replace(made, uses=tuple(self._uses(place, worker, made)))

    def _uses(self, place: int, worker: int, made: Done) -> Iterator[Used]:
        """The task that asked for it, and others that the form would propose and that hold on these days."""
        yield Used(place, is_counted=True, why=Why.ASKED)
        for proposal in self._proposals(place, worker, made)[: _MOST_USES - 1]:
            span = self._tasks[proposal.commitment].rule.span
            if span.first <= made.last and made.first <= span.last:
                yield Used(proposal.commitment, self._chance.random() < _TICKED, proposal.why)

    def _proposals(self, place: int, worker: int, made: Done) -> tuple[Proposal, ...]:
        """Worked out from the first record of the unit for the task, whatever its days."""
        if (worker, place) not in self._proposed:
            said = proposing.Done(made.title, made.kind, made.first, made.last, asked=place)
            found = proposing.propose(said, self._opens[worker])
            others = tuple(one for one in found if one.is_likely and one.why != Why.ASKED)
            self._proposed[worker, place] = others
        return self._proposed[worker, place]


def _with_kind(task: Task) -> Task:
    return task if task.kinds else replace(task, kinds=kinds_for(task.activity) or (_ANY,))


def _opens(tasks: Sequence[Task], count: int) -> list[list[Open]]:
    """By unit, what it may record for."""
    found: dict[int, list[Open]] = defaultdict(list)
    for place, task in enumerate(tasks):
        for worker in task.workers:
            found[worker].append(Open(place, task.activity, frozenset(task.kinds)))
    return [found[worker] for worker in range(count)]


def seen_on(year: Year, today: date) -> Year:
    """What of the year had happened before that day."""
    return Year(
        done=tuple(_before(one, today) for one in year.done if one.entered_on < today),
        excused=tuple(one for one in year.excused if one.first < today),
        objected=tuple(_undecided(one, today) for one in year.objected if one.made_on < today),
        reviewed=tuple(one for one in year.reviewed if one.on < today),
        measured=tuple(one for one in year.measured if one.on < today),
    )


def _before(done: Done, today: date) -> Done:
    return replace(done, steps=tuple(step for step in done.steps if step.on < today))


def _undecided(objected: Objected, today: date) -> Objected:
    """As it stands on that day."""
    if objected.decided_on is None or objected.decided_on < today:
        return objected
    return replace(objected, outcome=None, answer="", decided_on=None)
