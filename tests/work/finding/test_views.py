"""The search page."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import Says, make_person, make_unit, make_version
from tests.work.making import make_commitment, make_measure, make_record
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
    with django_assert_max_num_queries(22):
        get(liaison, "q=路灯")


def test_what_was_done_is_found_by_any_of_its_words(client: Client) -> None:
    unit = make_unit("甲镇")
    make_record(unit, title="入户宣传", words="发放移风易俗倡议书")
    make_commitment(make_measure(unit), activity="移风易俗宣讲")
    client.force_login(make_person("顾兰", PostRole.LIAISON, unit))
    html = get(client, "q=移风易俗")
    assert "入户宣传" in html
    assert '<mark class="mark mark-found">移风易俗</mark>倡议书' in html
    assert "移风易俗宣讲" in html
    assert "全部结果" in get(client, "q=移风易俗&in=records")


def test_a_neighbours_work_is_not_found(client: Client) -> None:
    make_record(make_unit("乙镇"), title="移风易俗宣传")
    client.force_login(make_person("顾兰", PostRole.LIAISON, make_unit("甲镇")))
    assert "没有找到" in get(client, "q=移风易俗")


def test_as_many_queries_for_many_records(client: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            get(client, "q=宣传")
        return len(queries)

    unit = make_unit("甲镇")
    client.force_login(make_person("顾兰", PostRole.LIAISON, unit))
    for _number in range(3):
        make_record(unit, title="入户宣传")
    get(client, "q=宣传")
    few = count()
    for _number in range(40):
        make_record(unit, title="入户宣传")
    assert count() == few
