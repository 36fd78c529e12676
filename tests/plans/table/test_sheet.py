"""The table as Excel, read back by another library and held against the page."""

from datetime import date
from io import BytesIO
from urllib.parse import unquote

import openpyxl
import pytest
from django.test import Client
from django.utils import translation
from lxml import html
from openpyxl.worksheet.worksheet import Worksheet

from tests.plans.making import Says, make_class, make_unit, make_version
from wenming.places.models import UnitKind
from wenming.plans.models import PlanVersion
from wenming.plans.table.filters import Filters, View
from wenming.plans.table.selection import select
from wenming.plans.table.sheet import excel
from wenming.plans.terms import Json
from wenming.reading.model import Role, TermKind

pytestmark = pytest.mark.django_db

WEEKLY: Json = {"min": 2, "max": None, "unit": "次", "every": 1, "period": "week"}
MONTHLY: Json = {"min": 1, "max": None, "unit": "次", "every": 1, "period": "month"}
TEN: Json = {"min": 10, "max": None, "unit": "个"}
Row = dict[str, object]


@pytest.fixture
def version() -> PlanVersion:
    for name in ("书院社区", "河滨社区"):
        make_unit(name, UnitKind.COMMUNITY)
    communities = make_class("各社区", [UnitKind.COMMUNITY])
    education, streets = make_unit("县教育局"), make_unit("县城管局")
    return make_version(
        Says(
            "开好家长课堂",
            "按月检查，办课十个。",
            path=("重点任务", "校园"),
            duties=[("教育局", Role.LEAD, education), ("各社区", Role.COOPERATING, communities)],
            terms=[("按月", TermKind.FREQUENCY, MONTHLY), ("十个", TermKind.QUANTITY, TEN)],
        ),
        Says(
            "修好路灯",
            "六月底前完工，三月起每周巡查2次。",
            path=("重点任务", "街巷"),
            duties=[("城管局", Role.RESPONSIBLE, streets), ("某公司", Role.COOPERATING, None)],
            terms=[
                ("六月底前", TermKind.DATE, {"from": None, "to": "2026-06"}),
                ("每周", TermKind.FREQUENCY, WEEKLY),
                ("三月起", TermKind.DATE, {"from": "2026-03", "to": None}),
            ],
        ),
        Says("公布清单", path=("组织领导",), duties=[("城管局", Role.SUPERVISING, streets)]),
    )


@pytest.fixture
def office(client: Client, version: PlanVersion) -> Client:
    client.force_login(version.uploaded_by)
    return client


def sheet_of(version: PlanVersion, view: View = View.MEASURE, title: str = "方案") -> Worksheet:
    book = openpyxl.load_workbook(BytesIO(excel(select(version, Filters(view=view)), title=title)))
    return book.worksheets[0]


def rows_of(sheet: Worksheet) -> list[Row]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def downloaded(office: Client, version: PlanVersion, query: str) -> list[Row]:
    response = office.get(f"/plans/{version.plan_id}/table/excel/?{query}")
    return rows_of(openpyxl.load_workbook(BytesIO(response.getvalue())).worksheets[0])


def printed(office: Client, version: PlanVersion, query: str) -> list[Row]:
    """The rows of the printable page by the heads of its columns, with the heading that each stands under."""
    page = html.fromstring(office.get(f"/plans/{version.plan_id}/table/print/?{query}").content.decode())
    heads = [words(cell) for cell in page.xpath("//table//thead/tr[last()]/th")]
    rows: list[Row] = []
    group = ""
    for line in page.xpath("//table//tbody/tr"):
        if line.get("class") == "group":
            group = words(line)
        else:
            rows.append({"group": group, **dict(zip(heads, map(words, line), strict=True))})
    return rows


def words(element: html.HtmlElement) -> str:
    """The words of a cell without the measure's number, parted as in a sheet."""
    text = "".join(element.xpath('.//text()[not(ancestor::*[@class="ordinal"])]'))
    return " ".join(text.split()).replace("，", "；").replace(" › ", " / ")


def as_printed(value: object) -> str:
    return f"{value:%Y-%m-%d}" if isinstance(value, date) else str(value or "")


@pytest.mark.parametrize("filters", ["", "q=路灯", "role=cooperating", "term=date", "chapter=重点任务", "lack=date"])
@pytest.mark.parametrize("view", [view.value for view in View])
def test_its_rows_are_those_of_the_page(office: Client, version: PlanVersion, view: str, filters: str) -> None:
    query = f"by={view}&{filters}"
    sheet, page = downloaded(office, version, query), printed(office, version, query)
    assert len(sheet) == len(page)
    for ours, theirs in zip(sheet, page, strict=True):
        shared = ours.keys() & theirs.keys() - {"角色", "到期"}
        assert len(shared) >= 5
        grouped_by = ours.get("单位") or ours.get("周期") or ours["章节"]
        assert view == "date" or str(theirs["group"]).startswith(str(grouped_by))
        assert {head: as_printed(ours[head]) for head in shared} == {head: theirs[head] for head in shared}


def test_a_unit_and_a_month_that_are_asked_for_leave_the_rest_out(office: Client, version: PlanVersion) -> None:
    community = make_unit("书院社区")
    [row] = downloaded(office, version, f"by=unit&who=unit-{community.pk}")
    assert (row["单位"], row["角色"], row["备注"], row["措施"]) == ("书院社区", "配合", "通过“各社区”", "开好家长课堂")
    [row] = downloaded(office, version, "by=date&month=2026-06")
    assert (row["月份"], as_printed(row["到期"])) == ("2026-06", "2026-06-30")


def test_by_measure_it_has_the_words_of_the_table(version: PlanVersion) -> None:
    first, second, third = rows_of(sheet_of(version))
    assert (first["序号"], first["章节"], first["措施"]) == (1, "重点任务 / 校园", "开好家长课堂")
    assert (first["牵头单位"], first["责任单位"], first["目标"]) == ("教育局", None, "办课十个")
    assert (second["时限"], second["督查单位"], third["督查单位"]) == ("2026年6月底前；2026年3月起", None, "城管局")
    assert "按月检查" in str(first["原文"])


def test_by_unit_every_row_names_its_unit_and_why_it_is_there(version: PlanVersion) -> None:
    told = [(row["单位"], row["角色"], row["序号"], row["备注"]) for row in rows_of(sheet_of(version, View.UNIT))]
    assert told == [
        ("县教育局", "牵头", 1, None),
        ("县城管局", "责任", 2, None),
        ("县城管局", "督查", 3, None),
        ("书院社区", "配合", 1, "通过“各社区”"),
        ("河滨社区", "配合", 1, "通过“各社区”"),
        ("某公司", "配合", 2, "单位名录里没有"),
    ]


def test_by_date_days_are_days_that_excel_can_sort(version: PlanVersion) -> None:
    rows = rows_of(sheet_of(version, View.DATE))
    assert [(row["月份"], as_printed(row["开始"]), as_printed(row["到期"])) for row in rows] == [
        ("2026-03", "2026-03-01", ""),
        ("2026-06", "", "2026-06-30"),
    ]
    assert isinstance(rows[0]["开始"], date)


def test_a_date_that_means_no_day_has_no_month(version: PlanVersion) -> None:
    version.measures.get(title="公布清单").terms.create(
        kind=TermKind.DATE, value={"from": None, "to": "0000-06"}, start=0, end=1
    )
    last = rows_of(sheet_of(version, View.DATE))[-1]
    assert (last["措施"], last["月份"], last["到期"]) == ("公布清单", None, None)


def test_by_frequency_every_row_has_its_period(version: PlanVersion) -> None:
    rows = rows_of(sheet_of(version, View.FREQUENCY))
    assert [(row["周期"], row["频次"], row["措施"]) for row in rows] == [
        ("每周", "每周巡查2次", "修好路灯"),
        ("每月", "按月检查", "开好家长课堂"),
    ]


@pytest.mark.parametrize("view", list(View))
def test_it_is_ready_to_filter_and_to_print(version: PlanVersion, view: View) -> None:
    sheet = sheet_of(version, view)
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}"
    assert not sheet.merged_cells.ranges
    assert all(row[0].value is not None for row in sheet.iter_rows())
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
    assert (sheet.print_title_rows, sheet.page_setup.fitToHeight) == ("$1:$1", 0)  # one page wide, as many as it takes
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddHeader.center.text.endswith("方案")


@pytest.mark.parametrize("view", list(View))
def test_words_are_never_a_formula(view: View) -> None:
    formula = "=HYPERLINK(1)"
    version = make_version(
        Says(
            formula,
            formula,
            path=(formula,),
            duties=[(formula, Role.LEAD, None)],
            terms=[
                (formula, TermKind.FREQUENCY, {"min": 1, "max": None, "unit": formula, "every": 1, "period": "day"}),
                (formula, TermKind.DATE, {"from": None, "to": "2026"}),
                (formula, TermKind.COVERAGE, {"each": formula, "min": None}),
            ],
        )
    )
    cells = [cell for row in sheet_of(version, view, title=formula).iter_rows(min_row=2) for cell in row]
    assert formula in {cell.value for cell in cells}
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]


@pytest.mark.parametrize(
    ("query", "name"),
    [("", "青禾县 2026年方案 责任分解表（按措施）"), ("by=unit", "青禾县 2026年方案 责任分解表（按单位）")],
)
def test_the_file_is_called_by_plan_and_face(office: Client, version: PlanVersion, query: str, name: str) -> None:
    version.plan.title = "青禾县/2026年方案"
    version.plan.save()
    response = office.get(f"/plans/{version.plan_id}/table/excel/?{query}")
    assert f"{name}.xlsx" in unquote(response["Content-Disposition"])


def test_it_speaks_the_readers_language(version: PlanVersion) -> None:
    with translation.override("en"):
        sheet = sheet_of(version, View.UNIT)
    assert (sheet.title, sheet["A1"].value, sheet["B2"].value) == ("By unit", "Unit", "Lead")
