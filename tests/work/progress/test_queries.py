"""How far the chapters of a plan are."""

import pytest
from django.db import transaction
from django.db.models import Q

from tests.plans.making import NOON, Says, make_unit, make_version
from tests.work.making import make_commitment, make_record
from wenming.plans.models import MarkState
from wenming.reading.model import Role
from wenming.rules.commitments.judging import State
from wenming.work.models import Use
from wenming.work.progress.queries import progress_of
from wenming.work.verdicts.refreshing import refresh

pytestmark = pytest.mark.django_db


def test_chapters_in_the_order_of_the_plan_with_their_denominators() -> None:
    duties = [(name, Role.LEAD, make_unit(name)) for name in ("甲镇", "乙镇")]
    says = [Says(title, path=[path], duties=duties) for title, path in (("评议", "二、乡风"), ("创作", "一、文化"))]
    version = make_version(*says)
    first, second = version.measures.all()
    done = make_commitment(first, chapter="二、乡风")
    make_commitment(second, chapter="一、文化")
    Use.objects.create(record=make_record(make_unit("甲镇")), commitment=done, why="kind")
    with transaction.atomic():
        refresh(commitments=None, units=None, at=NOON)
    found = progress_of(version, seen=Q())
    assert [(name, heap.done, heap.asked) for name, heap in found.chapters] == [("二、乡风", 1, 2), ("一、文化", 0, 2)]
    assert (found.total.done, found.total.asked) == (1, 4)
    assert found.total.counts == {State.MET: 1, State.OPEN: 3}
    second.state = MarkState.REMOVED
    second.save(update_fields=["state"])
    assert [name for name, _heap in progress_of(version, seen=Q()).chapters] == ["二、乡风"]
