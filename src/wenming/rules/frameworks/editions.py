"""A new edition of a framework beside the old one, item by item: what stands, what changed, what came and what went."""

from collections.abc import Iterator

from wenming.rules import amendment
from wenming.rules.frameworks.model import Framework, Item, Wanted
from wenming.rules.frameworks.writing import decimal

Facts = tuple[tuple[str, tuple[str, ...]], ...]


def compare_editions(old: Framework, new: Framework) -> list[amendment.Pair]:
    """Both editions' items in the order of the new one; ``key`` of each is its place in ``root.walk()``.

    Items pair by their words, whatever their codes: a new edition numbers anew. Assignments, evidence and points carry
    over where an item stands unchanged; where it changed, somebody has to look again.
    """
    return amendment.compare(list(_items(old)), list(_items(new)))


def _items(framework: Framework) -> Iterator[amendment.Item]:
    for key, (item, path) in enumerate(_walk(framework.root, ())):
        if key:  # the framework itself is no item of it
            text = f"{item.title}\n{item.text}" if item.text else item.title
            yield amendment.Item(key, item.title, text, path, _facts(item))


def _walk(item: Item, path: tuple[str, ...]) -> Iterator[tuple[Item, tuple[str, ...]]]:
    yield item, path
    for one in item.items:
        yield from _walk(one, (*path, item.title))


def _facts(item: Item) -> Facts:
    return (
        ("points", () if item.points is None else (decimal(item.points),)),
        ("methods", item.methods),
        ("score", (repr(item.rule),) if item.rule else ()),
        ("evidence", tuple(_told(one) for one in item.evidence)),
        ("checks", tuple("；".join((*one.sites, *one.checks)) for one in item.checks)),
        ("survey", tuple(one.text for one in item.survey)),
    )


def _told(one: Wanted) -> str:
    words = str(one.max_words) if one.max_words is not None else ""
    return "；".join(part for part in (one.format, one.what, words, one.count, one.window, one.by) if part)
