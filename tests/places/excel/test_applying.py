"""What is written: history, aliases, members, areas; undone again; in few queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.places.excel import making
from tests.plans.making import NOON, make_area, make_class, make_person, make_unit
from wenming.accounts.models import User
from wenming.places.actions import undo_change
from wenming.places.excel.applying import Stale, import_directory
from wenming.places.excel.found import Compared
from wenming.places.models import Area, AreaKind, ChangeKind, DirectoryImport, Unit, UnitChange, UnitClass

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> User:
    return make_person()


def test_a_rename_is_undone_as_any_other(me: User) -> None:
    unit = make_unit("县教育局")
    making.applied(making.units((unit.pk, "青禾县教体局", "县教体局"), heads=("编号", "全称", "简称")), me)
    undo_change(change=UnitChange.objects.get(), by=me, at=NOON)
    unit.refresh_from_db()
    assert (unit.name, unit.short, unit.aliases.count()) == ("青禾县教育局", "县教育局", 0)


def test_a_unit_dissolved_by_its_date_and_back(me: User) -> None:
    unit = make_unit("县教育局")
    making.applied(making.units((unit.pk, unit.name, "2026-01-31"), heads=("编号", "全称", "撤销日期")), me)
    change = UnitChange.objects.get(unit=unit)
    assert (change.kind, str(change.on)) == (ChangeKind.DISSOLVED, "2026-01-31")
    undo_change(change=change, by=me, at=NOON)
    unit.refresh_from_db()
    assert unit.dissolved_on is None


def test_areas_change_codes_and_names_with_each_other(me: User) -> None:
    county = make_area()
    one, other = make_area("东镇", AreaKind.TOWN, county), make_area("西镇", AreaKind.TOWN, county)
    Area.objects.filter(pk=county.pk).update(code="420222")
    Area.objects.filter(pk=one.pk).update(code="420222101")
    Area.objects.filter(pk=other.pk).update(code="420222102")
    heads = ("区划代码", "名称", "层级", "上一级")
    rows = [("420222102", "东镇", "乡镇（街道）", "青禾县"), ("420222101", "西镇", "乡镇（街道）", "青禾县")]
    making.applied(making.workbook({"辖区": [heads, *rows]}), me)
    assert list(Area.objects.filter(parent=county).order_by("pk").values_list("name", "code")) == [
        ("东镇", "420222102"),
        ("西镇", "420222101"),
    ]


def test_a_class_gets_other_members_and_names(me: User) -> None:
    one, other = make_unit("甲局"), make_unit("乙局")
    found = make_class("两局", members=[one])
    found.aliases.create(name="旧叫法")
    heads = ("名称", "逐个指定", "其他叫法")
    making.applied(making.workbook({"单位类别": [heads, ("两局", other.name, "新叫法")]}), me)
    found = UnitClass.objects.get()
    assert list(found.named_members.all()) == [other]
    assert [alias.name for alias in found.aliases.all()] == ["新叫法"]


def test_an_alias_that_was_learned_stays_as_it_was(me: User) -> None:
    unit = make_unit("县教育局")
    learned = unit.aliases.create(name="教育局", learned_by=me, learned_at=NOON)
    making.applied(making.units((unit.name, "教育局、教局"), heads=("全称", "其他叫法")), me)
    assert unit.aliases.get(name="教育局") == learned
    assert unit.aliases.count() == 2


def test_another_directory_than_was_compared(me: User) -> None:
    one = DirectoryImport.objects.create(uploaded_by=me, uploaded_at=NOON, fingerprint="0" * 64)
    with pytest.raises(Stale):
        import_directory(one, Compared(), by=me, at=NOON, last=lambda: None)


def test_changes_take_no_query_for_each_row(me: User) -> None:
    for n in range(60):
        make_unit(f"第{n}局")

    def queries(count: int, new: str) -> int:
        units = Unit.objects.filter(short__startswith="第").order_by("pk")[:count]
        rows = [(unit.pk, f"{unit.name}{new}", f"{unit.short}{new}") for unit in units]
        with CaptureQueriesContext(connection) as asked:
            making.applied(making.units(*rows, heads=("编号", "全称", "简称")), me)
        return len(asked)

    assert queries(60, "乙") - queries(5, "甲") <= 4
    assert UnitChange.objects.count() == 65
