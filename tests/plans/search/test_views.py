"""The search page."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import Says, make_person, make_unit, make_version
from wenming.accounts.models import PostRole

pytestmark = pytest.mark.django_db


@pytest.fixture
def liaison(client: Client) -> Client:
    make_version(*(Says(f"路灯第{n}项") for n in range(40)), title="路灯方案")
    client.force_login(make_person("周以宁", PostRole.LIAISON, make_unit("路灯所")))
    return client


def get(client: Client, query: str) -> str:
    response = client.get(f"/search?{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_it_groups_what_it_finds_and_shows_the_first_few(liaison: Client) -> None:
    html = get(liaison, "q=路灯")
    assert html.count("<h2>") - html.split("<main")[0].count("<h2>") == 3
    assert html.count('href="/plans/measures/') == 6
    assert "全部 40 条措施" in html
    assert '<mark class="mark mark-found">路灯</mark>' in html


def test_units_are_counted_as_units(liaison: Client) -> None:
    for number in range(12):
        make_unit(f"路灯{number}所")
    assert "全部 13 个单位" in get(liaison, "q=路灯")


def test_one_group_is_paged(liaison: Client) -> None:
    html = get(liaison, "q=路灯&in=measures&page=2")
    assert html.count('href="/plans/measures/') == 10
    assert "路灯所</a>" not in html


@pytest.mark.parametrize(("query", "words"), [("", "想找什么？"), ("q=+", "想找什么？"), ("q=火星", "没有找到“火星”")])
def test_nothing_found_says_what_to_do(liaison: Client, query: str, words: str) -> None:
    assert words in get(liaison, query)


def test_what_is_typed_is_never_markup(liaison: Client) -> None:
    assert "<script>x" not in get(liaison, "q=<script>x&in=<b>")


def test_queries_are_few(liaison: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(16):
        get(liaison, "q=路灯")
