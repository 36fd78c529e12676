"""Decisions that a unit does not answer for a standard: they hold in every edition where it stands word for word."""

from collections import defaultdict
from collections.abc import Mapping

from wenming.frameworks.models import GONE, Dispute, Edition, Item

Place = tuple[int, int]  # an item's key, and 0 for the item or n for the n-th piece of evidence it wants
Rulings = Mapping[
    Place, Mapping[int, Dispute]
]  # for each place the units that do not answer for it, and by which decision


def rulings_of(edition: Edition) -> Rulings:
    """The decisions that hold for the edition; one query where there are none, else two."""
    decided: dict[tuple[str, ...], list[Dispute]] = defaultdict(list)
    held = Dispute.objects.filter(
        item__edition__framework=edition.framework_id, outcome__in=GONE, ended_at=None
    ).select_related("item", "unit", "given_to")
    for one in held.order_by("pk"):
        decided[_words(one.item, one.wanted)].append(one)
    if not decided:
        return {}
    found: dict[Place, dict[int, Dispute]] = defaultdict(dict)
    for item in edition.items.filter(is_standard=True, title__in={title for title, *_more in decided}):
        for number in range(1 + len(_pieces(item))):
            for one in decided.get(_words(item, number), ()):
                found[item.pk, number][one.unit_id] = one
    return found


def is_released(rulings: Rulings, place: Place, unit: int | None) -> bool:
    """Whether it was decided that the unit does not answer there."""
    return unit is not None and unit in rulings.get(place, {})


def _words(item: Item, number: int) -> tuple[str, ...]:
    """What makes it the same standard, or the same piece, in another edition: its words, whatever its code."""
    pieces = _pieces(item)
    piece = pieces[number - 1].get("what", "") if 0 < number <= len(pieces) else ""
    return (item.title, item.body.get("text", ""), str(number and 1), piece)


def _pieces(item: Item) -> list[dict[str, str]]:
    pieces: list[dict[str, str]] = item.body.get("evidence", [])
    return pieces
