"""What waits for a review."""

from datetime import date

import pytest
from django.db.models import Q

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_record
from tests.work.reviews.making import make_standing
from wenming.work.models import Cell, RecordState, Use, Whom
from wenming.work.reviews.actions import review
from wenming.work.reviews.queries import earlier, ending, records_for, waiting

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 5)


def firsts(today: date = TODAY) -> list[date]:
    return [cell.first for cell in waiting(Q(), today=today)]


def test_periods_that_have_begun_until_they_are_reviewed() -> None:
    person = make_person()
    make_standing(make_unit("甲镇"))
    assert firsts() == [date(2025, 10, 1), date(2026, 1, 1)]
    found = waiting(Q(), today=TODAY)
    assert [cell.first for cell in ending(found, today=TODAY)] == [date(2025, 10, 1)]
    assert len(ending(found, today=date(2026, 3, 25))) == 2
    now = Cell.objects.get(first=date(2026, 1, 1))
    review(cell=now, is_enough=False, words="还少", by=person, at=NOON)
    assert Cell.objects.get(pk=now.pk).state == "open"  # it goes on, and may still become enough
    assert firsts() == [date(2025, 10, 1)]
    assert [one.words for one in earlier(now)] == ["还少"]


def test_what_all_are_judged_by_together_waits_as_well() -> None:
    person = make_person()
    make_standing(make_unit("甲镇"), whom=Whom.TOGETHER)
    before = Cell.objects.order_by("first")[0]
    assert before.unit is None
    review(cell=before, is_enough=True, words="", by=person, at=NOON)
    assert firsts() == [date(2026, 1, 1)]


def test_only_what_counts_in_the_period_is_read() -> None:
    one, other = make_unit("甲镇"), make_unit("乙镇")
    commitment = make_standing(one, other)
    cell = Cell.objects.get(unit=one, first=date(2026, 1, 1))
    joint = make_record(other, title="两镇一起")
    joint.with_units.add(one)
    old = date(2025, 11, 1)
    records = [
        joint,
        make_record(one, title="算"),
        make_record(other, title="别人的"),
        make_record(one, title="上季度的", first=old, last=old),
        make_record(one, title="退回的", state=RecordState.RETURNED),
    ]
    for record in records:
        Use.objects.create(record=record, commitment=commitment, why="kind")
    assert [record.title for record in records_for(cell)] == ["两镇一起", "算"]
