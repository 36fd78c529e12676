"""The structure and its groups on pages."""

from io import BytesIO

import pytest
from django.test import Client
from django.utils.timezone import localdate, now
from openpyxl import load_workbook

from tests.command.making import BEGAN, make_group, make_link, make_seat
from tests.plans.making import make_area, make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.command import actions
from wenming.command.models import Group, Seat
from wenming.command.views import is_slip

pytestmark = pytest.mark.django_db


def test_an_empty_structure_says_how_to_begin(office: Client) -> None:
    html = office.get("/command/").content.decode()
    assert "还没有登记指挥体系" in html
    assert "/command/groups/new/" in html


def test_the_structure_of_another_day_is_in_the_address(office: Client) -> None:
    group = make_group()
    seat = make_seat(group, "总指挥", "甲书记")
    actions.replace_seat(seat=seat, holder=actions.Holder(name="乙书记"), since=localdate(), by=None, at=now())
    today, then = (office.get(f"/command/{query}").content.decode() for query in ("", f"?on={BEGAN}"))
    assert ("甲书记" in today, "乙书记" in today) == (False, True)
    assert ("甲书记" in then, "乙书记" in then) == (True, False)
    assert "这一天还没有登记机构" in office.get("/command/?on=2020-01-01").content.decode()
    assert "乙书记" in office.get("/command/?on=nonsense").content.decode()


def test_a_group_is_set_up_below_another(office: Client) -> None:
    top = make_group()
    assert f'value="{top.pk}" selected' in office.get(f"/command/groups/new/?parent={top.pk}").content.decode()
    data = {"name": "市容组", "kind": "working", "parent": top.pk, "area": make_area().pk, "since": "2026-03-01"}
    assert office.post("/command/groups/new/", data | {"host": "没有的局"}).status_code == 422
    make_unit("县城管局")
    made = office.post("/command/groups/new/", data | {"host": "县城管局"})
    group = Group.objects.get(name="市容组")
    assert (made.headers["Location"], str(group.host), group.parent) == (
        f"/command/groups/{group.pk}/",
        "县城管局",
        top,
    )


def test_a_group_is_changed_but_not_below_itself(office: Client) -> None:
    top = make_group()
    below = make_group("一组", top)
    address = f"/command/groups/{top.pk}/edit/"
    assert "创建指挥部" in office.get(address).content.decode()
    data = {"name": "创城指挥部", "kind": "headquarters", "area": top.area_id}
    refused = office.post(address, data | {"parent": below.pk})
    assert (refused.status_code, "自己的下级" in refused.content.decode()) == (422, True)
    assert office.post(address, data).status_code == 302
    assert Group.objects.get(pk=top.pk).name == "创城指挥部"


def test_a_group_ends_and_stays_as_history(office: Client) -> None:
    group = make_group()
    make_seat(group, name="甲")
    office.post(f"/command/groups/{group.pk}/end/", {"day": "2026-02-01"})
    html = office.get(f"/command/groups/{group.pk}/").content.decode()
    assert "这一页留作历史" in html
    assert "以前的职位" in html
    assert "/seats/new/" not in html
    assert "创建指挥部" not in office.get("/command/").content.decode()


def test_only_a_slip_of_today_goes(office: Client, me: User) -> None:
    old, area = make_group(), make_area()
    new = actions.add_group(
        shape=actions.Shape("误登", old.kind, area),  # type: ignore[arg-type]  # as the database has it
        since=localdate(),
        by=me,
        at=now(),
    )
    assert (is_slip(old, me.pk), is_slip(new, me.pk)) == (False, True)
    for group in (old, new):
        office.post(f"/command/groups/{group.pk}/remove/")
    assert list(Group.objects.all()) == [old]


def test_who_may_not_edit_sees_no_button(client: Client) -> None:
    group = make_group()
    make_seat(group, name="甲")
    client.force_login(make_person("联络员", PostRole.LIAISON, make_unit()))
    html = client.get(f"/command/groups/{group.pk}/").content.decode()
    assert "甲" in html
    assert "换人" not in html
    assert client.get(f"/command/groups/{group.pk}/seats/new/").status_code == 404


def test_the_roster_holds_names_and_no_telephone(office: Client, me: User) -> None:
    User.objects.filter(pk=me.pk).update(phone="13900001111")
    make_seat(make_group(), "总指挥", user=User.objects.get(pk=me.pk))
    make_link()
    answer = office.get("/command/excel/")
    book = load_workbook(BytesIO(answer.getvalue()))
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert {"沈知远", "总指挥", "顾维桢", "青禾县"} <= set(cells)
    assert not any("1390000" in cell for cell in cells)


def test_pages_ask_as_often_however_many_there_are(office: Client, django_assert_max_num_queries: object) -> None:
    group = make_group()
    for number in range(12):
        below = make_group(f"{number}组", group)
        make_seat(below, name=f"人{number}", unit=make_unit(f"单位{number}"))
        make_seat(group, name=f"人{number}", unit=make_unit(f"单位{number}"))
    for address in ("/command/", f"/command/groups/{group.pk}/"):
        with django_assert_max_num_queries(18):  # type: ignore[operator]
            office.get(address)
    assert Seat.objects.count() == 24
