"""Comparing the sheet 单位类别 with the directory; the rules are those of adding and changing one class."""

from collections.abc import Mapping
from dataclasses import replace

from wenming.places.excel.cells import (
    Around,
    Names,
    aliases_in,
    area_in,
    kinds_by_word,
    kinds_in,
    name_in,
    units_in,
)
from wenming.places.excel.columns import CLASSES
from wenming.places.excel.found import Said, Tick
from wenming.places.excel.standing import ClassFacts, UnitFacts
from wenming.places.excel.tables import Row
from wenming.rules.seen import one_line

_NONE = ClassFacts("")


def compare_classes(around: Around, names: Names, tick: Tick) -> None:
    """Find what the sheet changes; a class is known by its name."""
    keys = {unit_class.name: key for key, unit_class in around.standing.classes.items()}
    kinds, units = kinds_by_word(), names.new
    first: dict[str, int] = {}
    wishes: list[tuple[Row, ClassFacts]] = []
    for row in around.table.rows:
        tick()
        name = name_in(around, row)
        if name in units:
            around.fault(row, "name", "name_taken", value=name)
        if first.setdefault(name, row.number) != row.number:
            around.fault(row, "name", "twice", other=first[name])
        wishes.append((row, _wish(around, keys.get(name), row, (names, kinds))))
    faulty, compared = around.faulty_rows(), {**around.standing.units, **around.compared.units}
    for row, wish in wishes:
        if row.number not in faulty:
            _settle(around, keys.get(wish.name, -row.number), row, wish, (names, compared))


def _wish(around: Around, key: int | None, row: Row, known: tuple[Names, Mapping[str, str]]) -> ClassFacts:
    names, kinds = known
    wish = replace(around.standing.classes.get(key or 0, _NONE), name=one_line(row.values["name"]))
    if "kinds" in row.values:
        wish = replace(wish, kinds=kinds_in(around, row, kinds))
    if "area" in row.values:
        is_given = bool(one_line(row.values["area"]))
        wish = replace(wish, area=(area_in(around, row, 0) or wish.area) if is_given else None)
    if "members" in row.values:
        wish = replace(wish, members=units_in(around, row, "members", names, wish.members))
    if "aliases" in row.values:
        wish = replace(wish, aliases=aliases_in(around, row))
    if not wish.kinds and not wish.members:
        around.fault(row, "members", "nobody_in_class")
    return wish


_Units = Mapping[int, UnitFacts]


def _settle(around: Around, key: int, row: Row, wish: ClassFacts, known: tuple[Names, _Units]) -> None:
    names, units = known
    old = around.standing.classes.get(key)
    if old == wish:
        around.compared.same[CLASSES] += 1
        return
    if column := _out_of_reach(around, old, wish, units):
        around.fault(row, column, "out_of_reach")
        return
    around.compared.classes[key] = wish
    if old is None:
        around.compared.new(around.table, row, wish.name)
        return
    before, after = _said(around, old, names), _said(around, wish, names)
    fields = {field: (before[field], after[field]) for field in before if before[field] != after[field]}
    around.compared.changed(around.table, row, old.name, fields)


def _out_of_reach(around: Around, old: ClassFacts | None, wish: ClassFacts, units: _Units) -> str:
    """The column that says something where the person's right does not reach; empty where it reaches."""
    scope, areas, home = around.scope, around.areas, around.standing.home
    if scope.everywhere:
        return ""
    if old and not scope.holds(area=old.area or home):
        return "name"
    if not areas.lies_in(wish.area or home, scope.areas):
        return "area"
    new = wish.members - (old.members if old else frozenset())
    if all(one in scope.units or areas.lies_in(units[one].area, scope.areas) for one in new):
        return ""
    return "members"


def _said(around: Around, one: ClassFacts, names: Names) -> dict[str, Said]:
    return {
        "name": one.name,
        "kinds": sorted(one.kinds),
        "area": around.areas.path(one.area),
        "members": sorted(names.called[key] for key in one.members),
        "aliases": sorted(one.aliases),
    }
