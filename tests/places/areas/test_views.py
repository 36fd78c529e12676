"""The pages of the tree of areas."""

import pytest
from django.test import Client

from tests.plans.making import make_area, make_person, make_unit
from wenming.places.models import Area, AreaKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> Client:
    client.force_login(make_person())
    return client


def test_the_tree_leads_to_the_units(office: Client) -> None:
    county = make_area()
    html = office.get("/units/areas/").content.decode()
    assert f'href="/units/?area={county.pk}"' in html
    assert "县文明办" in office.get(f"/units/?area={county.pk}").content.decode()


def test_an_area_is_added_below_another(office: Client) -> None:
    county = make_area()
    assert 'value="town" selected' in office.get(f"/units/areas/new/?parent={county.pk}").content.decode()
    data = {"name": "文昌街道", "kind": "town", "parent": county.pk, "code": "420222101"}
    assert office.post("/units/areas/new/", data).status_code == 302
    assert Area.objects.get(name="文昌街道").parent == county
    again = office.post("/units/areas/new/", data)
    assert again.status_code == 422


def test_a_wrong_code_is_said_at_its_field(office: Client) -> None:
    data = {"name": "文昌街道", "kind": "town", "parent": make_area().pk, "code": "12"}
    response = office.post("/units/areas/new/", data)
    assert response.status_code == 422
    assert "9 位数字" in response.content.decode()


def test_an_area_is_changed_and_removed_when_empty(office: Client) -> None:
    town = make_area("文昌街道", AreaKind.TOWN, make_area())
    data = {"name": "文昌镇", "kind": "town", "parent": town.parent_id}
    assert office.post(f"/units/areas/{town.pk}/edit/", data).status_code == 302
    unit = make_unit("文昌镇政府", area=town)
    html = office.post(f"/units/areas/{town.pk}/remove/", follow=True).content.decode()
    assert "还不能删除" in html
    unit.delete()
    office.post(f"/units/areas/{town.pk}/remove/")
    assert not Area.objects.filter(pk=town.pk).exists()


def test_elsewhere_nothing_is_changed(office: Client) -> None:
    foreign = make_area("白水县")
    for address in (f"/units/areas/{foreign.pk}/edit/", f"/units/areas/{foreign.pk}/remove/"):
        assert office.post(address, {"name": "我的县", "kind": "county"}).status_code == 404
