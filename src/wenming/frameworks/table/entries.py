"""What stands in the office's own columns, as pages show it."""

from collections.abc import Sequence

from wenming.frameworks.models import Column, Edition, Entry, Item

Said = list[tuple[int, str]]  # the piece (0: the standard) and what is said of it


def columns_of(edition: Edition) -> list[Column]:
    """The columns in their order; one query."""
    return list(edition.columns.all())


def said_of(item: Item, columns: Sequence[Column]) -> list[Said]:
    """Column by column what is said of the standard, then of its pieces; item as with_assignments."""
    rows: Sequence[Entry] = item.filled_in  # type: ignore[attr-defined]  # queries.with_assignments
    return [[(row.wanted, row.text) for row in rows if row.column_id == one.pk] for one in columns]


def said_at(item: Item, number: int, columns: Sequence[Column]) -> list[str]:
    """Column by column what is said of one piece; where nothing is, what is said of the standard."""
    said = [dict(one) for one in said_of(item, columns)]
    return [one.get(number) or one.get(0, "") for one in said]
