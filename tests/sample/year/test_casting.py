"""Commitments as tasks, units as workers."""

from datetime import date

import pytest

from tests.plans.making import make_unit
from tests.work.making import make_commitment, make_measure
from wenming.places.models import UnitKind
from wenming.sample.year.casting import days_of, tasks_of, workers_of
from wenming.work.models import Whom

pytestmark = pytest.mark.django_db


def test_those_judged_are_asked() -> None:
    one, two, three = make_unit("甲镇"), make_unit("乙镇"), make_unit("丙镇")
    row = make_commitment(make_measure(three, one), record_kinds=["评议"])
    (task,) = tasks_of([row], [one, two, three])
    assert (task.workers, task.is_together, task.kinds, task.activity) == ((0, 2), False, ("评议",), "民主评议")


def test_where_all_are_judged_as_one_those_who_answer_are_asked() -> None:
    one, two = make_unit("甲镇"), make_unit("乙镇")
    row = make_commitment(make_measure(two), whom=Whom.TOGETHER)
    (task,) = tasks_of([row], [one, two])
    assert (task.workers, task.is_together) == ((1,), True)


def test_each_meets_where_its_kind_does() -> None:
    units = [make_unit("甲社区", UnitKind.COMMUNITY), make_unit("乙局")]
    workers = workers_of(units)
    assert [worker.room for worker in workers] == ["社区居民活动室", "机关会议室"]
    assert len(workers) == 2


def test_a_year_has_all_its_days() -> None:
    assert days_of(2026).first == date(2026, 1, 1)
    assert days_of(2026).last == date(2026, 12, 31)
