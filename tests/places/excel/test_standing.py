"""The directory in plain values: the same queries however large, a fingerprint that every change moves."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.places.making import hang_everything_on
from tests.plans.making import make_area, make_class, make_person, make_unit
from wenming.places.excel.standing import standing
from wenming.places.models import Area, Unit, UnitClass

pytestmark = pytest.mark.django_db


def test_every_change_moves_the_fingerprint() -> None:
    unit, other = make_unit("县教育局"), make_unit("县体育局")
    found = make_class("各局", members=[unit])
    steps: list[Callable[[], object]] = [
        lambda: Unit.objects.filter(pk=unit.pk).update(short="教育局"),
        lambda: unit.parents.add(other),
        lambda: unit.aliases.create(name="教局"),
        lambda: Unit.objects.filter(pk=unit.pk).update(dissolved_on="2026-01-01"),
        lambda: found.named_members.add(other),
        lambda: UnitClass.objects.filter(pk=found.pk).update(kinds=["school"]),
        lambda: Area.objects.filter(pk=make_area().pk).update(code="420222"),
    ]
    seen = {standing().fingerprint()}
    for step in steps:
        step()
        seen.add(standing().fingerprint())
    assert len(seen) == len(steps) + 1
    assert standing().fingerprint() in seen


def test_queries_do_not_grow() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            standing()
        return len(asked)

    make_unit("甲局")
    few = queries()
    hang_everything_on(make_unit("县教育局"), make_person())
    assert queries() == few
