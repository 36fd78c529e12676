"""Rows without running numbers whose cells stand one a line: which cell begins the next row."""

import re
from dataclasses import dataclass, field

from wenming.reading.cleaning.view import Span
from wenming.reading.structure.cells import answers, is_field_of_place, is_time_cell, may_name_units
from wenming.reading.structure.tables import Columns, Kind

_ORGAN = re.compile("(?:中心|公司|集团|银行|医院|学院|大学|[局委办部厅会队站所院])$")
_PERSON = re.compile(r"[一-鿿]\s?[一-鿿]{1,2}(?:[、，\s]+[一-鿿]\s?[一-鿿]{1,2}){0,2}")


@dataclass(slots=True)
class FreeRow:
    """The open row of a table: its cells so far, and whether some of units or times are among them."""

    text: str
    columns: Columns
    cells: list[Span] = field(default_factory=list)
    is_answered: bool = False

    def opens_with(self, start: int, end: int) -> bool:
        """Whether a row may begin with the cell: a text, or units where they come first."""
        if self.columns.kinds[0] is Kind.UNITS:
            return may_name_units(self.text, start, end)
        if answers(self.text, start, end):
            return False
        if self.is_answered:
            return not (self._may_add_units(start, end) or self._lacks_text() or self._may_be_person(start, end))
        return not (self._awaits_units() and may_name_units(self.text, start, end))

    def is_whole(self) -> bool:
        """Whether no cell can still be missing."""
        kinds = [kind for kind in self.columns.kinds if kind is not Kind.NOTE]
        if self.cells and kinds[-1] is Kind.TIME:
            return is_time_cell(self.text[slice(*self.cells[-1])])
        return not self.cells or (self.is_answered and len(self.cells) >= len(kinds))

    def _awaits_units(self) -> bool:
        """Whether the cells before the units have come: then what may name units does."""
        kinds = self.columns.kinds
        return Kind.UNITS in kinds and len(self.cells) >= kinds.index(Kind.UNITS) > 0

    def _lacks_text(self) -> bool:
        """Whether the row still lacks a text that stands behind its units."""
        kinds = self.columns.kinds
        return Kind.UNITS in kinds and kinds[-1] is Kind.TEXT and len(self.cells) < self.columns.count

    def _may_add_units(self, start: int, end: int) -> bool:
        """Whether units may be meant by a cell behind others: what ends as organs do, or anything where cells lack."""
        if not may_name_units(self.text, start, end):
            return False
        is_organ = bool(_ORGAN.search(self.text, start, end)) or is_field_of_place(self.text[start:end])
        return is_organ or not self.is_whole()

    def _may_be_person(self, start: int, end: int) -> bool:
        """Whether a cell behind one of units may name a person: the table has a column for one there."""
        kinds = self.columns.kinds
        return Kind.PERSON in kinds[kinds.index(Kind.UNITS) :] and bool(_PERSON.fullmatch(self.text, start, end))
