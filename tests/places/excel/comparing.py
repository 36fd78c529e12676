"""Directories and tables in plain values, compared without a database."""

from collections.abc import Sequence
from datetime import date

from tests.places.excel.making import cells
from wenming.places.excel.comparing import compare
from wenming.places.excel.found import Compared
from wenming.places.excel.standing import AreaFacts, ClassFacts, Standing, UnitFacts
from wenming.places.excel.tables import tables_of
from wenming.places.reach import Scope

TODAY = date(2026, 3, 5)
AREAS = {
    1: AreaFacts("松江省", "province", "420000"),
    2: AreaFacts("临江市", "city", "420200", 1),
    3: AreaFacts("青禾县", "county", "420222", 2),
    4: AreaFacts("云桥镇", "town", "420222101", 3),
    5: AreaFacts("白塔县", "county", "", 2),
    6: AreaFacts("云桥镇", "town", "", 5),
}
UNITS = {
    1: UnitFacts("青禾县教育局", "县教育局", "government", 3, "", "", frozenset(), frozenset({"教育局"})),
    2: UnitFacts("青禾县第一中学", "县一中", "school", 3, "91350100M000100Y43", "", frozenset({1})),
    3: UnitFacts("青禾县广播站", "县广播站", "institution", 3, "", "2025-01-01"),
    4: UnitFacts("白塔县教育局", "白塔教育局", "government", 5),
}
CLASSES = {1: ClassFacts("各学校", frozenset({"school"}), None, frozenset(), frozenset({"所有学校"}))}
STANDING = Standing(AREAS, UNITS, CLASSES, {}, 3)
EVERYWHERE = Scope(everywhere=True)
COUNTY = Scope(areas=frozenset({3, 4}), above=frozenset({1, 2}))

Rows = Sequence[Sequence[str]]


def found(*sheets: tuple[str, Rows], scope: Scope = EVERYWHERE, standing: Standing = STANDING) -> Compared:
    """What comes of comparing sheets: their names, and their rows with the heads first."""
    tables = tables_of([cells(name, *rows) for name, rows in sheets])
    return compare(tables, standing, scope, today=TODAY, tick=lambda: None)


def faults(compared: Compared) -> list[tuple[object, object]]:
    """The cells that are not right, each with its code."""
    return [(one.about.get("cell", ""), one.about["code"]) for one in compared.findings if one.what == "fault"]
