"""What happens beside the work: units are excused, they object, the office reviews, figures are measured. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from wenming.rules.commitments.model import Direction, Growth, Rate, Span, Standing
from wenming.rules.commitments.periods import Calendar, periods
from wenming.sample.year.values import Excused, Measured, Objected, Reviewed, Task
from wenming.work.models import ExcuseKind, ObjectionKind, Outcome

_DAY = timedelta(days=1)
_ONE_IN = 40  # tasks to an excuse, or an objection
_SUSPENDED = ("场地改造，暂时不能使用", "机构调整，人员还没有到位", "防汛期间，力量先用于值守")
_EXEMPTED = ("辖区内没有这类对象", "已由上级部门统一开展")
_NOT_OURS = ("职责已划转", "名录用的是旧名，不是我单位的工作")
_CANNOT = ("今年没有列入预算", "设备要等上级统一配发")
_ENOUGH = ("做得细，群众认可", "进度正常", "")
_TOO_LITTLE = ("只有通知，看不出做了什么", "半年里没有新的进展")


def excused(tasks: Sequence[Task], span: Span, chance: Random) -> tuple[Excused, ...]:
    """One in so many tasks: mostly a suspension of weeks, now and then for good; once from everything."""
    found = [_excused(at, tasks, span, chance) for at in _some(tasks, chance)]
    if found:
        first = _day(span, chance)
        found[0] = Excused(
            ExcuseKind.SUSPENSION, found[0].worker, None, first, first + 13 * _DAY, chance.choice(_SUSPENDED)
        )
    return tuple(found)


def _excused(at: int, tasks: Sequence[Task], span: Span, chance: Random) -> Excused:
    worker, first = chance.choice(tasks[at].workers), _day(span, chance)
    if chance.random() < 0.3:
        return Excused(ExcuseKind.EXEMPTION, worker, at, first, None, chance.choice(_EXEMPTED))
    last = first + chance.randint(10, 60) * _DAY
    return Excused(ExcuseKind.SUSPENSION, worker, at, first, last, chance.choice(_SUSPENDED))


def objected(tasks: Sequence[Task], span: Span, chance: Random) -> tuple[Objected, ...]:
    """One in so many tasks; the office decides within days, and has not decided the last."""
    found = [_objected(at, tasks[at], span, chance) for at in _some(tasks, chance)]
    return (*found[:-1], *(replace(one, outcome=None, answer="", decided_on=None) for one in found[-1:]))


def _objected(at: int, task: Task, span: Span, chance: Random) -> Objected:
    kind = chance.choice((ObjectionKind.NOT_OURS, ObjectionKind.CANNOT))
    reason = chance.choice(_NOT_OURS if kind == ObjectionKind.NOT_OURS else _CANNOT)
    outcome = chance.choice((None, Outcome.ACCEPTED, Outcome.REFUSED, Outcome.REFUSED))
    made = Objected(kind, at, chance.choice(task.workers), reason, _day(span, chance))
    if outcome is None:
        return made
    answer = "同意，请转告有关单位" if outcome == Outcome.ACCEPTED else "职责清单里有这一项，请继续办理"
    decided = made.made_on + chance.randint(1, 12) * _DAY
    return Objected(kind, at, made.worker, reason, made.made_on, outcome, answer, decided)


def _some(tasks: Sequence[Task], chance: Random) -> list[int]:
    fit = [at for at, task in enumerate(tasks) if task.workers and not task.is_together]
    return sorted(chance.sample(fit, min(len(fit), -(-len(tasks) // _ONE_IN))))


def _day(span: Span, chance: Random) -> date:
    return span.first + chance.randrange((span.last - span.first).days + 1) * _DAY


def reviewed(tasks: Sequence[Task], calendar: Calendar, chance: Random) -> Iterator[Reviewed]:
    """Of what has no number, most periods, near their end; one in six is not enough."""
    for at, task in enumerate(tasks):
        if isinstance(task.rule.demand, Standing):
            for worker in (None,) if task.is_together else task.workers:
                yield from _reviews(at, worker, task, calendar, chance)


def _reviews(at: int, worker: int | None, task: Task, calendar: Calendar, chance: Random) -> Iterator[Reviewed]:
    for period in periods(task.rule, calendar):
        if chance.random() < 0.8:
            is_enough = chance.random() < 5 / 6
            words = chance.choice(_ENOUGH if is_enough else _TOO_LITTLE)
            yield Reviewed(at, worker, period.last - chance.randint(0, 20) * _DAY, is_enough, words)


def measured(tasks: Sequence[Task], chance: Random) -> Iterator[Measured]:
    """The figures that tasks name, each once: those with a target every month, those that grow every quarter."""
    seen: set[str] = set()
    for task in tasks:
        match task.rule.demand:
            case Rate(figure=figure) as rate if figure not in seen:
                seen.add(figure)
                yield from _towards(rate, task.rule.span, chance)
            case Growth(figure=figure, reference=reference):
                for name in (figure, reference):
                    if name not in seen:
                        seen.add(name)
                        yield from _growing(name, task.rule.span, chance)


def _towards(rate: Rate, span: Span, chance: Random) -> Iterator[Measured]:
    """From a tenth away from the target to about there."""
    away = 1 if rate.direction == Direction.FALL else -1
    begin, end = rate.target * (1 + 0.1 * away), rate.target * (1 + 0.01 * chance.choice((-2, -1, 0, 0.5, 1)))
    days = list(_month_ends(span))
    for at, day in enumerate(days, start=1):
        yield Measured(rate.figure, None, day, round(begin + (end - begin) * at / len(days), 2), "县统计局月报")


def _growing(name: str, span: Span, chance: Random) -> Iterator[Measured]:
    """From the end of the year before on, a little more every quarter, seldom less."""
    value = float(chance.randint(200, 2000))
    for at, day in enumerate([span.first - _DAY, *_month_ends(span)]):
        if at % 3 == 0:
            yield Measured(name, None, day, round(value, 2), "县财政局季报")
            value *= chance.uniform(0.99, 1.05)


def _month_ends(span: Span) -> Iterator[date]:
    day = span.first
    while day <= span.last:
        following = (day.replace(day=1) + 32 * _DAY).replace(day=1)
        yield min(following - _DAY, span.last)
        day = following
