"""The head of a unit's page."""

import pytest
from django.test import Client

from tests.plans.making import make_person, make_unit
from wenming.accounts.models import PostRole
from wenming.places.models import Alias, Unit

pytestmark = pytest.mark.django_db


def test_it_tells_what_the_unit_is(client: Client) -> None:
    unit, parent = make_unit(), make_unit("县委教育工委")
    unit.parents.add(parent)
    Alias.objects.create(name="教体局", unit=unit)
    Unit.objects.filter(pk=unit.pk).update(credit_code="91350100M000100Y43")
    client.force_login(make_person("周以宁", PostRole.LIAISON, unit))
    html = client.get(f"/units/{unit.pk}/").content.decode()
    for words in ("91350100M000100Y43", "县委教育工委", "教体局", "政府部门"):
        assert words in html
    assert "撤回" not in html
