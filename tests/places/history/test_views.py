"""The pages on which something happens to a unit."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate

from tests.plans.making import Says, make_area, make_person, make_unit, make_version
from wenming.places.models import AreaKind, Unit, UnitChange
from wenming.plans.models import Duty
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> Client:
    client.force_login(make_person())
    return client


@pytest.fixture
def unit() -> Unit:
    """A unit with a duty."""
    unit = make_unit("县教体局")
    make_version(Says("开展健身", duties=[("县教体局", Role.LEAD, unit)]))
    return unit


def day(days: int = 0) -> str:
    return (localdate() + timedelta(days=days)).isoformat()


def test_a_unit_is_renamed_and_that_is_taken_back(office: Client, unit: Unit) -> None:
    address = f"/units/{unit.pk}/rename/"
    assert "县教体局" in office.get(address).content.decode()
    taken = {"name": make_unit("县财政局").name, "on": day()}
    assert "请直接选用它" in office.post(address, taken).content.decode()
    tomorrow = office.post(address, {"name": "新名局", "on": day(1)})
    assert "还没有到" in tomorrow.content.decode()
    office.post(address, {"name": "新名局", "short": "新名", "on": day(), "basis": "青编〔2026〕3号"})
    html = office.get(f"/units/{unit.pk}/").content.decode()
    assert "由“青禾县教体局”更名为“新名局”" in html
    assert "青编〔2026〕3号" in html
    undo = f"/units/changes/{UnitChange.objects.get().pk}/undo/"
    assert "要撤回这一次变更吗" in office.get(undo).content.decode()
    office.post(undo)
    unit.refresh_from_db()
    assert unit.name == "青禾县教体局"
    assert office.post(undo).status_code == 404


def test_units_are_joined_into_a_new_one(office: Client, unit: Unit) -> None:
    other = make_unit("县体育中心")
    html = office.get(f"/units/{unit.pk}/join/").content.decode()
    assert "责任" in html
    data = {"others": [other.pk], "name": "青禾县体育局", "short": "县体育局", "on": day()}
    response = office.post(f"/units/{unit.pk}/join/", data)
    new = Unit.objects.get(short="县体育局")
    assert response["Location"] == f"/units/{new.pk}/"
    assert Duty.objects.get().unit == new
    assert "县体育中心" not in office.get("/units/").content.decode()
    assert "县体育中心" in office.get("/units/?state=dissolved").content.decode()
    assert "已撤销" in office.get(f"/units/{other.pk}/").content.decode()


def test_nothing_is_made_where_joining_is_refused(office: Client, unit: Unit) -> None:
    data = {"others": [unit.pk], "name": "新局", "on": day(1)}
    assert office.post(f"/units/{unit.pk}/join/", data).status_code == 422
    assert not Unit.objects.filter(name="新局").exists()


def test_a_unit_is_split_in_two_steps(office: Client, unit: Unit) -> None:
    assert "下一步" in office.get(f"/units/{unit.pk}/split/").content.decode()
    assert office.get(f"/units/{unit.pk}/split/?names=").status_code == 422
    address = f"/units/{unit.pk}/split/?names=青禾县教育局%0A青禾县健身局"
    html = office.get(address).content.decode()
    assert "开展健身" in html
    assert '<option value="1" selected>青禾县健身局</option>' in html
    field = f"plans.duty.unit-{Duty.objects.get().pk}"
    assert office.post(address, {field: "7", "on": day()}).status_code == 422
    assert not Unit.objects.filter(name="青禾县健身局").exists()
    assert office.post(address, {field: "1", "on": day()}).status_code == 302
    assert Duty.objects.get().unit == Unit.objects.get(name="青禾县健身局")


def test_a_unit_is_dissolved_and_what_came_after_stands_in_the_way(office: Client, unit: Unit) -> None:
    heir = make_unit("县财政局")
    assert office.post(f"/units/{unit.pk}/dissolve/", {"into": heir.pk, "on": day()}).status_code == 302
    assert office.get(f"/units/{unit.pk}/dissolve/").status_code == 404
    Duty.objects.update(unit=make_unit("县审计局"))
    change = UnitChange.objects.get()
    html = office.post(f"/units/changes/{change.pk}/undo/", follow=True).content.decode()
    assert "有 1 项后来又改过" in html


def test_elsewhere_nothing_happens(office: Client) -> None:
    foreign = make_unit("白水县教育局", area=make_area("白水县"))
    for page in ("rename", "join", "split", "dissolve"):
        assert office.get(f"/units/{foreign.pk}/{page}/").status_code == 404


@pytest.mark.parametrize("is_merge", [False, True])
def test_what_touches_two_towns_is_undone_from_above(office: Client, is_merge: bool) -> None:
    towns = [make_area(name, AreaKind.TOWN, make_area()) for name in ("东山镇", "西河镇")]
    here, there = (make_unit(f"{town}文化站", area=town) for town in towns)
    if is_merge:
        assert office.post(f"/units/{there.pk}/merge/", {"into": here.pk}).status_code == 302
    else:
        assert office.post(f"/units/{there.pk}/dissolve/", {"into": here.pk, "on": day()}).status_code == 302
    change, of_town = UnitChange.objects.get(), Client()
    of_town.force_login(make_person("东山镇主任", unit=here))
    assert of_town.post(f"/units/changes/{change.pk}/undo/").status_code == 404
    assert of_town.get(f"/units/{here.pk}/rename/").status_code == 200
    assert office.post(f"/units/changes/{change.pk}/undo/").status_code == 302
