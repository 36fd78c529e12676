"""The directory through the front door."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import Says, make_area, make_class, make_person, make_unit, make_version
from wenming.accounts.models import PostRole
from wenming.places.models import Alias, Unit, UnitClass, UnitKind
from wenming.plans.models import Duty
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> Client:
    client.force_login(make_person())
    return client


def get(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def filled(**changes: object) -> dict[str, object]:
    return {"name": "青禾县图书馆", "short": "县图书馆", "kind": "institution", "area": make_area().pk, **changes}


def test_the_tree_and_the_list_show_the_units(office: Client) -> None:
    unit = make_unit("县教育局")
    Alias.objects.create(name="教体局", unit=unit)
    assert "县教育局" in get(office, "/units/")
    html = get(office, "/units/?q=教体")
    assert "县教育局" in html
    assert "县文明办</a>" not in html.split("<table")[1]
    assert "县文明办" in get(office, "/units/?as=list")
    assert "没有找到这样的单位" in get(office, "/units/?q=火星")


def test_an_empty_directory_says_how_to_begin(office: Client) -> None:
    make_person("路人", PostRole.LEADER)
    assert "单位名录还是空的" not in get(office, "/units/?kind=nonsense")
    assert "没有单位类别" in get(office, "/units/classes/")


def test_a_class_shows_whom_it_stands_for(office: Client) -> None:
    make_unit("书院社区", UnitKind.COMMUNITY)
    unit_class = make_class("各社区", [UnitKind.COMMUNITY], [make_unit("县教育局")])
    assert '<td class="number">2</td>' in get(office, "/units/classes/?q=社区")
    html = get(office, f"/units/classes/{unit_class.pk}/")
    assert "今天指这 2 个单位" in html
    assert "书院社区" in html


def test_a_unit_is_added(office: Client) -> None:
    response = office.post("/units/new/", filled(aliases="图书馆"))
    unit = Unit.objects.get(short="县图书馆")
    assert response["Location"] == f"/units/{unit.pk}/"
    assert unit.aliases.get().name == "图书馆"


def test_a_taken_name_is_said_at_its_field_and_what_was_typed_is_kept(office: Client) -> None:
    taken = make_unit("县教育局").name
    response = office.post("/units/new/", filled(name=taken, aliases="教体局"))
    assert response.status_code == 422
    html = response.content.decode()
    assert "请直接选用它" in html
    assert "教体局" in html


def test_a_unit_is_changed(office: Client) -> None:
    unit = make_unit("县教育局")
    assert unit.name in get(office, f"/units/{unit.pk}/edit/")
    assert office.post(f"/units/{unit.pk}/edit/", filled()).status_code == 302
    unit.refresh_from_db()
    assert unit.name == "青禾县图书馆"


def test_a_unit_cannot_be_put_above_itself(office: Client) -> None:
    unit, child = make_unit("县教育局"), make_unit("实验小学")
    child.parents.add(unit)
    response = office.post(f"/units/{unit.pk}/edit/", filled(parents=[child.pk]))
    assert response.status_code == 422
    assert "不能是自己的上级" in response.content.decode()


def test_a_class_is_added_and_changed(office: Client) -> None:
    response = office.post("/units/classes/new/", {"name": "各社区", "kinds": ["community"]})
    unit_class = UnitClass.objects.get()
    assert response["Location"] == f"/units/classes/{unit_class.pk}/"
    assert office.post("/units/classes/new/", {"name": "空"}).status_code == 422
    assert "各社区" in get(office, f"/units/classes/{unit_class.pk}/edit/")
    office.post(f"/units/classes/{unit_class.pk}/edit/", {"name": "各居委会", "kinds": ["community"]})
    unit_class.refresh_from_db()
    assert unit_class.name == "各居委会"


def test_two_units_become_one(office: Client) -> None:
    gone, kept = make_unit("县教体局"), make_unit("县教育局")
    make_version(Says("甲", duties=[("教体局", Role.LEAD, gone)]))
    assert "合并可以撤回" in get(office, f"/units/{gone.pk}/merge/")
    assert office.post(f"/units/{gone.pk}/merge/", {"into": ""}).status_code == 422
    response = office.post(f"/units/{gone.pk}/merge/", {"into": kept.pk})
    assert response["Location"] == f"/units/{kept.pk}/"
    assert Duty.objects.get().unit == kept


READS = ("/units/", "/units/classes/", "/units/classes/{pk}/")
WRITES = (
    "/units/new/",
    "/units/{unit}/edit/",
    "/units/{unit}/merge/",
    "/units/classes/new/",
    "/units/classes/{pk}/edit/",
)


@pytest.mark.parametrize("path", [*READS, *WRITES])
def test_it_requires_the_right(client: Client, path: str) -> None:
    unit = make_unit()
    address = path.format(pk=make_class("各社区", members=[unit]).pk, unit=unit.pk)
    client.force_login(make_person("周以宁", PostRole.LIAISON, unit))
    assert client.get(address).status_code == (200 if path in READS else 404)
    client.force_login(make_person("路人", None))
    assert client.get(address).status_code == 404
    assert client.post(address, filled()).status_code == 404


@pytest.mark.parametrize("path", ["/units/", "/units/?as=list", "/units/classes/"])
def test_queries_do_not_grow(office: Client, path: str, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    parent = make_unit("县委办")
    for number in range(30):
        unit = make_unit(f"第{number}局")
        unit.parents.add(parent)
        Alias.objects.create(name=f"{number}局", unit=unit)
        make_class(f"第{number}类", members=[unit])
    with django_assert_max_num_queries(20):
        get(office, path)


def test_a_name_too_long_for_tables_needs_a_short_one(office: Client) -> None:
    long = "青禾县" + "综合" * 38 + "局"
    refused = "请另填一个简称"
    assert refused in office.post("/units/new/", filled(name=long, short="")).content.decode()
    unit = make_unit("县教育局")
    assert refused in office.post(f"/units/{unit.pk}/edit/", filled(name=long, short="")).content.decode()
    renamed = {"name": long, "short": "", "on": "2026-03-01"}
    assert refused in office.post(f"/units/{unit.pk}/rename/", renamed).content.decode()
    joined = {"others": make_unit("县体育局").pk, "name": long, "on": "2026-03-01"}
    assert refused in office.post(f"/units/{unit.pk}/join/", joined).content.decode()
    parted = office.post(f"/units/{unit.pk}/split/", {"on": "2026-03-01"}, query_params={"names": long})
    assert refused in parted.content.decode()
    assert not Unit.objects.filter(name=long).exists()
    assert office.post("/units/new/", filled(name=long)).status_code == 302


def test_what_nobody_sees_is_no_part_of_a_name(office: Client) -> None:
    office.post("/units/new/", filled(name="青禾县\u202e图书馆\u200b", short="\u2067馆", aliases="县\u200b馆\n\u200b"))
    unit = Unit.objects.get(name="青禾县图书馆")
    assert unit.short == "馆"
    assert [alias.name for alias in unit.aliases.all()] == ["县馆"]
    assert office.post("/units/new/", filled(name="\u200b\u202e")).status_code == 422
