"""A workbook compared and applied by the jobs themselves: out and in again, errors, cancelling, another's change."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.places.excel import making
from tests.places.making import hang_everything_on
from tests.plans.making import NOON, make_area, make_class, make_person, make_unit
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.jobs.models import Job, JobState
from wenming.places.excel import importing
from wenming.places.excel.standing import standing
from wenming.places.excel.tasks import STALE, scope_from, scope_kept
from wenming.places.models import AreaKind, ChangeKind, DirectoryImport, Unit, UnitChange, UnitKind
from wenming.places.reach import Scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> User:
    return make_person()


@pytest.fixture
def directory(me: User) -> None:
    """Something of everything: towns, parents, aliases with odd signs, a class by rule, a dissolved unit."""
    county = make_area()
    town = make_area("云桥镇", AreaKind.TOWN, county)
    hang_everything_on(make_unit("县教育局"), me)
    unit = make_unit("云桥镇", UnitKind.TOWN, town)
    unit.aliases.create(name="=HYPERLINK(1)")
    unit.aliases.create(name="云桥镇、云桥")
    make_unit("县体委").parents.add(unit)
    Unit.objects.filter(short="县体委").update(dissolved_on=NOON.date())
    make_class("各社区", [UnitKind.COMMUNITY, UnitKind.VILLAGE])


def test_out_and_in_again_changes_nothing(me: User, directory: None) -> None:
    before = standing()
    one = making.compared(making.exported(), me)
    assert one.counts["units"] == {"same": len(before.units)}
    assert not one.findings.exists()
    with pytest.raises(importing.NotReady):
        importing.confirm(one=one, scope=making.EVERYWHERE, by=me, at=NOON)


NEW = making.workbook(
    {
        "辖区": [("名称", "层级", "上一级"), ("青禾县", "县（市、区）", ""), ("云桥镇", "乡镇（街道）", "青禾县")],
        "单位": [
            making.UNIT_HEADS,
            ("", "青禾县体育局", "县体育局", "政府部门", "青禾县", "", "体育局、文体局", "", ""),
            ("", "云桥镇人民政府", "", "乡镇", "青禾县/云桥镇", "青禾县体育局", "", "", "2026-01-05"),
        ],
        "单位类别": [("名称", "按类型", "逐个指定"), ("各乡镇", "乡镇、街道", "青禾县体育局")],
    }
)


def test_a_workbook_makes_a_directory_and_the_second_time_nothing(me: User) -> None:
    one = making.applied(NEW, me)
    assert making.job_of(one).state == JobState.DONE
    town = Unit.objects.get(name="云桥镇人民政府")
    assert (town.short, town.area.name, str(town.dissolved_on)) == ("云桥镇人民政府", "云桥镇", "2026-01-05")
    assert [parent.short for parent in town.parents.all()] == ["县体育局"]
    assert {alias.name for alias in town.parents.get().aliases.all()} == {"体育局", "文体局"}
    event = Event.objects.get(verb="places.import_directory")
    assert (event.after["sha256"], event.after["counts"]["units"]) == (one.sha256, {"new": 2})
    again = making.compared(NEW, me)
    assert not again.findings.exists()


def test_what_is_wrong_is_told_by_cell_and_nothing_is_imported(me: User) -> None:
    row = ("", "青禾县体育局", "", "局办", "没有这里", "没有这家", "", "91350100M000100Y44", "2026-13-01")
    one = making.compared(making.units(row, ("", "青禾县民政局", "", "政府部门", "青禾县")), me)
    assert making.faults(one) == [
        ("D2", "not_in_list"),
        ("E2", "no_area"),
        ("H2", "credit_code"),
        ("I2", "no_day"),
        ("F2", "no_unit"),
    ]
    with pytest.raises(importing.NotReady):
        importing.confirm(one=one, scope=making.EVERYWHERE, by=me, at=NOON)
    assert not Unit.objects.filter(name="青禾县民政局").exists()


def test_what_is_wrong_is_told_in_the_order_of_the_rows(me: User) -> None:
    twice = ("", "青禾县民政局", "", "政府部门", "青禾县")
    one = making.compared(making.units(twice, ("", "青禾县体育局", "", "局办", "青禾县"), twice), me)
    assert making.faults(one) == [("B2", "name_taken"), ("D3", "not_in_list"), ("B4", "name_taken")]


def test_a_unit_known_by_its_number_is_renamed_and_keeps_its_old_names(me: User) -> None:
    unit = make_unit("县教育局")
    file = making.units((unit.pk, "青禾县教育体育局", "县教体局", "政府部门", "青禾县"))
    making.applied(file, me)
    unit.refresh_from_db()
    assert (unit.name, unit.short) == ("青禾县教育体育局", "县教体局")
    change = UnitChange.objects.get(unit=unit)
    assert (change.kind, change.before) == (ChangeKind.RENAMED, {"name": "青禾县教育局", "short": "县教育局"})
    assert {alias.name for alias in unit.aliases.all()} == {"青禾县教育局", "县教育局"}
    assert not making.compared(file, me).findings.exists()


def test_two_units_change_names(me: User) -> None:
    one, other = make_unit("甲局"), make_unit("乙局")
    heads = ("编号", "全称")
    making.applied(making.units((one.pk, other.name), (other.pk, one.name), heads=heads), me)
    assert list(Unit.objects.filter(pk__in=[one.pk, other.pk]).order_by("pk").values_list("name", flat=True)) == [
        other.name,
        one.name,
    ]


def test_the_directory_changed_meanwhile(me: User) -> None:
    make_area()
    one = making.compared(NEW, me)
    importing.confirm(one=one, scope=making.EVERYWHERE, by=me, at=NOON)
    make_unit("县体委")
    one = making.work(one)
    job = making.job_of(one)
    assert (job.state, job.code, one.applied_at) == (JobState.FAILED, STALE, None)
    assert not Unit.objects.filter(name="云桥镇人民政府").exists()
    importing.compare_again(one=one, scope=making.EVERYWHERE, by=me, at=NOON)
    one = making.work(one)
    importing.confirm(one=one, scope=making.EVERYWHERE, by=me, at=NOON)
    assert making.work(one).applied_at


@contextmanager
def cancelled_when(sql: str) -> Iterator[None]:
    """Somebody cancels as soon as a statement with these words was run."""

    def watch(execute: Any, statement: str, *given: Any) -> Any:  # noqa: ANN401 - as Django hands it on
        answer = execute(statement, *given)
        if sql in statement:
            Job.objects.update(cancel_asked=True)
        return answer

    with connection.execute_wrapper(watch):
        yield


def test_cancelled_at_the_last_moment_nothing_is_written(me: User) -> None:
    one = making.compared(NEW, me)
    importing.confirm(one=one, scope=making.EVERYWHERE, by=me, at=NOON)
    with cancelled_when('INSERT INTO "places_unitclass"'):
        one = making.work(one)
    assert (making.job_of(one).state, one.applied_at) == (JobState.CANCELLED, None)
    assert not Unit.objects.filter(name="云桥镇人民政府").exists()
    assert not Event.objects.filter(verb="places.import_directory").exists()


def test_applied_twice_is_once(me: User) -> None:
    one = making.applied(NEW, me)
    Job.objects.update(state=JobState.RUNNING)  # as if the worker had died before it could say that it is done
    making.work(one)
    assert making.job_of(one).state == JobState.DONE
    assert Event.objects.filter(verb="places.import_directory").count() == 1


def test_the_progress_moves(me: User) -> None:
    make_area()
    rows = [("", f"青禾县第{n}局", "", "政府部门", "青禾县") for n in range(1, 1001)]
    with CaptureQueriesContext(connection) as asked:
        making.compared(making.units(*rows), me)
    steps = [one["sql"] for one in asked if '"stage" = ' in one["sql"] and "compare" in one["sql"]]
    assert len(steps) == 6


def test_a_file_that_cannot_be_read_says_why(me: User) -> None:
    one = making.compared(b"\x89PNG\r\n\x1a\n" + bytes(200), me)
    assert (making.job_of(one).state, making.job_of(one).code) == (JobState.FAILED, "file_picture")


def test_no_query_for_each_row(me: User) -> None:
    make_area()

    def queries(count: int, begin: int) -> int:
        rows = [("", f"青禾县第{n}局", "", "政府部门", "青禾县", "", f"{n}局") for n in range(begin, begin + count)]
        with CaptureQueriesContext(connection) as asked:
            making.applied(making.units(*rows), me)
        return len(asked)

    few = queries(10, 1)
    assert queries(100, 1000) - few <= 4  # a larger file may be read in two pieces


def test_the_scope_is_kept_as_json() -> None:
    scope = Scope(areas=frozenset({3, 1}), units=frozenset({7}))
    assert scope_from(scope_kept(scope)) == scope
    assert scope_from({}) == Scope()


def test_an_import_is_called_by_its_file(me: User) -> None:
    assert str(making.handed_in(NEW, me)) == "名录.xlsx"
    assert DirectoryImport.objects.count() == 1
