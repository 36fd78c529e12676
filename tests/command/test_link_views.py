"""The table of links, and what is done there."""

import pytest
from django.test import Client
from django.utils.timezone import localdate, now

from tests.command.making import make_link
from tests.plans.making import make_area, make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.command import actions
from wenming.command.models import Link, LinkKind
from wenming.places.models import AreaKind

pytestmark = pytest.mark.django_db


def test_an_empty_table_says_how_to_begin(office: Client) -> None:
    html = office.get("/command/links/").content.decode()
    assert "还没有登记领导挂点" in html
    assert "没有找到这样的挂点" in office.get("/command/links/?q=无").content.decode()


def test_whose_a_village_is(office: Client) -> None:
    village = make_area("荷叶村", AreaKind.COMMUNITY, make_area("白塘镇", AreaKind.TOWN, make_area()))
    make_link("顾维桢", village)
    make_link("梁闻溪", make_area("桥头村", AreaKind.COMMUNITY, village.parent))
    html = office.get(f"/command/links/?area={village.pk}").content.decode()
    assert "荷叶村由谁负责" in html
    assert ("顾维桢" in html, "梁闻溪" in html) == (True, False)


def test_a_link_is_arranged_handed_on_and_ended(office: Client) -> None:
    data = {"who": "顾维桢", "post": "县委书记", "kind": "point", "area": make_area().pk, "since": "2026-02-01"}
    assert office.get("/command/links/new/").status_code == 200
    assert office.post("/command/links/new/", data | {"who": ""}).status_code == 422
    assert office.post("/command/links/new/", data).status_code == 302
    link = Link.objects.get()
    office.post(f"/command/links/{link.pk}/replace/", {"who": "梁闻溪", "since": "2026-03-01"})
    new = Link.objects.get(predecessor=link)
    assert "顾维桢，从 2026-02-01 起" in office.get(f"/command/links/{link.pk}/end/").content.decode()
    office.post(f"/command/links/{new.pk}/end/", {"day": "2026-03-02"})
    assert [str(one.until) for one in Link.objects.order_by("pk")] == ["2026-02-28", "2026-03-02"]
    assert "顾维桢" in office.get("/command/links/?on=2026-02-03").content.decode()
    assert "梁闻溪" not in office.get("/command/links/").content.decode()


def test_a_slip_goes_and_what_is_older_stays(office: Client, me: User) -> None:
    old = make_link()
    target, leader = actions.Target(make_area()), actions.Holder(name="乙")
    new = actions.add_link(kind=LinkKind.POINT, leader=leader, target=target, since=localdate(), by=me, at=now())
    for link in (old, new):
        office.post(f"/command/links/{link.pk}/remove/")
    assert list(Link.objects.all()) == [old]


def test_a_liaison_looks_and_does_not_change(client: Client) -> None:
    make_link()
    client.force_login(make_person("联络员", PostRole.LIAISON, make_unit()))
    html = client.get("/command/links/").content.decode()
    assert ("顾维桢" in html, "安排挂点" in html) == (True, False)


def test_the_table_asks_as_often_however_many_there_are(office: Client, django_assert_max_num_queries: object) -> None:
    for number in range(20):
        make_link(f"领导{number}", make_area(f"村{number}", AreaKind.COMMUNITY, make_area()))
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        office.get("/command/links/")
