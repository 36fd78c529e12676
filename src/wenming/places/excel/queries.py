"""Questions about imports of the directory."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet

from wenming.places.excel.columns import SHEETS
from wenming.places.excel.tables import tables_of
from wenming.places.excel.words import told
from wenming.places.models import DirectoryImport, Finding, Found
from wenming.reading.files.cells import CellSheet


def own_imports(person: AbstractBaseUser) -> QuerySet[DirectoryImport]:
    """The imports that the person handed in; nobody sees another's."""
    return DirectoryImport.objects.filter(uploaded_by_id=person.pk).select_related("job")


def sums(one: DirectoryImport) -> list[tuple[str, dict[str, int]]]:
    """For each sheet, in order: how many rows are new, changed, the same, and how many cells are not right."""
    empty = {**dict.fromkeys(Found.values, 0), "same": 0}
    return [(str(name), {**empty, **one.counts[key]}) for key, name in SHEETS.items() if key in one.counts]


def marks(one: DirectoryImport, sheets: list[CellSheet]) -> dict[str, dict[tuple[int, int], str]]:
    """What is not right, by sheet and place (row from 1, column from 0)."""
    found: dict[str, dict[tuple[int, int], str]] = {}
    tables = tables_of(sheets).tables
    for fault in _faults(one):
        table = tables.get(fault.sheet)
        if table is not None:
            place = (max(fault.row, 1), table.places.get(fault.about["column"], 0))
            there = found.setdefault(table.name, {})
            there[place] = "\n".join(filter(None, (there.get(place, ""), told(fault).sentence)))
    return found


def _faults(one: DirectoryImport) -> Iterator[Finding]:
    return one.findings.filter(what=Found.FAULT).iterator()
