"""Plans as the list needs them."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans import read
from tests.plans.making import Says, make_person, make_unit, make_version, seeing
from wenming.accounts.rights import Right
from wenming.plans.imports import queries
from wenming.plans.models import Doubt, Duty, Measure, Plan, VersionState
from wenming.plans.reach import versions_seen
from wenming.plans.review.answers import page_of
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db
VIEWER, REVIEWER = seeing(Right.PLAN_VIEW), seeing(*Right)


def _shown(plan: Plan) -> list[Any]:
    """The versions that the list shows of a plan."""
    return list(plan.shown)  # type: ignore[attr-defined]  # prefetched


def test_removed_marks_and_settled_doubts_do_not_count() -> None:
    version = read.read_version(make_person())
    Duty.objects.filter(name="教育局").update(state="removed")
    Measure.objects.filter(position=3).update(state="removed")
    Doubt.objects.filter(code="date_impossible").update(settled_by=version.uploaded_by, settled_at=read.NOON)
    counted = queries.counted(versions_seen(REVIEWER)).get()
    counts = {name: getattr(counted, name) for name in ("measure_count", "duty_count", "doubt_count")}
    assert counts == {"measure_count": 2, "duty_count": 3, "doubt_count": 2}


def test_what_needs_a_look_is_counted_as_the_review_counts_it() -> None:
    version = read.read_version(make_person())
    counted = queries.counted(versions_seen(REVIEWER)).get()
    assert vars(counted)["doubt_count"] == len(page_of(version).items) == 3


def test_two_queries_for_any_number_of_plans(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    unit = make_unit()
    for number in range(5):
        make_version(Says("清扫", duties=[("教育局", Role.LEAD, unit)]), title=f"方案{number}")
    with django_assert_num_queries(2):
        found = [(plan.title, _shown(plan)[0].duty_count) for plan in queries.plans_found(powers=REVIEWER)]
    assert sorted(found) == [(f"方案{number}", 1) for number in range(5)]


@pytest.mark.parametrize(("reviewer", "numbers"), [(True, [2, 1]), (False, [1])])
def test_who_does_not_review_sees_no_drafts(reviewer: bool, numbers: list[int]) -> None:
    version = make_version(Says("清扫"))
    make_version(Says("清扫"), plan=version.plan, state=VersionState.REVIEW)
    powers = REVIEWER if reviewer else VIEWER
    plan = queries.plans_found(powers=powers).get()
    assert [one.number for one in _shown(plan)] == numbers
    assert queries.plans_found(state=VersionState.REVIEW, powers=powers).exists() is reviewer
