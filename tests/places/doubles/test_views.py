"""Comparing, merging, telling apart."""

import pytest
from django.test import Client

from tests.plans.making import make_area, make_person, make_unit
from wenming.places.models import NotSame, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> Client:
    client.force_login(make_person())
    return client


def test_a_pair_is_listed_compared_and_merged(office: Client) -> None:
    one, other = make_unit("县教育局"), make_unit("教育局")
    assert "有 1 对单位可能重复" in office.get("/units/").content.decode()
    address = f"/units/doubles/{one.pk}/{other.pk}/"
    assert address in office.get("/units/doubles/").content.decode()
    assert "去掉前面的地名" in office.get(address).content.decode()
    assert office.post(address).status_code == 200  # nobody said which one stays
    key = other.pk
    assert office.post(address, {"stays": one.pk})["Location"] == f"/units/{one.pk}/"
    assert not Unit.objects.filter(pk=key).exists()
    assert office.get(f"/units/{key}/")["Location"] == f"/units/{one.pk}/"
    assert "没有看起来重复的单位" in office.get("/units/doubles/").content.decode()


def test_they_are_told_apart_and_that_is_taken_back(office: Client) -> None:
    one, other = make_unit("县教育局"), make_unit("教育局")
    office.post(f"/units/doubles/{one.pk}/{other.pk}/apart/")
    html = office.get("/units/doubles/").content.decode()
    assert "已说明是两家的" in html
    office.post(f"/units/doubles/apart/{NotSame.objects.get().pk}/undo/")
    assert not NotSame.objects.exists()


def test_a_ring_is_refused_in_words(office: Client) -> None:
    top, middle, low = make_unit("上局"), make_unit("中局"), make_unit("下局")
    middle.parents.add(top)
    low.parents.add(middle)
    response = office.post(f"/units/doubles/{top.pk}/{low.pk}/", {"stays": low.pk}, follow=True)
    assert "请先改好上级单位" in response.content.decode()


def test_what_is_not_ones_own_is_not_there(office: Client) -> None:
    one, foreign = make_unit("县教育局"), make_unit("白水县教育局", area=make_area("白水县"))
    for address in (f"{one.pk}/{foreign.pk}/", f"{one.pk}/{one.pk}/", f"{one.pk}/0/"):
        assert office.get(f"/units/doubles/{address}").status_code == 404
