"""Findings and their counts."""

from tests.places.excel.making import cells
from wenming.places.excel.found import Compared
from wenming.places.excel.tables import tables_of


def test_counts() -> None:
    compared, table = Compared(), tables_of([cells("单位", ("全称",), ("甲",), ("乙",))]).tables["units"]
    compared.new(table, table.rows[0], "甲")
    compared.changed(table, table.rows[1], "乙", {"short": ("乙", "丙")})
    compared.same["units"] += 3
    before = compared.is_right
    compared.fault(table, table.rows[1], "name", "name_taken", value="乙")
    assert (before, compared.is_right) == (True, False)
    assert compared.counts() == {"units": {"new": 1, "changed": 1, "fault": 1, "same": 3}}
    assert compared.findings[-1].about == {
        "code": "name_taken",
        "column": "name",
        "cell": "A3",
        "sheet": "单位",
        "gaps": {"value": "乙"},
    }
