"""The responsibility table through the front door."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import Says, make_class, make_person, make_unit, make_version
from wenming.accounts.models import PostRole
from wenming.places.models import Unit, UnitKind
from wenming.plans.models import MarkState, PlanVersion, Term, VersionState
from wenming.plans.terms import Json
from wenming.reading.model import Role, TermKind

pytestmark = pytest.mark.django_db

Bound = tuple[str, TermKind, Json]
MONTHLY: Bound = ("按月检查", TermKind.FREQUENCY, {"min": 1, "max": None, "unit": "次", "every": 1, "period": "month"})
BY_JUNE: Bound = ("六月底前", TermKind.DATE, {"from": None, "to": "2026-06"})
IN_MAY: Bound = ("五月", TermKind.DATE, {"from": "--05", "to": "--05"})


def county() -> PlanVersion:
    education, streets = make_unit("县教育局"), make_unit("县城管局")
    for name in ("书院社区", "河滨社区"):
        make_unit(name, UnitKind.COMMUNITY)
    communities = make_class("各社区", [UnitKind.COMMUNITY])
    return make_version(
        Says(
            "开好家长课堂",
            path=("重点任务", "校园"),
            duties=[("教育局", Role.LEAD, education), ("各社区", Role.COOPERATING, communities)],
            terms=[MONTHLY],
        ),
        Says(
            "修好路灯",
            path=("重点任务", "街巷"),
            duties=[("城管局", Role.RESPONSIBLE, streets), ("**公司", Role.COOPERATING, None)],
            terms=[BY_JUNE],
        ),
        Says("检修健身器材", path=("重点任务", "街巷"), terms=[IN_MAY]),
        Says("公布服务清单", path=("组织领导",), duties=[("书院社区", Role.RESPONSIBLE, make_unit("书院社区"))]),
    )


@pytest.fixture
def version() -> PlanVersion:
    return county()


@pytest.fixture
def office(client: Client, version: PlanVersion) -> Client:
    client.force_login(version.uploaded_by)
    return client


def page(client: Client, version: PlanVersion, query: str = "") -> str:
    response = client.get(f"/plans/{version.plan_id}/table/?{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_it_works(office: Client, version: PlanVersion) -> None:
    html = page(office, version)
    assert "4/4" in html
    assert "重点任务 › 街巷" in html
    assert "按月检查" in html  # as the plan words it
    for title in ("开好家长课堂", "修好路灯", "检修健身器材", "公布服务清单"):
        assert title in html


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("q=路灯", ["修好路灯"]),
        ("q=教育局", ["开好家长课堂"]),
        ("chapter=重点任务 › 街巷", ["修好路灯", "检修健身器材"]),
        ("chapter=没有这一章", []),
        ("role=lead", ["开好家长课堂"]),
        ("term=date", ["修好路灯", "检修健身器材"]),
        ("lack=owner", ["检修健身器材"]),
        ("lack=date", ["公布服务清单"]),
        ("role=lead&term=date", []),
        ("role=nonsense&page=9999", ["开好家长课堂", "修好路灯", "检修健身器材", "公布服务清单"]),
    ],
)
def test_the_filters_of_the_address_leave(office: Client, version: PlanVersion, query: str, titles: list[str]) -> None:
    html = page(office, version, query)
    shown = [title for title in ("开好家长课堂", "修好路灯", "检修健身器材", "公布服务清单") if f">{title}</a>" in html]
    assert shown == titles
    assert f"{len(titles)}/4" in html


def test_a_unit_answers_also_through_its_class(office: Client, version: PlanVersion) -> None:
    html = page(office, version, f"who=unit-{make_unit('书院社区').pk}")
    assert ">开好家长课堂</a>" in html
    assert ">公布服务清单</a>" in html
    assert "2/4" in html


def test_role_and_unit_are_asked_of_the_same_duty(office: Client, version: PlanVersion) -> None:
    html = page(office, version, f"who=unit-{make_unit('书院社区').pk}&role=responsible")
    assert "1/4" in html


def test_by_unit_each_member_of_a_class_is_told(office: Client, version: PlanVersion) -> None:
    html = page(office, version, "by=unit")
    assert html.count("通过“各社区”") == 2
    assert "（单位名录里没有）" in html
    only = page(office, version, f"by=unit&who=unit-{make_unit('河滨社区').pk}")
    assert only.count("通过“各社区”") == 1
    assert "县教育局</a>" not in only.split('id="table"')[1]


def test_units_of_one_short_name_stand_apart(office: Client, version: PlanVersion) -> None:
    one = make_unit("书院社区")
    twin = Unit.objects.create(name="另一个书院社区", short="书院社区", kind=one.kind, area=one.area)
    version.measures.get(title="检修健身器材").duties.create(name="社区", role=Role.LEAD, unit=twin, start=0, end=1)
    table = page(office, version, "by=unit").split('id="table"')[1]
    assert f'href="/units/{one.pk}/"' in table
    assert f'href="/units/{twin.pk}/"' in table


def test_by_date_the_nearest_comes_first_and_months_lead_there(office: Client, version: PlanVersion) -> None:
    html = page(office, version, "by=date")
    assert html.index(">检修健身器材</a>") < html.index(">修好路灯</a>")
    assert "2026-05-31" in html
    html = page(office, version, "by=date&month=2026-06")
    assert ">检修健身器材</a>" not in html
    assert ">修好路灯</a>" in html


@pytest.mark.parametrize(
    ("query", "count"), [("", "4/4"), ("by=date", "2/4"), ("by=date&month=2026-06", "1/4"), ("by=frequency", "1/4")]
)
def test_the_measures_shown_are_counted(office: Client, version: PlanVersion, query: str, count: str) -> None:
    assert f"{count} 条措施" in page(office, version, query)


def test_by_frequency_it_is_grouped_by_rhythm(office: Client, version: PlanVersion) -> None:
    html = page(office, version, "by=frequency")
    assert '<th colspan="7" scope="rowgroup">每月</th>' in html


def test_who_supervises_has_a_column_where_somebody_does(office: Client, version: PlanVersion) -> None:
    assert "督查单位" not in page(office, version)
    version.measures.get(title="修好路灯").duties.filter(unit=None).update(role=Role.SUPERVISING)
    html = page(office, version)
    assert '<th scope="col">督查单位</th>' in html
    assert 'colspan="9"' in html


@pytest.mark.parametrize(("query", "words"), [("by=date", "没有写明日期"), ("by=frequency", "没有写明多久做一次")])
def test_a_face_without_anything_says_why(office: Client, version: PlanVersion, query: str, words: str) -> None:
    Term.objects.all().delete()
    assert words in page(office, version, query)


def test_what_was_removed_does_not_count(office: Client, version: PlanVersion) -> None:
    first, second = version.measures.all()[:2]
    first.state = MarkState.REMOVED
    first.save()
    second.duties.update(state=MarkState.REMOVED)
    second.terms.update(state=MarkState.REMOVED)
    html = page(office, version)
    assert "3/3" in html
    assert ">城管局</a>" not in html
    assert "2026年6月底前" not in html
    assert "2/3" in page(office, version, "lack=owner")
    assert ">县教育局</a>" not in page(office, version, "by=unit").split('id="table"')[1]


def test_empty_fields_of_the_form_leave_the_address(office: Client, version: PlanVersion) -> None:
    response = office.get(f"/plans/{version.plan_id}/table/?q=路灯&chapter=&who=&role=&by=unit")
    assert response.status_code == 302
    assert response["Location"] == f"/plans/{version.plan_id}/table/?by=unit&q=%E8%B7%AF%E7%81%AF"


def test_before_anything_is_in_force_it_says_how_to_begin(office: Client, version: PlanVersion) -> None:
    PlanVersion.objects.update(state=VersionState.SUPERSEDED)
    assert "还没有执行中的版本" in page(office, version)
    assert office.get(f"/plans/{version.plan_id}/table/excel/").status_code == 404


def test_it_requires_the_right_to_see_plans(client: Client, version: PlanVersion) -> None:
    measure = version.measures.first()
    assert measure
    addresses = ["table/", "table/print/", "table/excel/"]
    client.force_login(make_person("路人", None))
    for address in addresses:
        assert client.get(f"/plans/{version.plan_id}/{address}").status_code == 404
    assert client.get(f"/plans/measures/{measure.pk}/").status_code == 404
    client.force_login(make_person("周以宁", PostRole.LIAISON, make_unit("县教育局")))
    for address in addresses:
        assert client.get(f"/plans/{version.plan_id}/{address}").status_code == 200


@pytest.mark.parametrize(
    "query", ["table/", "table/?by=unit", "table/?by=date", "table/?by=frequency", "table/print/", "table/excel/"]
)
@pytest.mark.parametrize("size", [2, 40])
def test_queries_do_not_grow(
    office: Client, query: str, size: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    communities = make_class("各社区", [UnitKind.COMMUNITY])
    says = [
        Says(
            f"第{n}项",
            path=(f"第{n // 5}章",),
            duties=[(f"第{n}局", Role.LEAD, make_unit(f"第{n}局")), ("各社区", Role.COOPERATING, communities)],
            terms=[MONTHLY, BY_JUNE],
        )
        for n in range(size)
    ]
    version = make_version(*says, title="大方案")
    with django_assert_max_num_queries(21):
        assert office.get(f"/plans/{version.plan_id}/{query}").status_code == 200
