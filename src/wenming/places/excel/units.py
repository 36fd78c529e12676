"""Comparing the sheet 单位 with the directory; the rules are those of adding, correcting and renaming one unit."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from wenming.places.excel.cells import (
    Around,
    Names,
    aliases_in,
    area_in,
    day_in,
    kind_in,
    kinds_by_word,
    name_in,
    names_of,
    units_in,
)
from wenming.places.excel.columns import UNITS
from wenming.places.excel.found import Said, Tick
from wenming.places.excel.standing import Standing, UnitFacts
from wenming.places.excel.tables import Row
from wenming.places.models import SHORT_NAME_LENGTH
from wenming.rules.codes import credit_code, credit_code_fault
from wenming.rules.seen import one_line

_LONGEST_NUMBER = 18  # digits of a key that a database can hold
_NOBODY = UnitFacts("", "", "", 0)


def compare_units(around: Around, tick: Tick) -> Names:
    """Find what the sheet changes; returns the names by which its units, and all others, are called then."""
    rows = _identified(around)
    names = names_of(around.standing, {key: one_line(row.values["name"]) for key, row in rows.items()})
    kinds = kinds_by_word()
    wishes: dict[int, UnitFacts] = {}
    for key, row in rows.items():
        tick()
        wishes[key] = _wish(around, key, row, names, kinds)
    _check_once(around, rows, wishes)
    _check_rings(around, rows, wishes)
    faulty = around.faulty_rows()
    for key, row in rows.items():
        if row.number not in faulty:
            _settle(around, key, row, wishes[key], names)
    return names


def _identified(around: Around) -> dict[int, Row]:
    """The rows by the unit each is of: by its number, else by its full name, else by its credit code."""
    units = around.standing.units
    names = {unit.name: key for key, unit in units.items()}
    codes = {unit.credit_code: key for key, unit in units.items() if unit.credit_code}
    claimed = {key for row in around.table.rows if (key := _number(row)) in units}
    found: dict[int, Row] = {}
    for row in around.table.rows:
        given, key = one_line(row.values.get("key", "")), _number(row)
        if given and key not in units:
            around.fault(row, "key", "no_such_number", value=given)
            continue
        if key is None:
            same = names.get(one_line(row.values["name"])) or codes.get(credit_code(row.values.get("credit_code", "")))
            key = same if same is not None and same not in claimed else -row.number
        if key in found:
            around.fault(row, "key" if given else "name", "twice", other=found[key].number)
        else:
            found[key] = row
    return found


def _number(row: Row) -> int | None:
    given = one_line(row.values.get("key", ""))
    return int(given) if given.isascii() and given.isdigit() and len(given) <= _LONGEST_NUMBER else None


def _wish(around: Around, key: int, row: Row, names: Names, kinds: Mapping[str, str]) -> UnitFacts:
    """The unit as the row would have it; what is not right is told."""
    old = around.standing.units.get(key, _NOBODY)
    wish = replace(
        old,
        name=name_in(around, row),
        kind=kind_in(around, row, old.kind, kinds),
        area=area_in(around, row, old.area),
    )
    if "short" in row.values or old is _NOBODY:
        wish = replace(wish, short=_short(around, row, wish.name))
    if "credit_code" in row.values:
        wish = replace(wish, credit_code=_credit_code(around, row))
    if "dissolved_on" in row.values:
        wish = replace(wish, dissolved_on=_dissolved(around, row, old.dissolved_on))
    if "parents" in row.values:
        wish = replace(wish, parents=units_in(around, row, "parents", names, old.parents))
    if "aliases" in row.values:
        wish = replace(wish, aliases=aliases_in(around, row))
    return replace(wish, aliases=wish.aliases | _former(around.standing, key, wish))


def _short(around: Around, row: Row, name: str) -> str:
    short = one_line(row.values.get("short", "")) or name
    if len(short) > SHORT_NAME_LENGTH:
        around.fault(row, "short", "too_long", limit=SHORT_NAME_LENGTH)
    return short


def _credit_code(around: Around, row: Row) -> str:
    code = credit_code(row.values["credit_code"])
    wrong = credit_code_fault(code) if code else None
    if wrong:
        about = {"wrong": wrong.wrong.value, "expected": wrong.expected, "found": wrong.found, "place": wrong.place}
        around.fault(row, "credit_code", "credit_code", **about)
    return code


def _dissolved(around: Around, row: Row, old: str) -> str:
    given = one_line(row.values["dissolved_on"])
    day = day_in(given)
    said = day.isoformat() if day else ""
    if given and day is None:
        around.fault(row, "dissolved_on", "no_day", value=given)
    elif day and day > around.today:
        around.fault(row, "dissolved_on", "not_yet", value=said)
    elif old and old != said:
        around.fault(row, "dissolved_on", "stays_dissolved", value=old)
    return said


def _former(standing: Standing, key: int, wish: UnitFacts) -> frozenset[str]:
    """Names that the unit keeps: those it bore, which a workbook made before does not know, and those it bears now."""
    old = standing.units.get(key)
    if old is None:
        return frozenset()
    kept = standing.former.get(key, frozenset()) & old.aliases
    left = frozenset({old.name, old.short}) if wish.name != old.name else frozenset()
    return kept | (left - {wish.name, wish.short})


def _check_once(around: Around, rows: Mapping[int, Row], wishes: Mapping[int, UnitFacts]) -> None:
    """No two units come to have one name or one code, and none the name of a class."""
    others = [unit for key, unit in around.standing.units.items() if key not in wishes]
    names = Counter(unit.name for unit in (*others, *wishes.values()))
    names.update(one.name for one in around.standing.classes.values())
    codes = Counter(unit.credit_code for unit in (*others, *wishes.values()))
    for key, wish in wishes.items():
        if wish.name and names[wish.name] > 1:
            around.fault(rows[key], "name", "name_taken", value=wish.name)
        if wish.credit_code and codes[wish.credit_code] > 1:
            around.fault(rows[key], "credit_code", "credit_code_taken", value=wish.credit_code)


def _check_rings(around: Around, rows: Mapping[int, Row], wishes: Mapping[int, UnitFacts]) -> None:
    """No unit comes to stand above itself."""
    above = {key: unit.parents for key, unit in {**around.standing.units, **wishes}.items()}
    for key in in_rings(above):
        if key in wishes and wishes[key].parents != around.standing.units.get(key, _NOBODY).parents:
            around.fault(rows[key], "parents", "own_parent", value=wishes[key].name)


def in_rings(above: Mapping[int, frozenset[int]]) -> set[int]:
    """The keys that stand above themselves, or between two that do; in time that grows in step with the pairs."""
    left = _peeled(above)
    below: dict[int, set[int]] = {key: set() for key in left}
    for key in left:
        for parent in above[key] & left:
            below[parent].add(key)
    return _peeled(below)


def _peeled(above: "Mapping[int, frozenset[int]] | Mapping[int, set[int]]") -> set[int]:
    """What is left when those that nothing stands above are taken away, again and again."""
    waits = {key: sum(parent in above for parent in parents) for key, parents in above.items()}
    below: dict[int, list[int]] = {}
    for key, parents in above.items():
        for parent in parents:
            below.setdefault(parent, []).append(key)
    free = [key for key, count in waits.items() if not count]
    while free:
        for key in below.get(free.pop(), ()):
            waits[key] -= 1
            if not waits[key]:
                free.append(key)
    return {key for key, count in waits.items() if count}


def _settle(around: Around, key: int, row: Row, wish: UnitFacts, names: Names) -> None:
    old = around.standing.units.get(key)
    if old == wish:
        around.compared.same[UNITS] += 1
        return
    reached = around.scope.holds(area=old.area, unit=key) if old else True
    moved = old is None or old.area != wish.area
    if not reached or (moved and not _reaches(around, wish.area)):
        around.fault(row, "area" if reached else "name", "out_of_reach")
        return
    around.compared.units[key] = wish
    if old is None:
        around.compared.new(around.table, row, wish.name)
        return
    before, after = _said(around, old, names), _said(around, wish, names)
    fields = {field: (before[field], after[field]) for field in before if before[field] != after[field]}
    around.compared.changed(around.table, row, old.name, fields)


def _reaches(around: Around, area: int) -> bool:
    return around.scope.everywhere or around.areas.lies_in(area, around.scope.areas)


def _said(around: Around, unit: UnitFacts, names: Names) -> dict[str, Said]:
    return {
        "name": unit.name,
        "short": unit.short,
        "kind": unit.kind,
        "area": around.areas.path(unit.area),
        "parents": sorted(names.called[key] for key in unit.parents),
        "aliases": sorted(unit.aliases),
        "credit_code": unit.credit_code,
        "dissolved_on": unit.dissolved_on,
    }
