"""What single cells say, for every sheet alike; what is not right is told at the cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wenming.places.excel.columns import choices_by_word, plain
from wenming.places.excel.found import Compared
from wenming.places.excel.lookup import Areas
from wenming.places.excel.standing import Standing
from wenming.places.excel.tables import Row, Table
from wenming.places.models import UNIT_NAME_LENGTH, UnitKind
from wenming.places.reach import Scope
from wenming.rules.listed import parts
from wenming.rules.seen import one_line


@dataclass(frozen=True, slots=True)
class Around:
    """What every row of a sheet is compared with, and for whom."""

    table: Table
    standing: Standing
    compared: Compared
    areas: Areas
    scope: Scope
    today: date

    def fault(self, row: Row, column: str, code: str, **about: object) -> None:
        """Something is not right in a cell of this sheet."""
        self.compared.fault(self.table, row, column, code, **about)

    def faulty_rows(self) -> set[int]:
        """The rows of this sheet in which something is not right."""
        return {one.row for one in self.compared.findings if one.sheet == self.table.key and one.what.value == "fault"}


@dataclass(frozen=True, slots=True)
class Names:
    """Units by their names: as they are to be called, and as they were called until now."""

    new: Mapping[str, int]
    old: Mapping[str, int]
    called: Mapping[int, str]  # what each is called then

    def key(self, name: str) -> int | None:
        """The unit of that name."""
        key = self.new.get(name)
        return self.old.get(name) if key is None else key


def names_of(standing: Standing, wanted: Mapping[int, str]) -> Names:
    """The names of units when those of ``wanted`` are called so."""
    kept = {unit.name: key for key, unit in standing.units.items() if key not in wanted}
    old = {unit.name: key for key, unit in standing.units.items()}
    new = {**kept, **{name: key for key, name in wanted.items()}}
    return Names(new, old, {**{key: name for name, key in old.items()}, **wanted})


def name_in(around: Around, row: Row, column: str = "name", limit: int = UNIT_NAME_LENGTH) -> str:
    """The name in a cell, which has to be there."""
    name = one_line(row.values[column])
    if not name or len(name) > limit:
        around.fault(row, column, "too_long" if name else "required", limit=limit)
    return name[:limit]


def area_in(around: Around, row: Row, old: int) -> int:
    """The area that a cell means; ``old`` where the sheet has no such column, or none is meant."""
    given = one_line(row.values.get("area", ""))
    if "area" not in row.values and old:
        return old
    found = around.areas.found(given) if given else []
    if len(found) != 1:
        around.fault(row, "area", "area_unclear" if found else "no_area" if given else "required", value=given)
    return found[0] if len(found) == 1 else old


def kind_in(around: Around, row: Row, old: str, kinds: Mapping[str, str]) -> str:
    """The kind of unit that a cell names; ``old`` where the sheet has no such column, or none is named."""
    given = one_line(row.values.get("kind", ""))
    if "kind" not in row.values and old:
        return old
    kind = kinds.get(plain(given))
    if kind is None:
        around.fault(row, "kind", "not_in_list" if given else "required", value=given)
    return kind or old


def kinds_in(around: Around, row: Row, kinds: Mapping[str, str]) -> frozenset[str]:
    """The kinds of units that a cell names."""
    named = {name: kinds.get(plain(name), "") for name in parts(row.values["kinds"])}
    for name, kind in named.items():
        if not kind:
            around.fault(row, "kinds", "not_in_list", value=name)
    return frozenset(kind for kind in named.values() if kind)


def units_in(around: Around, row: Row, column: str, names: Names, before: frozenset[int]) -> frozenset[int]:
    """The units that a cell names; a dissolved one only where it stands there already."""
    text = row.values[column]
    whole = one_line(text)
    named = [whole] if names.key(whole) is not None else parts(text)  # a name may have a 、 in it
    found = set()
    for name in named:
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


def kinds_by_word() -> dict[str, str]:
    """The words for kinds of units in any language."""
    return choices_by_word(UnitKind)


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
