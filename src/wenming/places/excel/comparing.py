"""Comparing a whole workbook with the directory: areas first, then units, then classes."""

from datetime import date

from wenming.places.excel.areas import compare_areas
from wenming.places.excel.cells import Around, names_of
from wenming.places.excel.classes import compare_classes
from wenming.places.excel.columns import AREAS, CLASSES, SHEETS, UNITS
from wenming.places.excel.found import Compared, One, Tick
from wenming.places.excel.lookup import Areas
from wenming.places.excel.standing import Standing
from wenming.places.excel.tables import Table, Tables
from wenming.places.excel.units import compare_units
from wenming.places.models import Found
from wenming.places.reach import Scope


def compare(tables: Tables, standing: Standing, scope: Scope, *, today: date, tick: Tick) -> Compared:
    """What the workbook would change, for somebody whose right reaches as far as ``scope``; ``tick`` at each row."""
    compared = Compared()
    if not tables.tables:
        compared.findings.append(One(Found.FAULT, UNITS, 0, "", {"code": "no_sheet", "gaps": {}}))
    whole = {key: table for key in SHEETS if (table := tables.tables.get(key)) and _is_whole(table, compared)}
    areas = Areas(standing.areas)
    if AREAS in whole:
        compare_areas(whole[AREAS], standing, compared, areas, scope, tick)
    names = names_of(standing, {})
    if UNITS in whole:
        names = compare_units(Around(whole[UNITS], standing, compared, areas, scope, today), tick)
    if CLASSES in whole:
        compare_classes(Around(whole[CLASSES], standing, compared, areas, scope, today), names, tick)
    return compared


def _is_whole(table: Table, compared: Compared) -> bool:
    for column in table.missing:
        compared.fault(table, None, column, "no_column")
    return not table.missing
