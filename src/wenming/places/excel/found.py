"""What comparing a workbook with the directory finds: what is not right, what is new, what changes."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from wenming.places.excel.standing import AreaFacts, ClassFacts, UnitFacts
from wenming.places.excel.tables import Row, Table
from wenming.places.models import Found

Said = str | list[str]  # what stands in a field, as the workbook would have it; kinds by their values
Tick = Callable[[], None]  # called once for each row


@dataclass(frozen=True, slots=True)
class One:
    """One finding: of which sheet, row and thing; ``about`` says the rest."""

    what: Found
    sheet: str
    row: int
    name: str
    about: Mapping[str, object]


@dataclass(slots=True)
class Compared:
    """All that came of it; ``areas``, ``units`` and ``classes`` are to be so, by key (negative: new)."""

    areas: dict[int, AreaFacts] = field(default_factory=dict)
    units: dict[int, UnitFacts] = field(default_factory=dict)
    classes: dict[int, ClassFacts] = field(default_factory=dict)
    findings: list[One] = field(default_factory=list)
    same: Counter[str] = field(default_factory=Counter)

    def fault(self, table: Table, row: Row | None, column: str, code: str, **about: object) -> None:
        """Something is not right in a cell; without ``row`` with the sheet itself."""
        number = row.number if row else 0
        place = {"code": code, "column": column, "cell": table.cell(number, column) if row else ""}
        name = row.values.get("name", "")[:_NAME] if row else ""
        self.findings.append(One(Found.FAULT, table.key, number, name, {**place, "sheet": table.name, "gaps": about}))

    def new(self, table: Table, row: Row, name: str) -> None:
        """The row is of something that the directory does not have."""
        self.findings.append(One(Found.NEW, table.key, row.number, name, {}))

    def changed(self, table: Table, row: Row, name: str, fields: Mapping[str, tuple[Said, Said]]) -> None:
        """The row says something else than the directory; each field with what it was and what it is to be."""
        about = {key: list(values) for key, values in fields.items()}
        self.findings.append(One(Found.CHANGED, table.key, row.number, name, about))

    @property
    def is_right(self) -> bool:
        """Whether it may be applied."""
        return not any(one.what is Found.FAULT for one in self.findings)

    def counts(self) -> dict[str, dict[str, int]]:
        """How many findings of each sort each sheet has, and how many rows that say what stands already."""
        counted: dict[str, Counter[str]] = {}
        for one in self.findings:
            counted.setdefault(one.sheet, Counter())[one.what.value] += 1
        for sheet, count in self.same.items():
            counted.setdefault(sheet, Counter())["same"] += count
        return {sheet: dict(count) for sheet, count in counted.items()}


_NAME = 80
