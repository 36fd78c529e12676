"""The responsibility table, as people work with it."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.making import hold, item, make_edition
from tests.plans.making import make_class, make_person, make_unit
from wenming.accounts.models import User
from wenming.frameworks.models import Assignment, Edition, EditionState

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


@pytest.fixture
def edition(office: User) -> Edition:
    """The small framework, in force."""
    return make_edition(office, is_draft=False)


def seen(client: Client, edition: Edition, query: str = "") -> str:
    return client.get(reverse("frameworks:table", args=[edition.pk]) + query).content.decode()


def send(client: Client, edition: Edition, *codes: str, **given: object) -> str:
    keys = [item(edition, code).pk for code in codes]
    data = {"item": keys, "role": "lead", **given}
    return client.post(reverse("frameworks:assign", args=[edition.pk]), data, follow=True).content.decode()


def test_ticked_standards_are_given_to_a_unit(client: Client, edition: Edition) -> None:
    unit = make_unit("县城管局")
    assert "请先在表里勾选" in send(client, edition, unit=unit.pk)
    assert "请选一个单位" in send(client, edition, "Ⅰ-1-1")
    assert "分解了 2 条" in send(client, edition, "Ⅰ-1-1", "Ⅰ-1-2", unit=unit.pk)
    led = send(client, edition, "Ⅰ-1-1", unit_class=make_class("各社区").pk)
    assert "1 条已有别的牵头单位" in led
    open_ones = seen(client, edition, "?open=1")
    assert "心理辅导室" in open_ones
    assert "公厕" not in open_ones


def test_filters_and_the_load_of_each_unit(client: Client, office: User, edition: Edition) -> None:
    unit = make_unit("县城管局")
    assert "还没有分给单位" in seen(client, edition, "?by=unit")
    hold(edition, unit, office)
    assert "县城管局" in seen(client, edition, "?by=unit")
    assert "公厕" not in seen(client, edition, "?q=路灯")
    assert "路灯" not in seen(client, edition, "?part=4")
    assert "没有符合条件的标准" in seen(client, edition, "?q=无")
    own = client.get(reverse("frameworks:unit_table", args=[edition.pk, unit.pk])).content.decode()
    assert "负责 1 条" in own
    none = client.get(reverse("frameworks:unit_table", args=[edition.pk, make_unit("县妇联").pk])).content.decode()
    assert "没有负责的标准" in none


def test_one_piece_of_evidence_is_given(client: Client, edition: Edition) -> None:
    unit = make_unit("县教育局")
    send(client, edition, "Ⅰ-2-1", unit=unit.pk, wanted=2, back=f"/frameworks/standards/{item(edition, 'Ⅰ-2-1').pk}/")
    assert Assignment.objects.get().wanted == 2
    assert "材料 2" in seen(client, edition)
    send(client, edition, "Ⅰ-1-1", "Ⅰ-2-1", unit=unit.pk, wanted=2)  # pieces only of a standard alone
    assert Assignment.objects.count() == 1


def test_as_the_framework_says_with_the_names_that_nobody_knows(client: Client, edition: Edition) -> None:
    make_unit("县教育局")
    address = reverse("frameworks:assign_as_written", args=[edition.pk])
    told = client.post(address, follow=True).content.decode()
    assert "分解了 1 条" in told
    assert "县城管局、各社区、县妇联" in told
    Edition.objects.update(state=EditionState.SUPERSEDED)
    assert "不能再改" in client.post(address, follow=True).content.decode()


def test_taken_back(client: Client, office: User, edition: Edition) -> None:
    row = hold(edition, make_unit("县城管局"), office)
    address = reverse("frameworks:take_back", args=[row.pk])
    assert "已收回：县城管局" in client.post(address, follow=True).content.decode()
    assert client.post(address).status_code == 404


@pytest.mark.parametrize("back", ["https://example.com/", "//example.com/frameworks/", "/sign-out/", "\\\\example.com"])
def test_nobody_is_sent_elsewhere(client: Client, edition: Edition, back: str) -> None:
    answer = client.post(reverse("frameworks:assign", args=[edition.pk]), {"back": back})
    assert answer["Location"] == reverse("frameworks:table", args=[edition.pk])


def test_excel_follows_the_filters(client: Client, edition: Edition) -> None:
    answer = client.get(reverse("frameworks:table_excel", args=[edition.pk]) + "?q=路灯")
    assert "%E8%B4%A3%E4%BB%BB%E5%88%86%E8%A7%A3%E8%A1%A8.xlsx" in answer["Content-Disposition"]


def test_queries_do_not_grow(
    client: Client, office: User, edition: Edition, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(8):
        hold(edition, make_unit(f"第{number}局"), office, ("Ⅰ-1-1", "Ⅰ-1-2", "Ⅰ-2-1")[number % 3])
    with django_assert_max_num_queries(18):
        seen(client, edition)
    with django_assert_max_num_queries(14):
        seen(client, edition, "?by=unit")
