"""A framework as rows and back: an item a row, its place in the tree beside what the pack says of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wenming.frameworks.models import CODE_LENGTH, TITLE_LENGTH, Edition, Item
from wenming.rules.frameworks.located import from_json
from wenming.rules.frameworks.model import Framework as Pack
from wenming.rules.frameworks.model import Item as PackItem
from wenming.rules.frameworks.pack import framework_of
from wenming.rules.frameworks.writing import body_of, head_of


@dataclass(frozen=True, slots=True)
class _Placed:
    """An item with its position in the walk, the position of what it stands under, and its depth."""

    item: PackItem
    position: int
    parent: int | None
    depth: int


def make_rows(edition: Edition, pack: Pack) -> None:
    """All items of the pack as rows of the edition; a statement or two for each level."""
    edition.head = head_of(pack)
    edition.save(update_fields=["head"])
    placed = list(_placed(pack.root))
    keys: dict[int, int] = {}
    for depth in range(1 + max(one.depth for one in placed)):
        level = [one for one in placed if one.depth == depth]
        rows = Item.objects.bulk_create((_row(edition, one, keys) for one in level), batch_size=500)
        keys |= {one.position: row.pk for one, row in zip(level, rows, strict=True)}


def _placed(root: PackItem) -> Iterator[_Placed]:
    waiting: list[tuple[PackItem, int | None, int]] = [(root, None, 0)]
    position = 0
    while waiting:
        item, parent, depth = waiting.pop()
        yield _Placed(item, position, parent, depth)
        waiting.extend((one, position, depth + 1) for one in reversed(item.items))
        position += 1


def _row(edition: Edition, placed: _Placed, keys: Mapping[int, int]) -> Item:
    item = placed.item
    return Item(
        edition=edition,
        parent_id=None if placed.parent is None else keys[placed.parent],
        position=placed.position,
        depth=placed.depth,
        is_standard=not item.items,
        code=item.code[:CODE_LENGTH],
        title=item.title[:TITLE_LENGTH],
        body=body_of(item),
        words=words_of(item),
    )


def words_of(item: PackItem) -> str:
    """All that a search for the item looks through."""
    wanted = (one.what for one in item.evidence)
    checks = (text for one in item.checks for text in (*one.sites, *one.checks))
    return "\n".join(filter(None, [item.code, item.title, item.text, *wanted, *checks, *(q.text for q in item.survey)]))


def pack_of(edition: Edition) -> Pack:
    """The edition as the pack that it is; one query."""
    return framework_of(from_json(json_of(edition)))


def json_of(edition: Edition) -> dict[str, Any]:
    """The edition's pack as JSON; one query."""
    rows = edition.items.order_by("position").values_list("pk", "parent_id", "body")
    return {**edition.head, **_nested(rows)}


def _nested(rows: Iterable[tuple[int, int | None, dict[str, Any]]]) -> dict[str, Any]:
    bodies: dict[int, dict[str, Any]] = {}
    root: dict[str, Any] = {}
    for key, parent, body in rows:
        bodies[key] = {**body}
        if parent is None:
            root = bodies[key]
        else:
            bodies[parent].setdefault("items", []).append(bodies[key])
    return root


def item_of(row: Item) -> PackItem:
    """What the pack says of one item, without those below it."""
    # A standard stands for any item here: alone, a pack must have something below its root.
    body = {name: value for name, value in row.body.items() if row.is_standard or name != "score"}
    pack = framework_of(from_json({"items": [body | {"code": row.body.get("code") or "-"}]}))
    return pack.root.items[0]
