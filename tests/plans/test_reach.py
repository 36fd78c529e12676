"""Which plans a person sees, by the area of their post."""

import pytest
from django.http import Http404, HttpRequest, HttpResponse

from tests.plans.making import NOON, Says, make_area, make_person, make_unit, make_version
from wenming.accounts.access import rights_middleware
from wenming.accounts.models import PostRole, User
from wenming.accounts.powers import powers_of
from wenming.places.models import Area, AreaKind
from wenming.plans.models import PlanVersion, VersionState
from wenming.plans.reach import may_review, reviewed_or_404, seen_or_404, versions_seen

pytestmark = pytest.mark.django_db

TOWN, OTHER, COUNTY = "文昌街道", "城关镇", "青禾县"


def town(name: str = TOWN) -> Area:
    """A town of the county."""
    return make_area(name, AreaKind.TOWN, make_area())


def person(role: PostRole, area: Area) -> User:
    """Somebody who holds the role for a unit there."""
    return make_person(f"{area}的人", role, make_unit(f"{area}单位", area=area))


def asked_by(user: User) -> HttpRequest:
    """A request of that person."""
    request = HttpRequest()
    request.user = user
    rights_middleware(lambda _request: HttpResponse())(request)
    return request


@pytest.fixture
def plans() -> dict[tuple[str, str], PlanVersion]:
    """A plan in force and one under review, of the county and of two towns."""
    states = (VersionState.IN_FORCE, VersionState.REVIEW)
    return {
        (area.name, state.value): make_version(Says("清扫"), title=f"{area}{state}", state=state, area=area)
        for area in (make_area(), town(), town(OTHER))
        for state in states
    }


# role, whose area → the areas of which one sees what is in force, and what is under review
CASES = [
    (PostRole.OFFICE, COUNTY, {COUNTY, TOWN, OTHER}, {COUNTY, TOWN, OTHER}),
    (PostRole.OFFICE, TOWN, {COUNTY, TOWN}, {TOWN}),
    (PostRole.LIAISON, COUNTY, {COUNTY, TOWN, OTHER}, set()),
    (PostRole.LIAISON, TOWN, {COUNTY, TOWN}, set()),
    (PostRole.LEADER, OTHER, {COUNTY, OTHER}, set()),
    (PostRole.ASSESSOR, COUNTY, set(), set()),
]


@pytest.mark.parametrize(("role", "where", "issued", "drafts"), CASES)
def test_what_is_seen(
    role: PostRole, where: str, issued: set[str], drafts: set[str], plans: dict[tuple[str, str], PlanVersion]
) -> None:
    user = person(role, make_area() if where == COUNTY else town(where))
    seen = set(versions_seen(powers_of(user, on=NOON.date())))
    assert {area for (area, state), version in plans.items() if state == "in_force" and version in seen} == issued
    assert {area for (area, state), version in plans.items() if state == "review" and version in seen} == drafts


@pytest.mark.parametrize(("role", "where", "issued", "drafts"), CASES)
def test_a_plan_that_is_none_of_theirs_is_not_there(
    role: PostRole, where: str, issued: set[str], drafts: set[str], plans: dict[tuple[str, str], PlanVersion]
) -> None:
    request = asked_by(person(role, make_area() if where == COUNTY else town(where)))
    for (area, _state), version in plans.items():
        assert may_review(request, version.plan) == (area in drafts)
        for check, allowed in ((seen_or_404, issued), (reviewed_or_404, drafts)):
            if area in allowed:
                check(request, version.plan)
            else:
                with pytest.raises(Http404):
                    check(request, version.plan)
