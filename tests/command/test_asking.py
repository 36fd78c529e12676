"""What the pages of this room are asked."""

from datetime import date

import pytest
from django.http import Http404, HttpRequest
from django.test import RequestFactory
from django.utils.timezone import localdate

from tests.command.making import make_group
from tests.plans.making import make_area, make_person, make_unit
from wenming.accounts.access import rights_for
from wenming.accounts.models import PostRole
from wenming.command import asking
from wenming.places.models import AreaKind

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "day"),
    [("?on=2026-02-03", date(2026, 2, 3)), ("", None), ("?on=", None), ("?on=2026-02-31", None), ("?on=x", None)],
)
def test_a_day_that_makes_no_sense_is_today(query: str, day: date | None) -> None:
    assert asking.day_asked(RequestFactory().get(f"/command/{query}")) == (day or localdate())


def test_a_town_hangs_its_groups_below_the_county_and_changes_only_its_own() -> None:
    county = make_group()
    town, other = (make_area(name, AreaKind.TOWN, county.area) for name in ("文昌街道", "白塘镇"))
    own, foreign = make_group("文昌指挥部", county, town), make_group("白塘指挥部", county, other)
    request = HttpRequest()
    request.user = make_person("叶白秋", PostRole.OFFICE, make_unit("文昌街道", area=town))
    request.rights = rights_for(request)  # type: ignore[attr-defined]
    assert set(asking.parents(request)) == {county, own}
    assert set(asking.parents(request, own)) == {county}
    assert asking.group_to_edit(request, own.pk) == own
    for group in (county, foreign):
        with pytest.raises(Http404):
            asking.group_to_edit(request, group.pk)
