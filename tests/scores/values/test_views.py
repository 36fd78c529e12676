"""What was seen, as the office enters it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.filing.making import make_filing
from tests.frameworks.making import make_edition
from tests.plans.making import NOON, make_person, make_unit
from tests.scores.making import make, make_open, saw, towns, value_of
from wenming.accounts.models import User
from wenming.scores.actions.rounds import close
from wenming.scores.models import Measurement, Round

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


def seen(client: Client, found: Round, query: str = "") -> str:
    return client.get(reverse("scores:values", args=[found.pk]) + query).content.decode()


def hand_in(client: Client, found: Round, text: str) -> str:
    file = SimpleUploadedFile("数据.csv", text.encode())
    return client.post(reverse("scores:bring_in", args=[found.pk]), {"file": file}, follow=True).content.decode()


@pytest.mark.parametrize("name", ["values", "ranking", "next", "forecast", "compare", "negative"])
def test_each_page_of_a_round_says_in_its_title_which_it_is(client: Client, me: User, name: str) -> None:
    found = make_open(me)
    pages = [client.get(reverse(f"scores:{one}", args=[found.pk])).content.decode() for one in ("round", name)]
    of_round, of_page = (page.split("<title>")[1].split("</title>")[0] for page in pages)
    assert found.title in of_page
    assert of_page != of_round


def test_a_list_of_values_names_the_standards(client: Client, me: User) -> None:
    rows = seen(client, make_open(me, saw("A-1"))).split("<tbody>")[1]
    assert 'A-1 <span lang="zh-Hans">背街小巷路灯完好</span>' in rows


def test_one_value_comes_in_and_is_taken_back(client: Client, me: User) -> None:
    found = make_open(me)
    assert "还没有测评数据" in seen(client, found)
    address = reverse("scores:add_value", args=[found.pk]) + "?standard=A-1"
    assert "背街小巷路灯完好" in client.get(address).content.decode()
    assert client.post(address, {"value": "7"}).status_code == 422
    assert "已录入" in client.post(address, {"value": "0.5", "site": "文昌路"}, follow=True).content.decode()
    row = value_of(found, "A-1")
    assert "文昌路" in seen(client, found)
    taken = client.post(reverse("scores:withdraw", args=[row.pk]), follow=True).content.decode()
    assert "已由 沈知远 撤回" in taken
    again = client.post(reverse("scores:withdraw", args=[row.pk]), follow=True).content.decode()
    assert "已经撤回" in again


def test_no_value_of_what_is_not_there(client: Client, me: User) -> None:
    for found, code in ((make_open(me), "X-9"), (make_open(me), "A"), (make(me), "A-1")):
        assert client.get(reverse("scores:add_value", args=[found.pk]), {"standard": code}).status_code == 404
    assert client.get(reverse("scores:bring_in", args=[make(me).pk])).status_code == 404


def test_a_table_comes_in_as_a_whole_and_goes_as_a_whole(client: Client, me: User) -> None:
    found = make_open(me)
    wrong = hand_in(client, found, "测评标准,数值\nA-1,1\nX-9,1\n")
    assert "什么都没有导入" in wrong
    assert "A3" in wrong
    assert not Measurement.objects.exists()
    page = hand_in(client, found, "测评标准,数值\nA-1,1\nA-3,2\n")
    assert "导入了 2 条数据" in page
    batch = Measurement.objects.all()[0].batch
    undo = reverse("scores:undo", args=[found.pk])
    assert "撤销了 2 条" in client.post(undo, {"batch": str(batch)}, follow=True).content.decode()
    assert "没有可以撤销" in client.post(undo, {"batch": str(batch)}, follow=True).content.decode()
    assert "没有可以撤销" in client.post(undo, {"batch": "x"}, follow=True).content.decode()


def test_nothing_comes_into_a_round_that_is_over(client: Client, me: User) -> None:
    found = make_open(me, saw("A-1"))
    close(closed=found, by=me, at=NOON)
    assert "已经结束" in hand_in(client, found, "测评标准,数值\nA-1,1\n")
    add = client.post(reverse("scores:add_value", args=[found.pk]) + "?standard=A-1", {"value": "1"}, follow=True)
    assert "已经结束" in add.content.decode()
    assert "录入一条" not in seen(client, found)


def test_a_search_by_site_territory_department_and_note(client: Client, me: User) -> None:
    (town,), bureau = towns("文昌街道"), make_unit("县城管局")
    found = make_open(
        me, saw("A-1", site="学府路", territory=town, departments=(bureau,)), saw("A-3", "1", note="没有价签")
    )
    for text in ("学府", "文昌", "城管", "A-1"):
        page = seen(client, found, f"?q={text}")
        assert "学府路" in page
        assert "没有价签" not in page
    assert "没有价签" in seen(client, found, "?q=价签")
    assert "没有找到" in seen(client, found, "?q=无此")


def test_as_many_queries_for_many_values(
    client: Client, me: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    bureau = make_unit("县城管局")
    found = make_open(me, *[saw("A-1", departments=(bureau,)) for _one in range(40)])
    with django_assert_max_num_queries(12):
        assert "县城管局" in seen(client, found)


def test_what_was_filed_comes_in_once_and_can_be_undone(client: Client, me: User) -> None:
    edition = make_edition(me, is_draft=False)
    found = make_open(me, edition=edition)
    address = reverse("scores:fill", args=[found.pk])
    assert "还没有申报" in client.get(address).content.decode()
    assert client.get(reverse("scores:fill", args=[make(me).pk])).status_code == 404
    filing = make_filing(me, edition)
    assert client.post(address, {"filing": "x"}).status_code == 422
    page = client.post(address, {"filing": filing.pk, "method": "实地考察"}, follow=True).content.decode()
    assert "导入了 1 条数据" in page
    assert "2026年度申报：2 份材料，0 份齐了" in page
    assert "撤销这次导入" in page
    again = client.post(address, {"filing": filing.pk, "method": "实地考察"}, follow=True).content.decode()
    assert "1 条标准已有数据，没有改" in again
    assert "没有可以填入的数据" in again
    close(closed=found, by=me, at=NOON)
    Measurement.objects.all().delete()
    over = client.post(address, {"filing": filing.pk, "method": "实地考察"}, follow=True).content.decode()
    assert "已经结束" in over
