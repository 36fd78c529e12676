"""Comparing the sheet 单位 with the directory; the rules are those of adding, correcting and renaming one unit."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from wenming.places.excel.columns import UNITS, choices_by_word, plain
from wenming.places.excel.found import Compared, Said, Tick
from wenming.places.excel.lookup import Areas, one_line, parts
from wenming.places.excel.standing import Standing, UnitFacts
from wenming.places.excel.tables import Row, Table
from wenming.places.models import SHORT_NAME_LENGTH, UNIT_NAME_LENGTH, UnitKind
from wenming.places.reach import Scope
from wenming.rules.codes import credit_code, credit_code_fault

_NOWHERE = 0  # stands for the area of a unit whose cell is not right


@dataclass(frozen=True, slots=True)
class Around:
    """What every row of the sheet is compared with."""

    table: Table
    standing: Standing
    compared: Compared
    areas: Areas
    scope: Scope
    today: date

    def fault(self, row: Row, column: str, code: str, **about: object) -> None:
        """Something is not right in a cell of this sheet."""
        self.compared.fault(self.table, row, column, code, **about)


@dataclass(frozen=True, slots=True)
class Names:
    """Units by their names: as they are to be called, and as they were called until now."""

    new: Mapping[str, int]
    old: Mapping[str, int]

    def key(self, name: str) -> int | None:
        """The unit of that name."""
        key = self.new.get(name)
        return self.old.get(name) if key is None else key


def compare_units(around: Around, tick: Tick) -> Names:
    """Find what the sheet changes; returns the names by which its units, and all others, are called then."""
    rows = _identified(around)
    names = names_of(around.standing, {key: one_line(row.values["name"]) for key, row in rows.items()})
    kinds = choices_by_word(UnitKind)
    wishes: dict[int, UnitFacts] = {}
    for key, row in rows.items():
        tick()
        wishes[key] = _wish(around, row, around.standing.units.get(key), (kinds, names))
    _check_once(around, rows, wishes)
    _check_rings(around, rows, wishes)
    faulty = {one.row for one in around.compared.findings if one.sheet == UNITS and one.what == "fault"}
    for key, row in rows.items():
        if row.number not in faulty:
            _settle(around, key, row, wishes[key], names)
    return names


def names_of(standing: Standing, wanted: Mapping[int, str]) -> Names:
    """The names of units when those of ``wanted`` are called so."""
    kept = {unit.name: key for key, unit in standing.units.items() if key not in wanted}
    old = {unit.name: key for key, unit in standing.units.items()}
    return Names({**kept, **{name: key for key, name in wanted.items()}}, old)


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
            around.fault(row, "key" if given else "name", "twice", row=found[key].number)
            continue
        found[key] = row
    return found


def _number(row: Row) -> int | None:
    given = one_line(row.values.get("key", ""))
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else None


def _wish(
    around: Around, row: Row, old: UnitFacts | None, known: tuple[Mapping[str, str], Names]
) -> UnitFacts:
    """The unit as the row would have it; what is not right is told, and stays as it was."""
    kinds, names = known
    base = old or UnitFacts("", "", "", _NOWHERE)
    values = {key: text if key in {"parents", "aliases"} else one_line(text) for key, text in row.values.items()}
    wish = replace(
        base,
        name=_short_enough(around, row, "name", values["name"], UNIT_NAME_LENGTH),
        kind=_kind(around, row, values.get("kind"), base.kind, kinds),
        area=_area(around, row, values.get("area"), base.area),
    )
    if not wish.name:
        around.fault(row, "name", "required")
    if "short" in values or old is None:
        wish = replace(wish, short=values.get("short") or wish.name[:SHORT_NAME_LENGTH])
        _short_enough(around, row, "short", wish.short, SHORT_NAME_LENGTH)
    if "credit_code" in values:
        wish = replace(wish, credit_code=_credit_code(around, row, values["credit_code"]))
    if "dissolved_on" in values:
        wish = replace(wish, dissolved_on=_dissolved(around, row, values["dissolved_on"], old))
    if "parents" in values:
        wish = replace(wish, parents=_units(around, row, "parents", (names, base.parents)))
    if "aliases" in values:
        wish = replace(wish, aliases=aliases_in(around, row))
    return replace(wish, aliases=_with_former(around, row, old, wish))


def _short_enough(around: Around, row: Row, column: str, text: str, limit: int) -> str:
    if len(text) > limit:
        around.fault(row, column, "too_long", limit=limit)
    return text[:limit]


def _kind(around: Around, row: Row, given: str | None, old: str, kinds: Mapping[str, str]) -> str:
    if given is None and old:
        return old
    kind = kinds.get(plain(given or ""))
    if kind is None:
        around.fault(row, "kind", "not_in_list" if given else "required", value=given or "")
    return kind or old


def _area(around: Around, row: Row, given: str | None, old: int) -> int:
    if given is None and old:
        return old
    found = around.areas.found(given) if given else []
    if len(found) != 1:
        around.fault(row, "area", "area_unclear" if found else "no_area" if given else "required", value=given or "")
    return found[0] if len(found) == 1 else old


def _credit_code(around: Around, row: Row, given: str) -> str:
    code = credit_code(given)
    wrong = credit_code_fault(code) if code else None
    if wrong:
        about = {"wrong": wrong.wrong.value, "expected": wrong.expected, "found": wrong.found, "place": wrong.place}
        around.fault(row, "credit_code", "credit_code", **about)
    return code


def _dissolved(around: Around, row: Row, given: str, old: UnitFacts | None) -> str:
    day = day_in(given)
    said = day.isoformat() if day else ""
    if given and day is None:
        around.fault(row, "dissolved_on", "no_day", value=given)
    elif day and day > around.today:
        around.fault(row, "dissolved_on", "not_yet", value=said)
    elif old and old.dissolved_on and old.dissolved_on != said:
        around.fault(row, "dissolved_on", "stays_dissolved", value=old.dissolved_on)
    return said


def day_in(text: str) -> date | None:
    """The day that a cell holds: 2026-03-05, 2026/3/5, 2026.3.5 or 2026年3月5日.

    >>> day_in("2026年3月5日")
    datetime.date(2026, 3, 5)
    """
    for sign in "年月/.":
        text = text.replace(sign, "-")
    figures = text.removesuffix("日").split("-")
    if len(figures) != 3 or not all(one.isascii() and one.isdigit() and len(one) <= 4 for one in figures):
        return None
    try:
        return date(*map(int, figures))
    except ValueError:
        return None


def _units(around: Around, row: Row, column: str, known: tuple[Names, frozenset[int]]) -> frozenset[int]:
    names, before = known
    return units_in(around, row, column, names, before)


def units_in(around: Around, row: Row, column: str, names: Names, before: frozenset[int]) -> frozenset[int]:
    """The units that a cell names; a dissolved one only where it is there already."""
    text = row.values[column]
    whole = names.key(one_line(text))
    found = set() if whole is None else {whole}
    for name in parts(text) if whole is None else ():
        key = names.key(name)
        unit = around.standing.units.get(key) if key is not None else None
        if key is None:
            around.fault(row, column, "no_unit", value=name)
        elif unit and unit.dissolved_on and key not in before:
            around.fault(row, column, "is_dissolved", value=name)
        else:
            found.add(key)
    return frozenset(found)


def aliases_in(around: Around, row: Row) -> frozenset[str]:
    """The other names in a cell."""
    names = parts(row.values["aliases"])
    if any(len(name) > UNIT_NAME_LENGTH for name in names):
        around.fault(row, "aliases", "too_long", limit=UNIT_NAME_LENGTH)
    return frozenset(names)


def _with_former(around: Around, row: Row, old: UnitFacts | None, wish: UnitFacts) -> frozenset[str]:
    """Names that a unit bore are not taken from it by a workbook made before, and a renamed one keeps its old ones."""
    if old is None:
        return wish.aliases
    key = _key_of(around, row, old)
    kept = around.standing.former.get(key, frozenset()) & old.aliases
    left = {old.name, old.short} if wish.name != old.name else set()
    return wish.aliases | kept | (left - {wish.name, wish.short})


def _key_of(around: Around, row: Row, old: UnitFacts) -> int:
    raise NotImplementedError
