import pytest

from tests.reading.files.making import ods, ods_cell, package, xlsx
from wenming.reading.files.package import Package
from wenming.reading.files.sheet_looks import Look, look_of, merged_in_ods, read_looks


@pytest.mark.parametrize(
    ("code", "look"),
    [
        ("0%", Look.PERCENT),
        ("0.00%;[Red]-0.00%", Look.PERCENT),
        ('0"%"', None),
        ('yyyy"年"m"月"', Look.MONTH),
        ("[$-804]yyyy\\年m\\月", Look.MONTH),
        ("mmm-yy", Look.MONTH),
        ('m"月"d"日"', Look.DAY_OF_YEAR),
        ("d-mmm", Look.DAY_OF_YEAR),
        ('yyyy"年"m"月"d"日"', None),
        ("yyyy/m/d;@", None),
        ("h:mm", None),
        ("m:ss", None),
        ("yyyy", None),
        ("General", None),
        ("0.00", None),
        ("", None),
    ],
)
def test_the_look_of_a_number_format(code: str, look: Look | None) -> None:
    assert look_of(code) is look


SENSELESS = 'table:number-rows-spanned="x"'
STYLES = (
    '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="0%"/></numFmts><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="176"/>'
    '<xf numFmtId="57"/><xf numFmtId="x"/><xf/></cellXfs></styleSheet>'
)


def test_looks_by_place() -> None:
    cells = '<c r="A1" s="0"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="AA3" s="2"><v>1</v></c><c r="?" s="1"/>'
    cells += '<c r="C1" s="1" t="s"><v>0</v></c><c s="1"/><c r="D1" s="99"/>'
    data = xlsx(f"<row>{cells}</row>", styles=STYLES)
    assert read_looks(Package(data)) == {"清单": {(0, 1): Look.PERCENT, (2, 26): Look.MONTH}}


@pytest.mark.parametrize("members", [{"a.xml": "<a/>"}, {"xl/styles.xml": "<a/>", "xl/workbook.xml": "<a/>"}])
def test_packages_without_looks(members: dict[str, str]) -> None:
    assert read_looks(Package(package(members))) == {}


def test_merged_ranges_of_ods() -> None:
    span = 'table:number-rows-spanned="2" table:number-columns-spanned="3"'
    rows = (
        '<table:table-row table:number-rows-repeated="4"/><table:table-row>'
        f'<table:table-cell table:number-columns-repeated="2"/>{ods_cell("甲", span)}</table:table-row>'
        f"<table:table-row>{ods_cell('乙', SENSELESS)}</table:table-row>"
    )
    assert merged_in_ods(Package(ods(rows))) == {"清单": [((4, 2), (5, 4))]}
    assert merged_in_ods(Package(package({"a.xml": "<a/>"}))) == {}
