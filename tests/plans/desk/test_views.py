"""The desk and a unit's page through the front door."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import Says, make_person, make_unit, make_version
from wenming.accounts.models import Post, PostRole
from wenming.plans.models import PlanVersion, VersionState
from wenming.reading.model import Role, TermKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> PlanVersion:
    return make_version(
        Says(
            "开好家长课堂",
            duties=[("教育局", Role.LEAD, make_unit("县教育局"))],
            terms=[("底前", TermKind.DATE, {"from": None, "to": "2999-06"})],
        ),
        Says("修好路灯", duties=[("城管局", Role.LEAD, make_unit("县城管局"))]),
    )


def get(client: Client, path: str = "/") -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_liaison_sees_their_own_and_no_review(client: Client, version: PlanVersion) -> None:
    make_version(Says("甲"), state=VersionState.REVIEW, title="还在核对的方案")
    client.force_login(make_person("周以宁", PostRole.LIAISON, make_unit("县教育局")))
    html = get(client)
    assert "开好家长课堂" in html
    assert "2999年6月底前" in html
    assert "修好路灯" not in html
    assert "还在核对的方案" not in html
    assert "导入方案" not in html
    assert version.plan.title in html


def test_a_liaison_without_measures_is_told_what_will_come(client: Client, version: PlanVersion) -> None:
    client.force_login(make_person("陆闻", PostRole.LIAISON, make_unit("县统计局")))
    assert "还没有分到这里的措施" in get(client)


def test_a_liaison_of_an_area_has_no_unit_of_their_own(client: Client, version: PlanVersion) -> None:
    person = make_person("陆闻", None)
    Post.objects.create(user=person, role=PostRole.LIAISON, area=make_unit("县教育局").area)
    client.force_login(person)
    page = get(client)
    assert "None" not in page
    assert version.plan.title in page


def test_the_office_sees_what_waits_with_one_button(client: Client, version: PlanVersion) -> None:
    waiting = make_version(Says("甲"), state=VersionState.REVIEW, plan=version.plan)
    client.force_login(version.uploaded_by)
    html = get(client)
    assert f'href="/plans/versions/{waiting.pk}/review/"' in html
    assert html.split("<dialog")[0].count("button-primary") == 1


def test_an_empty_house_says_how_to_begin(client: Client) -> None:
    client.force_login(make_person())
    html = get(client)
    assert "没有等待核对的方案" in html
    assert "先导入一份实施方案" in html


def test_someone_without_a_post_is_told_whom_to_ask(client: Client) -> None:
    client.force_login(make_person("路人", None))
    assert "还没有给您安排职务" in get(client)


@pytest.mark.parametrize(
    ("role", "address"),
    [(PostRole.SYSTEM, "/system/jobs/"), (PostRole.SECURITY, "/people/"), (PostRole.AUDIT, "/log/")],
)
def test_an_administrator_is_led_to_their_work(client: Client, role: PostRole, address: str) -> None:
    client.force_login(make_person("王恪", role))
    assert f'<a class="button button-primary" href="{address}">' in get(client)


def test_a_units_page_shows_what_is_theirs(client: Client, version: PlanVersion) -> None:
    client.force_login(version.uploaded_by)
    unit = make_unit("县教育局")
    html = get(client, f"/units/{unit.pk}/")
    assert "开好家长课堂" in html
    assert "修好路灯" not in html
    assert "改单位资料" in html


def test_a_units_page_can_be_changed_only_by_those_who_may(client: Client, version: PlanVersion) -> None:
    unit = make_unit("县教育局")
    client.force_login(make_person("周以宁", PostRole.LIAISON, unit))
    assert "改单位资料" not in get(client, f"/units/{unit.pk}/")
    client.force_login(make_person("路人", None))
    assert client.get(f"/units/{unit.pk}/").status_code == 404


@pytest.mark.parametrize("role", list(PostRole))
def test_every_role_has_a_desk(client: Client, version: PlanVersion, role: PostRole) -> None:
    client.force_login(make_person("某人", role, make_unit("县教育局")))
    assert "我的事" in get(client)


def test_queries_are_few(
    client: Client, version: PlanVersion, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(make_person("周以宁", PostRole.LIAISON, make_unit("县教育局")))
    with django_assert_max_num_queries(21):
        client.get("/")
