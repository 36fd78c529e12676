"""A framework as a table and back: whatever columns hold is the same again."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from tests.rules.frameworks.sheets.making import faults, matched
from wenming.rules.frameworks.model import Framework, Item, Question, Role, SiteCheck, Wanted
from wenming.rules.frameworks.sheets.columns import ROLES, Means
from wenming.rules.frameworks.sheets.grid import Grid, Row
from wenming.rules.frameworks.sheets.reading import read_table
from wenming.rules.frameworks.sheets.writing import Cells, Head, about_of, head_in, is_about, table_of
from wenming.rules.frameworks.shipped import names, shipped

_SEEN = st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.sampled_from("甲乙、，;=+-1①Ⅲ)（分字")
words = st.text(_SEEN, min_size=1, max_size=8)
lines = st.lists(words, min_size=1, max_size=2).map("\n".join)
names_in_cell = st.lists(words, unique=True, max_size=3)
roles = st.lists(st.tuples(st.sampled_from(ROLES), words), unique=True, max_size=3).map(
    lambda pairs: _sorted([Role(means.value, name) for means, name in pairs])
)
numbers = st.none() | st.integers(0, 99_999).map(lambda cents: Fraction(cents, 100))
pieces = st.builds(
    Wanted,
    st.just("") | words,
    lines,
    st.none() | st.integers(0, 9999),
    st.just("") | words,
    st.just("") | words,
    st.just("") | words,
    roles,
)
kinds = st.sampled_from(["site", "phone", "interview"])
checks = st.builds(SiteCheck, kinds, names_in_cell.map(tuple), st.lists(words, max_size=2).map(tuple), roles)
questions = st.builds(Question, lines, roles)


@st.composite
def items(draw: st.DrawFn, codes: "count[int]", depth: int) -> Item:
    """An item with up to two more levels; what has items below may be without a code."""
    below = [draw(items(codes, depth - 1)) for _at in range(draw(st.integers(0, 2)))] if depth else []
    code = draw(st.sampled_from(["{}", "Ⅲ-{}", "{})", "（{}）", "{}.1", "编{}"])).format(next(codes))
    return Item(
        code,
        "名" + draw(words),
        draw(st.just("") | lines),
        points=draw(numbers),
        methods=tuple(draw(names_in_cell)),
        evidence=tuple(draw(st.lists(pieces, max_size=2))),
        checks=tuple(draw(st.lists(checks, max_size=2))),
        survey=tuple(draw(st.lists(questions, max_size=1))),
        roles=draw(roles),
        items=tuple(below),
    )


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """A framework of what columns hold."""
    codes = count(1)
    root = draw(items(codes, 3).filter(lambda item: bool(item.items)))
    bare = replace(root, text="", methods=(), evidence=(), checks=(), survey=(), roles=())
    return Framework(bare, draw(words), draw(st.just("") | lines))


def grids(framework: Framework, *, is_english: bool = False) -> list[Grid]:
    """The sheets as they are read."""
    table, about = table_of(framework, is_english=is_english), about_of(framework, is_english=is_english)
    said = Grid("体系说明", tuple(Row(number, row) for number, row in enumerate(about, start=1)))
    return [_grid(*table), said]


def _grid(heads: Sequence[Head], rows: Sequence[Cells]) -> Grid:
    first = Row(1, tuple(head.words for head in heads))
    more = (Row(number, tuple(row.get(head.name, "") for head in heads)) for number, row in enumerate(rows, start=2))
    return Grid("测评体系", (first, *more))


def again(framework: Framework, *, is_english: bool = False) -> Framework:
    """The framework once it was written and read."""
    found = grids(framework, is_english=is_english)
    table = next(one for one in found if not is_about(one))
    told = read_table(table, matched(table), head_in(found))
    assert told.framework, faults(told)
    return told.framework


@given(frameworks(), st.booleans())
def test_what_goes_out_comes_in_again(framework: Framework, is_english: bool) -> None:
    assert again(framework, is_english=is_english) == framework


def test_the_frameworks_that_come_along_lose_only_what_no_column_holds() -> None:
    for name in names():
        framework = shipped(name)
        bare = replace(framework.root, methods=())  # the framework itself has no row
        assert _held(again(framework).root) == _held(bare)


def _held(item: Item) -> Item:
    """The item as far as columns hold it."""
    return Item(
        item.code,
        item.title,
        item.text,
        points=item.points,
        methods=item.methods,
        evidence=tuple(replace(one, more="", roles=_sorted(one.roles)) for one in item.evidence),
        checks=tuple(replace(one, more="", roles=_sorted(one.roles)) for one in item.checks),
        survey=tuple(replace(one, more="", roles=_sorted(one.roles)) for one in item.survey),
        roles=_sorted(item.roles),
        items=tuple(_held(one) for one in item.items),
    )


def _sorted(roles: Sequence[Role]) -> tuple[Role, ...]:
    return tuple(dict.fromkeys(sorted(roles, key=lambda one: ROLES.index(Means(one.role)))))


def test_heads_say_how_deep_a_framework_is() -> None:
    flat = Framework(Item("", "甲", items=(Item("1", "乙"),)))
    assert [head.words for head in table_of(flat)[0]][:2] == ["编号", "测评标准"]
    deep = Item("9", "末")
    for number in range(5):
        deep = Item(str(number), "层", items=(deep,))
    heads = [head.words for head in table_of(Framework(deep))[0]]
    assert heads[1:6] == ["第1级", "第2级", "第3级", "第4级", "测评标准"]
