"""The pages: download, empty workbook, handing in, watching, applying, the workbook with its faults marked."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.places.excel import making
from tests.plans.making import make_area, make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.places.models import DirectoryImport, Unit

pytestmark = pytest.mark.django_db
GOOD = making.units(("", "青禾县体育局", "县体育局", "政府部门", "青禾县"))
BAD = making.units(("", "青禾县体育局", "县体育局", "局办", "青禾县"), ("", "青禾县民政局", "", "政府部门", "没有这里"))


@pytest.fixture
def me() -> User:
    return make_person()


@pytest.fixture
def office(me: User, client: Client) -> Client:
    make_area()
    client.force_login(me)
    return client


def send(client: Client, data: bytes, name: str = "名录.xlsx") -> HttpResponse:
    """Hand in a workbook."""
    return client.post("/units/excel/import/", {"file": SimpleUploadedFile(name, data)})  # type: ignore[return-value]


def compared(client: Client, data: bytes) -> str:
    """The address of an import that was compared."""
    address = str(send(client, data).headers["Location"])
    making.work(DirectoryImport.objects.get())
    return address


def words(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_the_directory_is_downloaded(office: Client) -> None:
    unit = make_unit("县教育局")
    unit.aliases.create(name="=1+1")
    answer = office.get("/units/excel/download/")
    book = making.opened(b"".join(answer))
    assert book.sheetnames == ["辖区", "单位", "单位类别", "说明"]
    row = next(row for row in book["单位"].iter_rows(values_only=True) if row[1] == unit.name)
    assert row[:7] == (str(unit.pk), "青禾县教育局", "县教育局", "政府部门", "青禾县", None, "=1+1")
    assert {cell.data_type for line in book["单位"] for cell in line} <= {"s", "n"}


def test_the_empty_workbook_offers_the_kinds(office: Client) -> None:
    book = making.opened(b"".join(office.get("/units/excel/empty/")))
    assert [cell.value for cell in book["单位"][1]] == list(making.UNIT_HEADS)
    offered = [rule.formula1 for rule in book["单位"].data_validations.dataValidation]
    assert any("政府部门" in rule for rule in offered)


def test_from_the_file_to_the_directory(office: Client) -> None:
    address = str(send(office, GOOD).headers["Location"])
    assert "hx-get" in words(office, address)
    assert "HX-Refresh" not in office.get(f"{address}progress/").headers
    making.work(DirectoryImport.objects.get())
    assert office.get(f"{address}progress/").headers["HX-Refresh"] == "true"
    assert "确认导入" in words(office, address)
    office.post(f"{address}apply/")
    making.work(DirectoryImport.objects.get())
    assert "已导入：新增 1 项，修改 0 项。" in words(office, address)
    assert Unit.objects.get(name="青禾县体育局").short == "县体育局"
    assert "已导入" in words(office, "/units/excel/")


def test_errors_are_told_by_cell_and_marked_in_the_file(office: Client) -> None:
    address = compared(office, BAD)
    page = words(office, address)
    assert "单位!D2" in page
    assert "“类型”里的“局办”不在清单里，可填：党委部门、" in page
    assert "确认导入" not in page
    office.post(f"{address}apply/")
    assert not Unit.objects.filter(name="青禾县体育局").exists()
    book = making.opened(b"".join(office.get(f"{address}marked/")))
    marked = {cell.coordinate: cell.comment.text for row in book["单位"] for cell in row if cell.comment}
    assert marked.keys() == {"D2", "E3"}
    assert "没有“没有这里”这个辖区" in marked["E3"]
    assert book["单位"]["B3"].value == "青禾县民政局"


def test_what_changes_is_shown_field_by_field(office: Client) -> None:
    unit = make_unit("县教育局")
    address = compared(office, making.units((unit.pk, "青禾县教体局"), heads=("编号", "全称")))
    page = words(office, address)
    assert "<del>" in page
    assert "青禾县教体局" in page


def test_a_file_of_another_kind_is_refused_at_the_field(office: Client) -> None:
    answer = send(office, b"hello", "名录.txt")
    assert answer.status_code == 422
    assert "请选择 Excel 文件" in answer.content.decode()
    assert not DirectoryImport.objects.exists()


def test_what_was_cancelled_can_be_compared_again_or_given_up(office: Client) -> None:
    address = str(send(office, GOOD).headers["Location"])
    office.post(f"{address}cancel/")
    assert "已经取消" in words(office, address)
    office.post(f"{address}again/")
    making.work(DirectoryImport.objects.get())
    assert "确认导入" in words(office, address)
    office.post(f"{address}discard/")
    assert not DirectoryImport.objects.exists()


def test_what_was_applied_stays(office: Client) -> None:
    address = compared(office, GOOD)
    office.post(f"{address}apply/")
    making.work(DirectoryImport.objects.get())
    for act in ("discard", "again", "apply"):
        office.post(f"{address}{act}/")
    assert DirectoryImport.objects.get().applied_at


def test_a_damaged_file_says_what_to_do(office: Client) -> None:
    address = compared(office, b"PK\x03\x04" + bytes(300))
    assert "换一份文件" in words(office, address)
    assert office.get(f"{address}marked/").status_code == 404


def test_nobody_sees_anothers_import(office: Client) -> None:
    address = compared(office, GOOD)
    office.force_login(make_person("许青"))
    assert office.get(address).status_code == 404
    assert office.post(f"{address}apply/").status_code == 404


def test_a_reader_downloads_but_hands_nothing_in(client: Client) -> None:
    client.force_login(make_person("周以宁", PostRole.LIAISON))
    page = words(client, "/units/excel/")
    assert "下载单位名录" in page
    assert "上传并核对" not in page
    assert send(client, GOOD).status_code == 404


def test_ever_so_many_findings_take_the_same_queries(
    office: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    rows = [("", f"青禾县第{n}局", "", "政府部门", "青禾县") for n in range(120)]
    address = compared(office, making.units(*rows))
    with django_assert_max_num_queries(14):
        assert "青禾县第60局" in words(office, f"{address}?show=new&page=2")


def test_english(office: Client) -> None:
    office.cookies["django_language"] = "en"
    book = making.opened(io.BytesIO(b"".join(office.get("/units/excel/download/"))).getvalue())
    one = DirectoryImport
    data = io.BytesIO()
    book.save(data)
    address = compared(office, data.getvalue())
    assert not one.objects.get().findings.exists(), words(office, address)
