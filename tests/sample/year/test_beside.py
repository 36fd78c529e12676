"""What happens beside the work."""

from random import Random

from tests.sample.year.making import CALENDAR, SPAN, TASKS, make_task
from wenming.rules.commitments.model import Deadline, Direction, Growth, Rate
from wenming.sample.year import beside
from wenming.work.models import ExcuseKind, Outcome

MANY = tuple(make_task(Deadline(), f"第{number}项") for number in range(400))


def test_somebody_is_excused_from_everything_and_others_from_one_thing() -> None:
    found = beside.excused(MANY, SPAN, Random(1))
    assert len(found) == 10
    assert [one.task is None for one in found] == [True, *[False] * 9]
    assert {one.kind for one in found} == set(ExcuseKind)
    assert all(one.last is None or one.last >= one.first for one in found)


def test_objections_are_decided_in_every_way_but_the_last_is_open() -> None:
    found = beside.objected(MANY, SPAN, Random(1))
    assert {one.outcome for one in found} == {None, Outcome.ACCEPTED, Outcome.REFUSED}
    assert found[-1].decided_on is None
    assert all((one.outcome is None) == (one.decided_on is None) == (not one.answer) for one in found)
    assert all(one.decided_on is None or one.decided_on > one.made_on for one in found)


def test_what_is_judged_together_is_nobodys_to_object_to() -> None:
    together = [make_task(Rate("亮灯率", Direction.REACH, 95, "%"))] * 50
    assert beside.objected(together, SPAN, Random(1)) == ()
    assert beside.excused(together, SPAN, Random(1)) == ()


def test_only_what_has_no_number_is_reviewed() -> None:
    found = [one for seed in range(10) for one in beside.reviewed(TASKS, CALENDAR, Random(seed))]
    assert {one.task for one in found} == {len(TASKS) - 1}
    assert {one.worker for one in found} == {0, 1, 2}
    assert {one.is_enough for one in found} == {True, False}


def test_each_figure_is_measured_once() -> None:
    rate = make_task(Rate("投诉率", Direction.FALL, 5, "%"))
    growth = make_task(Growth("经费", "财政收入"))
    found = list(beside.measured([rate, rate, growth, growth], Random(1)))
    counts = {name: [one.on for one in found if one.name == name] for name in ("投诉率", "经费", "财政收入")}
    assert {name: len(days) for name, days in counts.items()} == {"投诉率": 12, "经费": 5, "财政收入": 5}
    assert all(len(set(days)) == len(days) for days in counts.values())
    assert min(counts["经费"]) < SPAN.first
    falling = [one.value for one in found if one.name == "投诉率"]
    assert falling == sorted(falling, reverse=True)
