"""What a unit's own page tells of the command structure."""

import pytest
from django.test import Client

from tests.command.making import make_group, make_link, make_seat
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import PostRole

pytestmark = pytest.mark.django_db


def test_a_unit_shows_its_seats_and_its_leaders(client: Client) -> None:
    unit = make_unit()
    make_seat(make_group(), "牵头单位", unit=unit)
    make_link(unit=unit)
    client.force_login(make_person("联络员", PostRole.LIAISON, unit))
    html = client.get(f"/units/{unit.pk}/").content.decode()
    for words in ("在哪些专班里", "创建指挥部", "牵头单位", "挂点领导", "顾维桢"):
        assert words in html
    other = client.get(f"/units/{make_unit('县城管局').pk}/").content.decode()
    assert "在哪些专班里" not in other
