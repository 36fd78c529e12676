"""What pages need of evidence."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, make_unit, seeing
from tests.work.evidence import files
from tests.work.evidence.making import make_evidence
from wenming.accounts.models import User
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.work.evidence.queries import claims, evidence_seen, found_for, is_late, strip_of
from wenming.work.models import Evidence, Record

pytestmark = pytest.mark.django_db


def test_the_row_of_a_record(
    unit: Unit, me: User, record: Record, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = [make_evidence(files.word(f"{number}.xml"), unit, me, proves=record) for number in range(3)]
    with django_assert_num_queries(1):
        row = strip_of(record)
    assert [shown.one for shown in row] == made


def test_photos_of_one_record_that_are_far_apart(unit: Unit, me: User, record: Record) -> None:
    near = make_evidence(files.photo(), unit, me, proves=record)
    far = make_evidence(files.photo(files.scene(seed=2), place=(30.5, 120.1551)), unit, me, proves=record)
    assert [claim.marks for claim in claims(near)] == [["和同一记录的其他照片相距 25.1 公里"]]
    assert [claim.record for claim in claims(far)] == [record]


def test_who_sees_what(unit: Unit, me: User) -> None:
    make_evidence(files.word(), unit, me)
    make_evidence(files.word(), make_unit("乙社区"), me)
    assert evidence_seen(seeing(Right.WORK_VIEW)).count() == 2
    assert evidence_seen(seeing(Right.PLAN_VIEW)).count() == 0
    assert found_for(seeing(Right.WORK_VIEW), unit=unit.pk).count() == 1


@pytest.mark.parametrize(("is_ready", "minutes", "late"), [(False, 5, False), (False, 11, True), (True, 11, False)])
def test_is_late(is_ready: bool, minutes: int, late: bool) -> None:
    one = Evidence(is_ready=is_ready, added_at=NOON)
    assert is_late(one, NOON + timedelta(minutes=minutes)) == late
