"""A framework as the table that ``reading`` reads: a row for each item, below it one for each thing that it wants.

What no column holds is left out: rules of scoring, weights, whom an item concerns. Titles are written in one line.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from wenming.rules.frameworks.model import Framework, Item, Role
from wenming.rules.frameworks.sheets.columns import CHECK_KINDS, LEVELS, ROLES, WORDS, Means
from wenming.rules.frameworks.sheets.grid import Grid
from wenming.rules.frameworks.writing import decimal
from wenming.rules.listed import joined
from wenming.rules.seen import one_line

Cells = Mapping[str, str]
_ALWAYS = {Means.CODE, Means.TEXT, Means.POINTS, Means.METHODS, Means.FORMAT, Means.WANTED}
_HEADS = (("体系说明", "About the framework"), ("写的是", "What it says"))
_SAID = {
    "title": ("名称", "Title"),
    "code": ("编号", "Code"),
    "version": ("版本", "Version"),
    "about": ("来历", "About"),
    "points": ("总分", "Points"),
}


@dataclass(frozen=True, slots=True)
class Head:
    """One column of a written table: its name, what it means, its head."""

    name: str
    means: Means
    words: str


def table_of(framework: Framework, *, is_english: bool = False) -> tuple[list[Head], list[Cells]]:
    """The columns that say anything, and the rows."""
    deepest = _depth(framework.root)
    rows = [cells for item in framework.root.items for cells in _rows(item, 1)]
    used = {name for row in rows for name in row} | {str(means) for means in _ALWAYS}
    levels = [Head(_level(depth), Means.LEVEL, _word(depth, deepest)[is_english]) for depth in range(1, deepest + 1)]
    others = [Head(means, means, WORDS[means][is_english]) for means in Means if means != Means.LEVEL and means in used]
    return [*others[:1], *levels, *others[1:]], rows


def _depth(item: Item) -> int:
    return max((_depth(one) + 1 for one in item.items), default=0)


def _level(depth: int) -> str:
    return f"level{depth}"


def _word(depth: int, deepest: int) -> tuple[str, str]:
    """The head of a level: 测评项目, 测评指标, 测评内容 and 测评标准, the last for the deepest."""
    if depth == deepest:
        return LEVELS[-1]
    if deepest > len(LEVELS):
        return f"第{depth}级", f"Level {depth}"
    return LEVELS[0] if depth == 1 else LEVELS[depth - deepest - 1]


def _rows(item: Item, depth: int) -> Iterator[Cells]:
    first: dict[str, str] = {
        Means.CODE: item.code,
        _level(depth): one_line(item.title) or item.code,
        Means.TEXT: item.text,
        Means.POINTS: "" if item.points is None else decimal(item.points),
        Means.METHODS: joined(list(item.methods)),
        **_roles(item.roles),
    }
    yield _filled(first)
    for cells in _wanted(item):
        yield _filled(cells)
    for one in item.items:
        yield from _rows(one, depth + 1)


def _wanted(item: Item) -> Iterator[Cells]:
    for piece in item.evidence:
        words = "" if piece.max_words is None else str(piece.max_words)
        told: dict[str, str] = {Means.FORMAT: piece.format, Means.WANTED: piece.what, Means.MAX_WORDS: words}
        more: dict[str, str] = {Means.COUNT: piece.count, Means.WINDOW: piece.window, Means.ISSUER: piece.by}
        yield {**told, **more, **_roles(piece.roles)}
    for check in item.checks:
        where: dict[str, str] = {Means.KIND: CHECK_KINDS[check.kind][0], Means.SITES: joined(list(check.sites))}
        yield {**where, Means.CHECKS: "\n".join(check.checks), **_roles(check.roles)}
    for question in item.survey:
        yield {Means.SURVEY: question.text, **_roles(question.roles)}


def _roles(roles: Iterable[Role]) -> Cells:
    named = list(roles)
    return {means: joined([one.unit for one in named if one.role == means.value]) for means in ROLES}


def _filled(cells: Cells) -> Cells:
    return {name: text for name, text in cells.items() if text}


def about_of(framework: Framework, *, is_english: bool = False) -> list[tuple[str, str]]:
    """What holds of the whole, as rows of two cells below their heads."""
    root = framework.root
    points = "" if root.points is None else decimal(root.points)
    said = {"title": root.title, "code": root.code, "version": framework.version, "about": framework.about}
    rows = [(_SAID[name][is_english], text) for name, text in {**said, "points": points}.items()]
    return [(_HEADS[0][is_english], _HEADS[1][is_english]), *rows]


def is_about(grid: Grid) -> bool:
    """Whether the sheet says what holds of the whole."""
    return bool(grid.rows) and grid.rows[0].text(0) in _HEADS[0]


def head_in(grids: Iterable[Grid], *, title: str = "", version: str = "") -> Framework:
    """What holds of the whole, as such a sheet says it; as given where none does."""
    said = {
        name: row.text(1)
        for grid in grids
        if is_about(grid)
        for row in grid.rows[1:]
        for name, words in _SAID.items()
        if row.text(0) in words
    }
    points = said.get("points", "")
    root = Item(
        said.get("code", ""),
        title or said.get("title", ""),
        points=Fraction(points) if points.replace(".", "", 1).isdecimal() and points.isascii() else None,
    )
    return Framework(root, version or said.get("version", ""), said.get("about", ""))
