"""Comparing the sheet 辖区 with the tree of areas; the rules are those of adding and changing one area."""

from collections import Counter
from collections.abc import Mapping

from wenming.places.excel.columns import AREAS, choices_by_word, plain
from wenming.places.excel.found import Compared, Said, Tick
from wenming.places.excel.lookup import Areas
from wenming.places.excel.standing import AreaFacts, Standing
from wenming.places.excel.tables import Row, Table
from wenming.places.models import AreaKind
from wenming.places.reach import Scope
from wenming.rules.codes import Level, area_code, area_code_fault
from wenming.rules.seen import one_line

LONGEST_NAME = 60  # characters, as Area.name
_RANKS = {kind.value: rank for rank, kind in enumerate(AreaKind)}


class _Sheet:
    """One comparison: the table, what is found, and the areas as they come to stand."""

    def __init__(self, table: Table, standing: Standing, compared: Compared, areas: Areas, scope: Scope) -> None:
        self.table, self.standing, self.compared, self.areas, self.scope = table, standing, compared, areas, scope
        self.kinds = choices_by_word(AreaKind)
        self.rows: dict[int, Row] = {}

    def fault(self, row: Row, column: str, code: str, **about: object) -> None:
        """Something is not right in a cell of this sheet."""
        self.compared.fault(self.table, row, column, code, **about)


def compare_areas(table: Table, standing: Standing, compared: Compared, areas: Areas, scope: Scope, tick: Tick) -> None:
    """Find what the sheet changes; ``areas`` knows afterwards also those that it brings."""
    sheet = _Sheet(table, standing, compared, areas, scope)
    ranked = sorted(table.rows, key=lambda row: _RANKS.get(_kind(sheet, row), 0))  # the larger come first
    for row in ranked:
        tick()
        _compare(sheet, row)
    _check_codes(sheet)
    _check_below(sheet)


def _kind(sheet: _Sheet, row: Row) -> str:
    return sheet.kinds.get(plain(row.values["kind"]), "")


def _compare(sheet: _Sheet, row: Row) -> None:
    name, kind = one_line(row.values["name"]), _kind(sheet, row)
    if not name or len(name) > LONGEST_NAME or "/" in name:
        code = "required" if not name else "too_long" if len(name) > LONGEST_NAME else "slash"
        return sheet.fault(row, "name", code, limit=LONGEST_NAME)
    if not kind:
        given = one_line(row.values["kind"])
        return sheet.fault(row, "kind", "not_in_list" if given else "required", value=given)
    above = one_line(row.values["parent"])
    found = sheet.areas.found(above) if above else []
    if above and len(found) != 1:
        return sheet.fault(row, "parent", "area_unclear" if found else "no_area", value=above)
    return _place(sheet, row, name, AreaKind(kind), found[0] if found else None)


def _place(sheet: _Sheet, row: Row, name: str, kind: AreaKind, parent: int | None) -> None:
    areas, code = sheet.areas, area_code(row.values.get("code", ""), Level(kind))
    key = areas.below(parent, name)
    if key is None and code:
        key = areas.by_code(code)
    key = -row.number if key is None else key
    if key in sheet.rows:
        return sheet.fault(row, "name", "twice", other=sheet.rows[key].number)
    if parent is not None and _RANKS[areas.facts[parent].kind] >= _RANKS[kind]:
        return sheet.fault(row, "parent", "wrong_place", kind=kind.value, above=areas.facts[parent].name)
    sheet.rows[key] = row
    old = sheet.standing.areas.get(key)
    code = code if "code" in row.values or old is None else old.code
    return _settle(sheet, row, key, AreaFacts(name, kind.value, code, parent))


def _settle(sheet: _Sheet, row: Row, key: int, wish: AreaFacts) -> None:
    old = sheet.standing.areas.get(key)
    if old == wish:
        sheet.compared.same[AREAS] += 1
        return None
    if not _reaches(sheet, key, old, wish):
        return sheet.fault(row, "parent" if old is None else "name", "out_of_reach")
    if not _code_fits(sheet, row, wish):
        return None
    said = _said(sheet.areas, old) if old else {}
    sheet.areas.put(key, wish)
    sheet.compared.areas[key] = wish
    if old is None:
        sheet.compared.new(sheet.table, row, wish.name)
    else:
        new = _said(sheet.areas, wish)
        fields = {field: (value, new[field]) for field, value in said.items() if value != new[field]}
        sheet.compared.changed(sheet.table, row, old.name, fields)
    return None


def _reaches(sheet: _Sheet, key: int, old: AreaFacts | None, wish: AreaFacts) -> bool:
    scope, areas = sheet.scope, sheet.areas
    if scope.everywhere or not sheet.standing.areas:
        return True
    into = old is not None and old.parent == wish.parent
    return (old is None or key in scope.areas) and (into or areas.lies_in(wish.parent, scope.areas))


def _code_fits(sheet: _Sheet, row: Row, wish: AreaFacts) -> bool:
    above = _nearest_with_code(sheet.areas.facts, wish.parent)
    return _fits(sheet, row, wish, above, "code", {})


def _fits(
    sheet: _Sheet, row: Row, area: AreaFacts, above: AreaFacts | None, column: str, about: Mapping[str, str]
) -> bool:
    level = Level(above.kind) if above else None
    wrong = area_code_fault(area.code, Level(area.kind), above.code if above else "", level) if area.code else None
    if wrong:
        gaps = {"wrong": wrong.wrong.value, "expected": wrong.expected, "found": wrong.found, "kind": area.kind}
        sheet.fault(row, column, "area_code", **gaps, above=above.name if above else "", **about)
    return wrong is None


def _nearest_with_code(areas: Mapping[int, AreaFacts], key: int | None) -> AreaFacts | None:
    while key is not None and not areas[key].code:
        key = areas[key].parent
    return areas[key] if key is not None else None


def _check_codes(sheet: _Sheet) -> None:
    """No two areas come to have one code, or one name below the same area."""
    final = sheet.areas.facts
    codes = Counter(area.code for area in final.values() if area.code)
    names = Counter((area.parent, area.name) for area in final.values())
    for key, wish in sheet.compared.areas.items():
        if codes[wish.code] > 1:
            sheet.fault(sheet.rows[key], "code", "area_code_taken", value=wish.code)
        if names[wish.parent, wish.name] > 1:
            sheet.fault(sheet.rows[key], "name", "name_taken", value=wish.name)


def _check_below(sheet: _Sheet) -> None:
    """What stands below a changed area has to fit as well."""
    final = sheet.areas.facts
    for key, child in final.items():
        above = child.parent
        if key in sheet.compared.areas or above not in sheet.compared.areas:
            continue
        row = sheet.rows[above]
        if _RANKS[final[above].kind] >= _RANKS[child.kind]:
            sheet.fault(row, "kind", "below_unfit", below=child.name)
        else:
            _fits(sheet, row, child, _nearest_with_code(final, above), "code", {"below": child.name})


def _said(areas: Areas, area: AreaFacts) -> dict[str, Said]:
    return {"code": area.code, "name": area.name, "kind": area.kind, "parent": areas.path(area.parent)}
