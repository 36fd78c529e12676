"""What waits on the office's desk."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, Says, make_version, seeing
from wenming.accounts.rights import Right
from wenming.plans.desk.office import last_in_force, waiting_for_review
from wenming.plans.models import Doubt, MarkState, VersionState

pytestmark = pytest.mark.django_db
OFFICE = seeing(*Right)


def test_what_waits_has_its_open_doubts() -> None:
    version = make_version(Says("甲"), state=VersionState.REVIEW)
    make_version(Says("乙"), title="另一个")
    Doubt.objects.create(version=version, code="a", start=0, end=1)
    Doubt.objects.create(version=version, code="b", start=0, end=1, settled_by=version.uploaded_by, settled_at=NOON)
    (waiting,) = waiting_for_review(OFFICE)
    assert (waiting, vars(waiting)["doubt_count"]) == (version, 1)


def test_what_is_in_force_has_its_measures() -> None:
    version = make_version(Says("甲"), Says("乙"), Says("丙"))
    version.measures.filter(title="丙").update(state=MarkState.REMOVED)
    make_version(Says("丁"), state=VersionState.REVIEW, title="另一个")
    (found,) = last_in_force(OFFICE)
    assert (found, vars(found)["measure_count"]) == (version, 2)


def test_each_is_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(3):
        make_version(Says("甲"), title=f"方案{number}", state=VersionState.REVIEW)
        make_version(Says("甲"), title=f"方案{number}")
    with django_assert_num_queries(2):
        waiting = [(one.plan.title, str(one.uploaded_by)) for one in waiting_for_review(OFFICE)]
        in_force = [(one.plan.title, one.measure_count) for one in last_in_force(OFFICE)]  # type: ignore[attr-defined]
    assert len(waiting) == len(in_force) == 3
