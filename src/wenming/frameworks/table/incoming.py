"""A responsibility table as an office sends it: which rows are of which standards, who is named, what is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from wenming.frameworks.actions.assigning import Whom, whom_of
from wenming.frameworks.actions.columns import PIECE_HEADS
from wenming.frameworks.models import ENTRY_LENGTH, AssignmentRole, Column, ColumnKind, Edition
from wenming.frameworks.rulings import Place
from wenming.frameworks.table.differences import Wish, standing
from wenming.places.excel.cells import day_in
from wenming.places.queries import directory
from wenming.rules.frameworks.sheets.columns import ROLES, Means, heads_at, means_of, plain
from wenming.rules.frameworks.sheets.grid import Grid, Row, cell_name
from wenming.rules.listed import parts
from wenming.rules.matching import Directory, match
from wenming.rules.seen import one_line

_HEAD_WITHIN = 20  # rows from the top


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not right, at which cell; without a cell it is of the whole workbook."""

    cell: str
    words: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a table says; where something is wrong it is not to be applied. ``ignored``: heads that nobody read."""

    wishes: Sequence[Wish] = ()
    faults: Sequence[Fault] = ()
    ignored: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the rows are compared with."""

    by_code: Mapping[str, tuple[int, int]]  # code of a standard → its key, and how many pieces it wants
    by_title: Mapping[str, Sequence[str]]  # its title → the codes that bear it
    columns: Mapping[str, Column]  # the office's own, by their heads
    answering: Mapping[Place, Mapping[str, Whom]]  # who is named there now
    directory: Directory


@dataclass(frozen=True, slots=True)
class _Places:
    """Which column of the sheet is which."""

    row: int
    code: int | None = None
    title: int | None = None
    piece: int | None = None
    roles: Mapping[str, int] = field(default_factory=dict)
    own: Mapping[int, int] = field(default_factory=dict)  # key of a column → where it is
    ignored: tuple[str, ...] = ()

    @property
    def is_table(self) -> bool:
        """Whether rows can be known, and say anything."""
        return (self.code is not None or self.title is not None) and bool(self.roles or self.own)


def known(edition: Edition) -> Known:
    """What an edition's table is compared with; a handful of queries."""
    by_code, by_title = {}, dict[str, list[str]]()
    for key, code, title, body in edition.items.filter(is_standard=True).values_list("pk", "code", "title", "body"):
        by_code[one_line(code)] = (key, len(body.get("evidence", ())))
        by_title.setdefault(one_line(title), []).append(one_line(code))
    answering: dict[Place, dict[str, Whom]] = {}
    for row in standing(edition):
        whom = (row.unit_id, row.unit_class_id)
        answering.setdefault((row.item_id, row.wanted), {})[one_line(row.name)] = whom
    columns = {plain(column.name): column for column in edition.columns.all()}
    return Known(by_code, by_title, columns, answering, directory())


def read_incoming(grids: Sequence[Grid], known: Known) -> Incoming:
    """What the first sheet says that has a column of codes or titles and one of units."""
    for grid in grids:
        for row in grid.rows[:_HEAD_WITHIN]:
            places = _places(grid, row, known)
            if places.is_table:
                return _Reading(grid, places, known).all()
    words = _("没有找到“编号”或“测评标准”这一列，以及“牵头单位”“责任单位”这样的列。请下载现在的表，照着填。")
    return Incoming(faults=(Fault("", words),))


def _places(grid: Grid, row: Row, known: Known) -> _Places:
    heads = heads_at(grid, row.number)
    found: dict[Means, int] = {}
    own: dict[int, int] = {}
    piece, ignored = None, []
    for column, word in enumerate(heads.words):
        means = means_of(word)
        if plain(word) in known.columns:
            own.setdefault(known.columns[plain(word)].pk, column)
        elif plain(word) in map(plain, PIECE_HEADS):
            piece = column
        elif means in {Means.CODE, *ROLES} and means not in found:
            found[means] = column
        elif means is Means.LEVEL:
            found[means] = column  # of several columns of items the last is the standard's
        elif word and means is not Means.WANTED:
            ignored.append(word)
    roles = {means.value: found[means] for means in ROLES if means in found}
    return _Places(heads.row, found.get(Means.CODE), found.get(Means.LEVEL), piece, roles, own, tuple(ignored))


class _Reading:
    """One sheet on its way to wishes."""

    def __init__(self, grid: Grid, places: _Places, known: Known) -> None:
        self._grid, self._places, self._known = grid, places, known
        self._faults: list[Fault] = []
        self._rows = {row.number: row for row in grid.rows}
        self._named: dict[str, Whom | None] = {}

    def all(self) -> Incoming:
        """Every row below the heads."""
        wishes: dict[Place, Wish] = {}
        lines: dict[Place, int] = {}
        for row in self._grid.rows:
            if row.number <= self._places.row or (place := self._place(row)) is None:
                continue
            if place in wishes:
                words = _("与第 %(row)d 行是同一条，请合成一行。") % {"row": lines[place]}
                self._fault(row, self._known_by(), words)
                continue
            wishes[place], lines[place] = self._wish(row, place), row.number
        if not wishes and not self._faults:
            self._faults.append(Fault("", _("表头下面没有标准。")))
        return Incoming(list(wishes.values()), self._faults, self._places.ignored)

    def _known_by(self) -> int:
        return self._places.title or 0 if self._places.code is None else self._places.code

    def _fault(self, row: Row, column: int, words: str) -> None:
        self._faults.append(Fault(cell_name(row.number, column), words))

    def _text(self, row: Row, column: int | None) -> str:
        """What stands there, or in the cell above that is stretched over it; as it is written."""
        if column is None:
            return ""
        top, _bottom, left, _right = self._grid.stretched(row.number, column)
        cells = self._rows[top].cells if top in self._rows else row.cells
        place = left if top in self._rows else column
        return cells[place] if place < len(cells) else ""

    def _place(self, row: Row) -> Place | None:
        """Which standard, or which piece of it; None where the row is of none, which is told."""
        code, title = (one_line(self._text(row, one)) for one in (self._places.code, self._places.title))
        if not code and not title:
            if self._says_anything(row):
                self._fault(row, self._known_by(), _("没有写是哪一条标准。"))
            return None
        found = self._known.by_code.get(code) if code else self._by_title(title)
        if found is None:
            if code or self._says_anything(row):  # else it is a heading
                self._fault(row, self._known_by(), self._no_standard(code, title))
            return None
        return self._piece(row, *found)

    def _says_anything(self, row: Row) -> bool:
        columns = (*self._places.roles.values(), *self._places.own.values())
        return any(self._text(row, column).strip() for column in columns)

    def _by_title(self, title: str) -> tuple[int, int] | None:
        codes = self._known.by_title.get(title, ())
        return self._known.by_code[codes[0]] if len(codes) == 1 else None

    def _no_standard(self, code: str, title: str) -> str:
        if code:
            return _("体系里没有编号“%(code)s”的标准。") % {"code": code[:40]}
        if len(self._known.by_title.get(title, ())) > 1:
            return _("有几条标准都叫“%(title)s”，请写上编号。") % {"title": title[:40]}
        return _("体系里没有“%(title)s”这条标准。") % {"title": title[:40]}

    def _piece(self, row: Row, item: int, most: int) -> Place | None:
        text = self._text(row, self._places.piece).strip()
        number = int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else 0
        if text and not 1 <= number <= most:
            words = _("这条标准要 %(most)d 份材料，没有第“%(text)s”份。") % {"most": most, "text": text[:10]}
            self._fault(row, self._places.piece or 0, words)
            return None
        return item, number

    def _wish(self, row: Row, place: Place) -> Wish:
        seen: dict[Whom, str] = {}
        answering = {role: self._whom(row, column, place, seen) for role, column in self._places.roles.items()}
        lead = AssignmentRole.LEAD.value
        if len(answering.get(lead, ())) > 1:
            words = _("一条标准只有一个牵头单位，其余的请写到责任单位里。")
            self._fault(row, self._places.roles[lead], words)
        entries = {key: self._entry(row, key, column) for key, column in self._places.own.items()}
        return Wish(place, answering, entries)

    def _whom(self, row: Row, column: int, place: Place, seen: dict[Whom, str]) -> list[Whom]:
        found = []
        for name, whom in self._names(self._text(row, column), place):
            if whom is None:
                self._fault(row, column, self._unknown(name))
            elif whom in seen:
                self._fault(row, column, _("“%(name)s”在这一行写了两次，请只留一个角色。") % {"name": name})
            else:
                seen[whom] = name
                found.append(whom)
        return found

    def _names(self, text: str, place: Place) -> Iterator[tuple[str, Whom | None]]:
        """The names in a cell with whom they mean; a line that nobody is called may hold several."""
        for name in parts(text):
            whom, several = self._meant(name, place), parts(name)
            if whom is None and len(several) > 1:
                yield from ((one, self._meant(one, place)) for one in several)
            else:
                yield name, whom

    def _meant(self, name: str, place: Place) -> Whom | None:
        """Whoever is named there already; else as the directory knows the name."""
        own = self._known.answering.get(place, {})
        if name in own:
            return own[name]
        if name not in self._named:
            self._named[name] = whom_of(self._known.directory, name)
        return self._named[name]

    def _unknown(self, name: str) -> str:
        candidates = [one.short for one in match(name, self._known.directory).candidates][:3]
        if candidates:
            told = {"name": name[:40], "names": "、".join(candidates)}
            return _("单位名录里没有“%(name)s”，是不是：%(names)s？") % told
        return _("单位名录里没有“%(name)s”。请写名录里的名称，或者先在名录里加上。") % {"name": name[:40]}

    def _entry(self, row: Row, key: int, column: int) -> str:
        text = self._text(row, column).strip()
        kind = next(one.kind for one in self._known.columns.values() if one.pk == key)
        if kind == ColumnKind.DATE and text:
            day = day_in(text)
            if day is None:
                words = _("“%(text)s”不是日期，请写成 2026-03-05 这样。") % {"text": text[:20]}
                self._fault(row, column, words)
                return ""
            return day.isoformat()
        if len(text) > ENTRY_LENGTH:
            self._fault(row, column, _("太长了，最多 %(most)d 个字。") % {"most": ENTRY_LENGTH})
        return text
