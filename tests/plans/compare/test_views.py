"""Two versions side by side through the front door."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import Says, make_person, make_unit, make_version
from wenming.accounts.models import PostRole
from wenming.plans.models import PlanVersion, VersionState
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> PlanVersion:
    unit = make_unit("县城管局")
    return make_version(
        Says("1.修好路灯", "新增600盏路灯，每月检查。", path=("一",), duties=[("城管局", Role.LEAD, unit)]),
        Says("2.举办文化节", "十月底前各街道举办邻里文化节。"),
        Says("3.管好公厕", "公共厕所每天打扫四次。", path=("一",)),
    )


@pytest.fixture
def second(first: PlanVersion) -> PlanVersion:
    return make_version(
        Says("1.修好路灯", "新增800盏路灯，每月检查。", path=("一",), duties=[("住建局", Role.LEAD, None)]),
        Says("2.管好公厕", "公共厕所每天打扫四次。", path=("二",)),
        Says("3.会商噪声", "夜间施工噪声由环保部门牵头会商。"),
        plan=first.plan,
        state=VersionState.REVIEW,
    )


def page(client: Client, version: PlanVersion, query: str = "") -> str:
    client.force_login(version.uploaded_by)
    response = client.get(f"/plans/{version.plan_id}/compare/1/2/{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_it_shows_what_differs_with_the_words_marked(client: Client, second: PlanVersion) -> None:
    html = page(client, second)
    assert "<del>600</del>" in html
    assert "<ins>800</ins>" in html
    assert "<del>城管局</del>" in html
    assert "<ins>住建局</ins>" in html
    assert "举办文化节" in html
    assert "会商噪声" in html
    assert "管好公厕" not in html
    assert "去核对" in html
    changed = second.measures.get(title="1.修好路灯")
    assert f'href="/plans/versions/{second.pk}/review/?mark=measure-{changed.pk}"' in html
    PlanVersion.objects.filter(pk=second.pk).update(state=VersionState.SUPERSEDED)
    assert f'href="/plans/measures/{changed.pk}/"' in page(client, second)


@pytest.mark.parametrize(
    ("show", "shown"),
    [("added", "会商噪声"), ("dropped", "举办文化节"), ("changed", "修好路灯"), ("unchanged", "管好公厕")],
)
def test_each_fate_can_be_seen_alone(client: Client, second: PlanVersion, show: str, shown: str) -> None:
    html = page(client, second, f"?show={show}")
    titles = [title for title in ("修好路灯", "举办文化节", "管好公厕", "会商噪声") if f"{title}" in html]
    assert titles == [shown]


def test_what_stands_elsewhere_says_where_it_stood(client: Client, second: PlanVersion) -> None:
    assert "原在“一”" in page(client, second, "?show=unchanged")


def test_versions_alike_say_so(client: Client, first: PlanVersion) -> None:
    make_version(
        Says("1.修好路灯", "新增600盏路灯，每月检查。", path=("一",), duties=[("城管局", Role.LEAD, None)]),
        Says("2.举办文化节", "十月底前各街道举办邻里文化节。"),
        Says("3.管好公厕", "公共厕所每天打扫四次。", path=("一",)),
        plan=first.plan,
    )
    assert "两个版本的措施完全一样" in page(client, first)


def test_a_version_under_review_is_for_reviewers(client: Client, second: PlanVersion) -> None:
    address = f"/plans/{second.plan_id}/compare/1/2/"
    client.force_login(make_person("周以宁", PostRole.LIAISON, make_unit("县教育局")))
    assert client.get(address).status_code == 404
    PlanVersion.objects.filter(pk=second.pk).update(state=VersionState.SUPERSEDED)
    assert client.get(address).status_code == 200
    client.force_login(make_person("路人", None))
    assert client.get(address).status_code == 404


def test_a_version_that_is_not_there_is_not_found(client: Client, second: PlanVersion) -> None:
    client.force_login(second.uploaded_by)
    assert client.get(f"/plans/{second.plan_id}/compare/1/9/").status_code == 404


def test_queries_do_not_grow(
    client: Client, first: PlanVersion, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    unit = make_unit()
    says = [Says(f"第{n}项", f"第{n}项每月检查。", duties=[("教育局", Role.LEAD, unit)]) for n in range(30)]
    version = make_version(*says, plan=first.plan)
    client.force_login(first.uploaded_by)
    with django_assert_max_num_queries(26):
        client.get(f"/plans/{version.plan_id}/compare/1/2/")
