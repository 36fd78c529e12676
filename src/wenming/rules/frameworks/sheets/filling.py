"""What the cells beside the items say of them: points, methods, evidence, checks, questions, units."""

import re
from collections.abc import Sequence
from fractions import Fraction

from wenming.rules.frameworks.model import Question, Role, SiteCheck, Wanted
from wenming.rules.frameworks.sheets.codes import numbered
from wenming.rules.frameworks.sheets.columns import CHECK, CHECK_KINDS, PIECE, ROLES, Means, plain
from wenming.rules.frameworks.sheets.faults import Remark
from wenming.rules.frameworks.sheets.grid import Row, cell_name
from wenming.rules.frameworks.sheets.structure import Node, Structure
from wenming.rules.frameworks.writing import decimal
from wenming.rules.listed import parts

_POINTS = re.compile(r"[(（]?\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)\s*分?\s*[)）]?")
_WORDS = re.compile(r"\D{0,8}([0-9]{1,6})\s*(?:个?字)?(?:以内|之内|以下|内)?")
_WORDS_WITHIN = re.compile(r"([0-9]{2,5})\s*个?字(?:以内|之内|以下|内)|(?:不超过|限)\s*([0-9]{2,5})\s*个?字")
_FORMAT = "规范文件|说明报告|实景图片|统计表格|统计报表|图片|文件|报告"
_SEVERAL = rf"(?:{_FORMAT})(?:[+＋](?:{_FORMAT}))*"
_FORMATTED = re.compile(rf"[【\[]({_SEVERAL})[】\]]\s*[:：]?\s*|({_SEVERAL})\s*(?:[:：]\s*|$|(?=[\s(（]))")
_SHOWN = 20  # characters of a wrong cell


def fill(structure: Structure) -> None:
    """Give every item what its rows say."""
    for row in structure.grid.rows:
        if nodes := structure.owners.get(row.number):
            _Filling(structure, row, nodes).fill()
        elif row.number in structure.owners:
            cell = cell_name(row.number, row.filled[0])
            structure.faults.append(Remark(cell, "nobody"))


class _Filling:
    """One row on its way to the items that are its own."""

    def __init__(self, structure: Structure, row: Row, nodes: Sequence[Node]) -> None:
        self._of, self._row, self._nodes = structure, row, nodes
        self._splits = structure.matching.splits
        self._piece: tuple[Node, str, int] | None = None  # what was last said to be wanted, looked at or asked

    def fill(self) -> None:
        """All columns."""
        for column in self._begun(Means.POINTS):
            self._points(column)
        for column in self._begun(Means.TEXT):
            self._text(column)
        for column in self._begun(Means.METHODS):
            for node, text in self._dealt(column):
                node.methods += [one for one in self._several(text) if one not in node.methods]
        self._survey()
        self._checks()
        self._evidence()
        for means in ROLES:
            for column in self._begun(means):
                self._roles(column, means)

    def _begun(self, means: Means) -> list[int]:
        """The columns that mean it in which something begins in this row."""
        row = self._row
        return [
            one for one in self._of.matching.of(means) if row.text(one) and not self._of.grid.goes_on(row.number, one)
        ]

    def _said(self, means: Means) -> str:
        return next((self._row.text(column) for column in self._begun(means)), "")

    def _first(self, group: Sequence[Means]) -> int:
        return next(column for means in group for column in self._begun(means))

    def _fault(self, column: int, code: str, **about: str) -> None:
        self._of.faults.append(Remark(cell_name(self._row.number, column), code, about))

    def _bottom(self, column: int) -> int:
        """The last row that the cell is stretched over, of those that hold anything."""
        bottom = self._of.grid.stretched(self._row.number, column)[1]
        if bottom == self._row.number:
            return bottom
        return max(row for row in self._of.owners if row <= bottom)

    def _owner(self, column: int) -> Node:
        """The deepest item that the cell is beside from its first row to its last."""
        node, bottom = self._nodes[-1], self._bottom(column)
        while node.above and node.last < bottom:
            node = node.above
        return node

    def _dealt(self, column: int) -> list[tuple[Node, str]]:
        """Whose the words are that hold for each standard: of numbered lines the items of the same number, else all."""
        text = self._row.cells[column]
        if len(self._nodes) > 1:
            _before, texts = numbered(text)
            known = {node.number for node in self._nodes}
            if texts and set(texts) <= known and len(texts) > 1:
                return [(node, texts[node.number]) for node in self._nodes if node.number in texts]
            return [(node, text) for node in self._nodes]
        owner, bottom = self._owner(column), self._bottom(column)
        if bottom == self._row.number or not owner.below:
            return [(owner, text)]
        return [(one, text) for one in owner.walk() if not one.below and self._row.number <= one.row <= bottom]

    def _once(self, column: int) -> list[tuple[Node, str]]:
        """Whose the words are that hold once: where they are beside several standards, the first's."""
        dealt = self._dealt(column)
        if len(dealt) > 1 and len({text for _node, text in dealt}) == 1:
            remark = Remark(cell_name(self._row.number, column), "first_of_several")
            self._of.remarks.append(remark)
            return dealt[:1]
        return dealt

    def _several(self, text: str) -> list[str]:
        """The names in a cell; of an office's own table also several in one of several lines."""
        _before, texts = numbered(text) if self._splits else (text, {})
        found = [name for one in (list(texts.values()) or [text]) for name in parts(one)]
        return [name for one in found for name in parts(one)] if self._splits else found

    def _points(self, column: int) -> None:
        text = self._row.text(column)
        found = _POINTS.fullmatch(text)
        owner = self._owner(column)
        if len(self._nodes) > 1:
            shared = self._nodes[0].above
            if shared is None or shared.row != self._row.number:
                self._fault(column, "points_of_several")
                return
            owner = shared
        if not found:
            self._fault(column, "not_points", text=text[:_SHOWN])
        elif owner.points is not None:
            self._fault(column, "points_twice", title=owner.title[:_SHOWN], first=decimal(owner.points))
        else:
            owner.points = Fraction(found[1])

    def _text(self, column: int) -> None:
        if len(self._nodes) > 1:
            for node, text in self._once(column):
                node.texts.append(text.strip())
        else:
            self._owner(column).texts.append(self._row.text(column))

    def _survey(self) -> None:
        for column in self._begun(Means.SURVEY):
            for node, text in self._once(column):
                lines = self._lines(text)
                node.survey += [Question(one) for one in lines]
                self._piece = (node, "survey", len(lines))

    def _lines(self, text: str) -> list[str]:
        """What one cell says, as one; or line by line where numbered ones stand apart."""
        _before, texts = numbered(text) if self._splits else (text, {})
        return [one for one in texts.values() if one] if len(texts) > 1 else [text.strip()]

    def _checks(self) -> None:
        if not any(self._begun(means) for means in CHECK):
            return
        column, word = self._first(CHECK), self._said(Means.KIND)
        kind = next((key for key, words in CHECK_KINDS.items() if plain(word) in map(plain, words)), "")
        if word and not kind:
            self._fault(self._begun(Means.KIND)[0], "not_kind", text=word[:_SHOWN])
        for node, _text in self._once(column):
            sites = tuple(name for one in self._begun(Means.SITES)[:1] for name in parts(self._row.cells[one]))
            checks = tuple(one.strip() for one in self._said(Means.CHECKS).split("\n") if one.strip())
            node.checks.append(SiteCheck(kind or "site", sites, checks))
            self._piece = (node, "checks", 1)

    def _evidence(self) -> None:
        if not any(self._begun(means) for means in PIECE):
            return
        column = (self._begun(Means.WANTED) or [self._first(PIECE)])[0]
        told = Wanted(
            self._said(Means.FORMAT),
            "",
            self._most_words(),
            self._said(Means.COUNT),
            self._said(Means.WINDOW),
            self._said(Means.ISSUER),
        )
        for node, text in self._once(column):
            what = text.strip() if self._begun(Means.WANTED) else ""
            found = [_piece(told, one) for one in _pieces(what)] if self._splits else [_with(told, told.format, what)]
            node.evidence += found
            self._piece = (node, "evidence", len(found))

    def _most_words(self) -> int | None:
        text = self._said(Means.MAX_WORDS)
        found = _WORDS.fullmatch(text)
        if text and not found:
            self._fault(self._begun(Means.MAX_WORDS)[0], "not_words", text=text[:_SHOWN])
        return int(found[1]) if found else None

    def _roles(self, column: int, means: Means) -> None:
        if self._are_of_piece(column) and self._piece:
            node, what, count = self._piece
            roles = tuple(Role(means.value, name) for name in self._several(self._row.cells[column]))
            _give(node, what, count, roles)
            return
        for node, text in self._dealt(column):
            named = [Role(means.value, name) for name in self._several(text)]
            node.roles += [one for one in named if one not in node.roles]

    def _are_of_piece(self, column: int) -> bool:
        """Whether the units beside a piece are the piece's: it stands in a row of several, and they beside it alone."""
        node = self._nodes[-1]
        if self._piece is None or len(self._nodes) > 1:
            return False
        return node.row < self._row.number or (
            node.last > self._row.number and self._bottom(column) == self._row.number
        )


def _give(node: Node, what: str, count: int, roles: tuple[Role, ...]) -> None:
    """Let the last ``count`` of what the item wants, looks at or asks be these units' as well."""
    if what == "evidence":
        node.evidence[-count:] = [_wanted_of(one, roles) for one in node.evidence[-count:]]
    elif what == "checks":
        node.checks[-count:] = [
            SiteCheck(one.kind, one.sites, one.checks, (*one.roles, *roles)) for one in node.checks[-count:]
        ]
    else:
        node.survey[-count:] = [Question(one.text, (*one.roles, *roles)) for one in node.survey[-count:]]


def _wanted_of(one: Wanted, roles: tuple[Role, ...]) -> Wanted:
    return Wanted(one.format, one.what, one.max_words, one.count, one.window, one.by, (*one.roles, *roles))


def _with(told: Wanted, kind: str, what: str) -> Wanted:
    return Wanted(kind, what, told.max_words, told.count, told.window, told.by)


def _pieces(text: str) -> list[str]:
    """The pieces of evidence in one cell: numbered ones, or lines that each begin with a format."""
    _before, texts = numbered(text)
    if len(texts) > 1:
        return [one for one in texts.values() if one]
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return lines if len(lines) > 1 and all(_FORMATTED.match(line) for line in lines) else [text]


def _piece(told: Wanted, text: str) -> Wanted:
    """One piece as a sentence tells it: 说明报告：三结合网络建设情况（800字以内）."""
    found = _FORMATTED.match(text) if not told.format else None
    kind, what = (found[1] or found[2], text[found.end() :].strip(" ；;。")) if found else (told.format, text)
    words = _WORDS_WITHIN.search(text)
    most = int(words[1] or words[2]) if words and told.max_words is None else told.max_words
    return Wanted(kind, what or kind, most, told.count, told.window, told.by)
