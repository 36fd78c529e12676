"""Two frameworks side by side on the page."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.making import PACK, item, make_edition
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.frameworks.models import Crosslink, Edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


@pytest.fixture
def city(me: User) -> Edition:
    return make_edition(me, is_draft=False)


@pytest.fixture
def hygiene(me: User, city: Edition) -> Edition:
    return make_edition(me, is_draft=False, text=PACK.replace("县城文明程度测评体系", "卫生县城标准"))


def seen(client: Client, edition: Edition, query: str = "") -> str:
    return client.get(reverse("frameworks:crosswalk", args=[edition.pk]) + query).content.decode()


def say(client: Client, one: Edition, other: Edition, code: str, **form: object) -> str:
    back = reverse("frameworks:crosswalk", args=[one.pk])
    about = {"target": item(other, code).pk, "back": back, **form}
    return client.post(reverse("frameworks:link", args=[item(one, code).pk]), about, follow=True).text


def test_alone_there_is_nothing_to_compare_with(client: Client, city: Edition) -> None:
    assert "还没有另一套可以对照" in seen(client, city)


def test_from_a_suggestion_to_what_serves_what(client: Client, city: Edition, hygiene: Edition) -> None:
    assert "都说到" in seen(client, city)
    page = say(client, city, hygiene, "Ⅰ-1-1", relation="equal", differs="unit")
    assert "0 条全部可用，1 条部分可用，2 条用不上" in page
    assert "不同之处：单位" in page
    say(client, city, hygiene, "Ⅰ-1-2", relation="superset")
    assert "1 条全部可用，1 条部分可用，1 条用不上" in seen(client, city)
    linked, still = seen(client, city, "?show=linked"), seen(client, city, "?show=open")
    assert ("公厕干净" in linked, "心理辅导室" in linked) == (True, False)
    assert "心理辅导室" in still
    assert "没有找到" in seen(client, city, "?q=无此词")
    standard = client.get(reverse("frameworks:standard", args=[item(hygiene, "Ⅰ-1-2").pk])).text
    assert "也可用于" in standard
    assert "部分可用" in standard  # what asks less proves only part of what asks more
    say(client, city, hygiene, "Ⅰ-1-1", relation="open")
    assert Crosslink.objects.count() == 1


def test_a_suggestion_that_is_waved_off_does_not_come_back(client: Client, city: Edition, hygiene: Edition) -> None:
    target = f'value="{item(hygiene, "Ⅰ-1-1").pk}"'
    assert target in seen(client, city)
    say(client, city, hygiene, "Ⅰ-1-1", relation="none")
    assert target not in seen(client, city)


def test_what_nothing_suggests_is_searched_for(client: Client, city: Edition, hygiene: Edition) -> None:
    one, far = item(city, "Ⅰ-1-1"), item(hygiene, "Ⅰ-2-1")
    address = f"?with={hygiene.pk}&item={one.pk}"
    assert f"item={one.pk}" in seen(client, city)
    assert "那一套里的词" in seen(client, city, address)
    assert "没有找到" in seen(client, city, f"{address}&find=无此词")
    shown = seen(client, city, f"{address}&find=心理")
    assert f'name="target" value="{far.pk}"' in shown
    client.post(reverse("frameworks:link", args=[one.pk]), {"target": far.pk, "relation": "intersects"})
    assert f'name="target" value="{far.pk}"' not in seen(client, city, f"{address}&find=心理")


def test_as_a_mapping_for_other_programs(client: Client, city: Edition, hygiene: Edition) -> None:
    address = reverse("frameworks:crosswalk_oscal", args=[city.pk, hygiene.pk])
    assert client.get(address).status_code == 404  # nothing was said yet
    say(client, hygiene, city, "Ⅰ-1-1", relation="superset")
    told = json.loads(client.get(address).content)["mapping-collection"]["mappings"][0]["maps"]
    assert [one["relationship"] for one in told] == ["subset-of"]


def test_what_is_wrong_changes_nothing(client: Client, city: Edition, hygiene: Edition) -> None:
    assert "请选两条标准是什么关系" in say(client, city, hygiene, "Ⅰ-1-1", relation="likes")
    same = {"target": item(city, "Ⅰ-1-2").pk, "relation": "equal"}
    assert client.post(reverse("frameworks:link", args=[item(city, "Ⅰ-1-1").pk]), same).status_code == 404
    assert not Crosslink.objects.exists()


def test_others_look_and_do_not_change(client: Client, city: Edition, hygiene: Edition) -> None:
    client.force_login(make_person("周以宁", PostRole.LIAISON, make_unit("县教育局")))
    page = seen(client, city)
    assert "公厕干净" in page
    assert "不相干" not in page


def test_queries_do_not_grow(
    client: Client, city: Edition, hygiene: Edition, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for code in ("Ⅰ-1-1", "Ⅰ-1-2", "Ⅰ-2-1"):
        say(client, city, hygiene, code, relation="equal")
    with django_assert_max_num_queries(32):
        seen(client, city)
