"""Tables for tests: rows of text, as somebody of an office would fill them."""

from wenming.rules.frameworks.model import Framework, Item
from wenming.rules.frameworks.sheets.columns import Matching, find_heads, guess
from wenming.rules.frameworks.sheets.faults import say
from wenming.rules.frameworks.sheets.grid import Grid, Merged, Row
from wenming.rules.frameworks.sheets.reading import Told, read_table

HEAD = Framework(Item("", "测评体系"))


def grid(*rows: list[str], merged: tuple[Merged, ...] = ()) -> Grid:
    """The rows as a sheet, from its first row on; empty ones are left out."""
    filled = [Row(number, tuple(cells)) for number, cells in enumerate(rows, start=1) if any(cells)]
    return Grid("测评体系", tuple(filled), merged)


def matched(table: Grid) -> Matching:
    """What the columns mean, as guessed."""
    heads = find_heads(table)
    assert heads
    return guess(table, heads)


def read(*rows: list[str], merged: tuple[Merged, ...] = ()) -> Told:
    """What the table says, with its columns as guessed."""
    table = grid(*rows, merged=merged)
    return read_table(table, matched(table), HEAD)


def faults(told: Told) -> list[str]:
    """What is wrong, at its cell."""
    return [f"{one.cell}: {say(one)}" for one in told.faults]


def outline(told: Told) -> list[str]:
    """The items, each with dots for its depth."""
    assert told.framework, faults(told)
    return [line for one in told.framework.root.items for line in _lines(one, 0)]


def _lines(item: Item, depth: int) -> list[str]:
    return [f"{'·' * depth}{item.code} {item.title}", *(line for one in item.items for line in _lines(one, depth + 1))]
