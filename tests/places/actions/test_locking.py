"""Merging while others review: nobody blocks another for good, and nobody meets a unit that is gone."""

import pytest

from tests.at_once import environment, run, said
from tests.plans.making import NOON, make_person, make_unit
from wenming.places import actions
from wenming.places.actions.locking import hold_units, lock_units
from wenming.places.models import Unit

__all__ = ["environment"]  # a fixture

TURNS = 15

SET_UP = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.plans.making import Says, make_person, make_unit, make_version
from wenming.reading.model import Role
unit = make_unit("甲局")
make_unit("乙局")
by = make_person()
version = make_version(*(Says(f"第{turn}事", duties=[("某局", Role.LEAD, unit)]) for turn in range(3)), by=by)
print(version.pk, unit.pk)
"""

# One merges the two units and takes it back, over and over.
MERGE = """
import sys, django
django.setup()
from django.utils.timezone import now
from wenming.accounts.models import User
from wenming.places import actions
from wenming.places.models import Unit, UnitChange
by, merged = User.objects.get(), 0
for turn in range(int(sys.argv[1])):
    one, other = Unit.objects.get(short="甲局"), Unit.objects.get(short="乙局")
    actions.merge_units(unit=one, into=other, by=by, at=now())
    actions.undo_change(change=UnitChange.objects.latest("pk"), by=by, at=now())
    merged += 1
print(merged)
"""

# The other says which unit a name means, and takes that back, over and over.
REVIEW = """
import sys, django
django.setup()
from django.utils.timezone import now
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.plans.actions import matching, steps
from wenming.plans.actions.marking import Seen
from wenming.plans.models import Duty
by, matched, refused = User.objects.get(), 0, 0
for turn in range(int(sys.argv[2])):
    duty = Duty.objects.order_by("pk").first()
    unit = Unit.objects.filter(short=["甲局", "乙局"][turn % 2]).first()
    if unit is None:
        refused += 1
        continue
    try:
        seen = Seen("duty", duty.pk, duty.revision)
        version = int(sys.argv[1])
        matching.match_name(version_id=version, seen=seen, meant=unit, everywhere=True, by=by, at=now())
        steps.undo(version_id=version, by=by, at=now())
        matched += 1
    except (Unit.DoesNotExist, steps.ChangedSince):
        refused += 1
print(matched, refused)
"""


def test_merging_and_reviewing_do_not_block_each_other(environment: dict[str, str]) -> None:
    version, _unit = said(run(environment, SET_UP))
    merging, reviewing = run(environment, MERGE, TURNS), run(environment, REVIEW, version, TURNS)
    assert said(merging) == [TURNS]
    assert sum(said(reviewing)) == TURNS


@pytest.mark.django_db
def test_what_is_gone_is_not_locked() -> None:
    unit = make_unit()
    assert lock_units(unit.pk) == {unit.pk: unit}
    with pytest.raises(Unit.DoesNotExist):
        lock_units(unit.pk, 0)


@pytest.mark.django_db
def test_a_merged_unit_means_the_one_that_is_left() -> None:
    gone, kept, person = make_unit("县教体局"), make_unit("县教育局"), make_person()
    key = gone.pk
    actions.merge_units(unit=gone, into=kept, by=person, at=NOON)
    assert hold_units([key, kept.pk, 0]) == {key: kept.pk, kept.pk: kept.pk}
