"""A unit objects on its own page; the office decides; both see what became of it."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.making import dispute_of, hold, item, make_edition
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.frameworks.models import Assignment, Dispute, Edition
from wenming.places.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    return make_person("沈知远")


@pytest.fixture
def unit() -> Unit:
    return make_unit("县城管局")


@pytest.fixture
def liaison(client: Client, unit: Unit) -> User:
    """Of that unit, signed in."""
    person = make_person("顾维桢", PostRole.LIAISON, unit)
    client.force_login(person)
    return person


@pytest.fixture
def row(office: User, unit: Unit) -> Assignment:
    return hold(make_edition(office, is_draft=False), unit, office)


def own_table(row: Assignment) -> str:
    return reverse("frameworks:unit_table", args=[row.item.edition_id, row.unit_id])


def page_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_from_the_units_own_table_to_the_offices_decision(
    client: Client, office: User, liaison: User, row: Assignment
) -> None:
    address = reverse("frameworks:object_to", args=[row.item_id, 0, row.unit_id])
    assert address in page_of(client, own_table(row))
    assert client.post(address, {"reason": ""}).status_code == 422
    answer = client.post(address, {"reason": "路灯归电力部门管。", "whose": "县供电公司"}, follow=True)
    assert "等文明办答复" in answer.text
    assert "有异议</td>" in answer.text
    assert f'href="{address}"' not in answer.text
    again = client.post(address, {"reason": "再说一次"})
    assert (again.status_code, "已经提出过" in again.text) == (422, True)
    client.force_login(office)
    waiting = page_of(client, reverse("frameworks:disputes", args=[row.item.edition_id]))
    found = Dispute.objects.get()
    assert reverse("frameworks:dispute", args=[found.pk]) in waiting
    assert 'number"><a' in page_of(client, reverse("frameworks:table", args=[row.item.edition_id]) + "?by=unit")
    decide = reverse("frameworks:dispute", args=[found.pk])
    assert "县供电公司" in page_of(client, decide)
    refused = client.post(decide, {"outcome": "moved", "answer": "按三定方案。"})
    assert (refused.status_code, "请选改由哪个单位负责" in refused.text) == (422, True)
    other = make_unit("县供电公司")
    done = client.post(decide, {"outcome": "moved", "to": other.pk, "answer": "按三定方案。"}, follow=True)
    assert "已答复" in done.text
    assert "已经有结论" in client.post(decide, {"outcome": "stays", "answer": "改主意"}).text
    assert Assignment.objects.get(item=row.item).unit == other
    client.force_login(liaison)
    assert "改由别的单位负责" in page_of(client, own_table(row))


def test_what_was_decided_is_told_when_it_is_given_again_and_can_be_ended(
    client: Client, office: User, unit: Unit, row: Assignment
) -> None:
    client.force_login(office)
    found = dispute_of(row, office)
    decide = reverse("frameworks:dispute", args=[found.pk])
    client.post(decide, {"outcome": "released", "answer": "另行安排。"})
    edition = row.item.edition
    give = reverse("frameworks:assign", args=[edition.pk])
    form = {"item": row.item_id, "unit": unit.pk, "role": "responsible", "wanted": 0}
    assert "以前决定过不归这个单位" in client.post(give, form, follow=True).text
    assert "不归该单位" in page_of(client, reverse("frameworks:standard", args=[row.item_id]))
    held = page_of(client, reverse("frameworks:disputes", args=[edition.pk]) + "?show=held")
    assert reverse("frameworks:end_ruling", args=[found.pk]) in held
    client.post(reverse("frameworks:end_ruling", args=[found.pk]))
    assert "还没有定过" in page_of(client, reverse("frameworks:disputes", args=[edition.pk]) + "?show=held")
    assert "以前决定过" not in client.post(give, form, follow=True).text
    again = client.post(reverse("frameworks:end_ruling", args=[found.pk]), follow=True)
    assert "已经不再沿用" in again.text


def test_the_unit_takes_it_back(client: Client, liaison: User, row: Assignment) -> None:
    found = dispute_of(row, liaison)
    withdraw = reverse("frameworks:withdraw_dispute", args=[found.pk])
    assert withdraw in page_of(client, own_table(row))
    assert "已撤回" in client.post(withdraw, follow=True).text
    assert "已经有结论" in client.post(withdraw, follow=True).text


def test_only_what_the_unit_answers_for_in_an_edition_in_force(client: Client, liaison: User, row: Assignment) -> None:
    other = item(row.item.edition, "Ⅰ-1-2")
    assert client.get(reverse("frameworks:object_to", args=[other.pk, 0, row.unit_id])).status_code == 404
    assert client.get(reverse("frameworks:object_to", args=[row.item_id, 1, row.unit_id])).status_code == 404
    Edition.objects.update(state="superseded")
    assert client.get(reverse("frameworks:object_to", args=[row.item_id, 0, row.unit_id])).status_code == 404


def test_a_unit_sees_its_own_only(client: Client, office: User, row: Assignment) -> None:
    dispute_of(row, office)
    other = make_unit("县教育局")
    client.force_login(make_person("周以宁", PostRole.LIAISON, other))
    assert "没有等答复的异议" in page_of(client, reverse("frameworks:disputes", args=[row.item.edition_id]))
    standard = page_of(client, reverse("frameworks:standard", args=[row.item_id]))
    assert "路灯归电力部门管" not in standard


def test_the_list_takes_the_same_queries_however_long(
    client: Client, office: User, row: Assignment, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(office)
    edition = row.item.edition
    for at in range(25):
        dispute_of(hold(edition, make_unit(f"第{at}局"), office), office)
    address = reverse("frameworks:disputes", args=[edition.pk])
    page_of(client, address)
    with django_assert_max_num_queries(30):
        page = page_of(client, address)
    assert page.count("路灯归电力部门管") == 20
    assert "第24局" in page_of(client, f"{address}?page=2")
