"""Responsibility tables as offices send them."""

import pytest

from tests.frameworks.making import item, make_edition
from tests.plans.making import NOON, make_class, make_person, make_unit
from tests.rules.frameworks.sheets.making import grid
from wenming.accounts.models import User
from wenming.frameworks.actions.assigning import assign
from wenming.frameworks.models import AssignmentRole, ColumnKind, Edition
from wenming.frameworks.table.differences import differences
from wenming.frameworks.table.incoming import Incoming, known, read_incoming
from wenming.places.models import Unit

pytestmark = pytest.mark.django_db
HEADS = ["编号", "测评标准", "第几份材料", "牵头单位", "责任单位"]


@pytest.fixture
def office() -> User:
    return make_person()


@pytest.fixture
def edition(office: User) -> Edition:
    return make_edition(office)


def read(edition: Edition, *rows: list[str], merged: tuple[tuple[int, int, int, int], ...] = ()) -> Incoming:
    return read_incoming([grid(["空表"]), grid(*rows, merged=merged)], known(edition))


def told(edition: Edition, *rows: list[str]) -> list[str]:
    return [f"{one.cell}: {one.words}" for one in read(edition, HEADS, *rows).faults]


def test_units_and_classes_by_the_names_that_the_directory_knows(edition: Edition) -> None:
    lighting, schools, communities = make_unit("县城管局"), make_unit("县教育局"), make_class("各社区")
    found = read(
        edition,
        ["某县责任分解表"],
        HEADS,
        ["Ⅰ-1-1", "", "", "县城管局", "县教育局、各社区"],
        ["", "学校有心理辅导室", "2", "教育局", ""],
        ["", "一个小标题", "", "", ""],
    )
    assert found.faults == []
    one, two = found.wishes
    assert one.place == (item(edition, "Ⅰ-1-1").pk, 0)
    assert one.answering == {"lead": [(lighting.pk, None)], "responsible": [(schools.pk, None), (None, communities.pk)]}
    assert two.place == (item(edition, "Ⅰ-2-1").pk, 2)
    assert two.answering == {"lead": [(schools.pk, None)], "responsible": []}


def test_stretched_cells_and_several_lines(edition: Edition) -> None:
    one, two, three = (make_unit(name) for name in ("县城管局", "县教育局", "县妇联"))
    found = read(
        edition,
        ["编号", "责任分解", ""],
        ["", "牵头部门", "配合部门"],
        ["Ⅰ-1-1", "县城管局", "县教育局、县妇联\n各科室"],
        ["Ⅰ-1-2", "", "县妇联"],
        merged=((1, 2, 0, 0), (1, 1, 1, 2), (3, 4, 1, 1)),
    )
    assert [fault.cell for fault in found.faults] == ["C3"]
    assert [wish.answering["lead"] for wish in found.wishes] == [[(one.pk, None)], [(one.pk, None)]]
    assert found.wishes[0].answering["cooperating"] == [(two.pk, None), (three.pk, None)]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (["Ⅰ-1-1", "", "", "县林业局", ""], "D2: 单位名录里没有“县林业局”"),
        (["Ⅰ-1-1", "", "", "县城管局、县教育局", ""], "D2: 一条标准只有一个牵头单位"),
        (["Ⅰ-1-1", "", "", "县城管局", "县城管局"], "E2: “县城管局”在这一行写了两次"),
        (["Ⅸ-9", "", "", "", ""], "A2: 体系里没有编号“Ⅸ-9”的标准。"),
        (["", "没有的标准", "", "县城管局", ""], "A2: 体系里没有“没有的标准”这条标准。"),
        (["", "", "", "县城管局", ""], "A2: 没有写是哪一条标准。"),
        (["Ⅰ-1-1", "", "1", "", ""], "C2: 这条标准要 0 份材料，没有第“1”份。"),
        (["", "", "", "", ""], ": 表头下面没有标准。"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(edition: Edition, row: list[str], fault: str) -> None:
    make_unit("县城管局"), make_unit("县教育局")
    assert any(one.startswith(fault) for one in told(edition, row)), told(edition, row)


def test_a_standard_twice_and_likely_names(edition: Edition) -> None:
    make_unit("县市场监督管理局")
    assert told(edition, ["Ⅰ-1-1", "", "", "", ""], ["Ⅰ-1-1", "", "", "", ""]) == [
        "A3: 与第 2 行是同一条，请合成一行。"
    ]
    assert "是不是：县市场监督管理局" in told(edition, ["Ⅰ-1-1", "", "", "市场管理办公室局", ""])[0]


def test_a_sheet_without_our_columns(edition: Edition) -> None:
    assert "没有找到“编号”或“测评标准”这一列" in read(edition, ["甲", "乙"]).faults[0].words


def test_the_office_s_own_columns(edition: Edition) -> None:
    due = edition.columns.create(name="完成时限", kind=ColumnKind.DATE, position=1)
    leader = edition.columns.create(name="责任领导", position=2)
    heads = ["编号", "完成时限", "责任领导", "经费"]
    found = read(edition, heads, ["Ⅰ-1-1", "2026年3月5日", "李副县长", "5万"], ["Ⅰ-1-2", "月底", "长" * 501, ""])
    assert found.wishes[0].entries == {due.pk: "2026-03-05", leader.pk: "李副县长"}
    assert [fault.cell for fault in found.faults] == ["B3", "C3"]
    assert found.ignored == ("经费",)


def test_whoever_answers_now_is_known_by_the_name_in_the_table(edition: Edition, office: User) -> None:
    unit = make_unit("县广播电视局")
    place = (item(edition, "Ⅰ-1-1").pk, 0)
    assign(edition=edition, places=[place], to=unit, role=AssignmentRole.LEAD, by=office, at=NOON)
    Unit.objects.filter(pk=unit.pk).update(dissolved_on=NOON.date())
    found = read(edition, HEADS, ["Ⅰ-1-1", "", "", "县广播电视局", ""])
    assert found.faults == []
    assert differences(edition, found.wishes).count == 0
