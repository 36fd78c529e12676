"""Choosing units by searching."""

import pytest
from django.test import Client

from tests.plans.making import make_person, make_unit
from wenming.places.picking import UnitPicker

pytestmark = pytest.mark.django_db


def test_what_is_ticked_stays_and_what_is_found_follows(client: Client) -> None:
    client.force_login(make_person())
    ticked, found = make_unit("县城管局"), make_unit("县教育局")
    address = f"/units/pick/?field=into&many=1&into={ticked.pk}&into=x&find-into=教育"
    html = client.get(address).content.decode()
    assert html.index(f'value="{ticked.pk}" checked') < html.index(f'value="{found.pk}"')
    assert html.count('type="checkbox"') == 2
    assert "没有找到" in client.get("/units/pick/?field=into&find-into=火星").content.decode()


@pytest.mark.parametrize("key", ["9" * 30, "9" * 5000, "-1", "٣", "²", "x"])
def test_a_key_that_no_unit_can_bear_is_nobodys(client: Client, key: str) -> None:
    client.force_login(make_person())
    assert (
        "没有找到" in client.get("/units/pick/", {"field": "into", "into": key, "find-into": "火星"}).content.decode()
    )
    area = make_unit().area_id
    given = {"name": "青禾县少年宫", "kind": "institution", "area": area, "parents": [key]}
    assert client.post("/units/new/", given).status_code == 422


def test_of_one_there_is_at_most_one() -> None:
    one, other = make_unit("甲局"), make_unit("乙局")
    html = UnitPicker(many=False).render("into", one.pk, {"id": "id_into"})
    assert 'type="radio"' in html
    assert "甲局" in html
    assert "乙局" not in UnitPicker().render("units", None)
    assert "乙局" in UnitPicker().render("units", [str(other.pk)])
