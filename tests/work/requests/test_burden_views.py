"""The burden as the unit and the office see it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_person, make_unit
from tests.work.requests.making import make_request
from wenming.accounts.models import PostRole
from wenming.places.models import Unit

pytestmark = pytest.mark.django_db


def asked(unit: Unit, times: int) -> None:
    """The unit was asked so many times today."""
    office = make_person(f"文明办{unit.pk}")
    for number in range(times):
        make_request(office, unit, at=now(), due=localdate(), title=f"{unit.pk}第{number}批")


def test_the_office_sees_all_units_beside_the_middle(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    units = [make_unit(f"{name}镇") for name in "甲乙丙"]
    for unit, times in zip(units, (1, 4, 2), strict=True):
        asked(unit, times)
    client.force_login(make_person())
    address = reverse("work:burden")
    client.get(address)
    with django_assert_max_num_queries(13):
        answer = client.get(address)
    html = answer.content.decode()
    assert [(unit.short, load.requests) for unit, load in answer.context["rows"]] == [
        ("甲镇", 1),
        ("乙镇", 4),
        ("丙镇", 2),
        ("县文明办", 0),
    ]
    assert answer.context["middle"]["requests"] == 1.5
    assert "4 个单位的中位数" in html
    found = client.get(address, {"q": "乙", "month": "1999-01"})
    assert [unit.short for unit, _load in found.context["rows"]] == ["乙镇"]
    assert found.context["first"] == localdate().replace(day=1)
    assert found.context["middle"]["requests"] == 1.5
    assert "没有符合条件的单位" in client.get(address, {"q": "戊"}).content.decode()


def test_a_unit_sees_its_own_and_no_other(client: Client) -> None:
    own, other = make_unit("甲镇"), make_unit("乙镇")
    asked(own, 2)
    client.force_login(make_person("顾兰", PostRole.LIAISON, own))
    answer = client.get(reverse("work:unit_burden", args=[own.pk]))
    first, load = answer.context["rows"][0]
    assert (first, load.requests) == (localdate().replace(day=1), 2)
    assert client.get(reverse("work:unit_burden", args=[other.pk])).status_code == 404
    assert [unit for unit, _load in client.get(reverse("work:burden")).context["rows"]] == [own]


def test_nothing_was_asked_yet(client: Client) -> None:
    unit = make_unit("甲镇")
    client.force_login(make_person())
    html = client.get(reverse("work:unit_burden", args=[unit.pk])).content.decode()
    assert "这一年还没有要这个单位办过什么" in html
