"""Links between the standards of two editions, what sounds alike, and what serves what."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from wenming.accounts.powers import Powers
from wenming.frameworks.models import Crossing, Crosslink, Difference, Edition, EditionState, Item
from wenming.frameworks.queries import found
from wenming.frameworks.reach import editions_seen
from wenming.rules.frameworks.crosswalk import Link, Reach, served, serving, suggest
from wenming.rules.frameworks.model import Framework, Wanted
from wenming.rules.frameworks.model import Item as PackItem

MOST = 3  # suggestions for one standard
LEAST = 0.1  # of likeness: two offices word the same thing very differently
_FOUND = 20


def others(edition: Edition, powers: Powers) -> QuerySet[Edition]:
    """The editions in force of other frameworks that the person sees."""
    seen = editions_seen(powers).filter(state=EditionState.IN_FORCE)
    return seen.exclude(framework=edition.framework_id).order_by("framework__title", "pk")


def between(one: Edition, other: Edition) -> QuerySet[Crosslink]:
    """All that was said of standards of both, in either direction."""
    there = Q(source__edition=one, target__edition=other)
    return Crosslink.objects.filter(there | Q(source__edition=other, target__edition=one))


@dataclass(frozen=True, slots=True)
class Linked:
    """What a standard is linked to, from its side."""

    item: Item
    link: Link

    @property
    def words(self) -> object:
        """The relation in words."""
        return Crossing(self.link.relation.value).label

    @property
    def differ_words(self) -> list[object]:
        """In what they differ, in words."""
        return [one.label for one in Difference if one.value in self.link.differs]


@dataclass(frozen=True, slots=True)
class Guess:
    """A standard that sounds like it; ``shared`` are the words that say so."""

    item: Item
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One standard with what it is linked to in the other framework, and what sounds like it."""

    item: Item
    linked: Sequence[Linked]
    guesses: Sequence[Guess]


def rows_of(items: Sequence[Item], other: Edition, *, with_guesses: bool) -> list[Row]:
    """The standards of one page beside the other framework; four queries, however many they are."""
    keys = {one.pk for one in items}
    said: dict[int, dict[int, Crosslink]] = defaultdict(dict)
    near = Q(source__in=keys, target__edition=other) | Q(target__in=keys, source__edition=other)
    for one in Crosslink.objects.filter(near).order_by("pk"):
        own, far = (one.source_id, one.target_id) if one.source_id in keys else (one.target_id, one.source_id)
        said[own][far] = one
    standards = {one.pk: one for one in other.items.filter(is_standard=True).order_by("position")}
    alike = _alike(items, standards.values()) if with_guesses else {}
    return [
        Row(one, _linked(one.pk, said[one.pk], standards), _unsaid(alike.get(one.pk, ()), said[one.pk], standards))
        for one in items
    ]


def _linked(key: int, said: Mapping[int, Crosslink], standards: Mapping[int, Item]) -> list[Linked]:
    real = {far: one for far, one in said.items() if one.relation != Crossing.NONE}
    return [Linked(standards[far], one.seen_from(key)) for far, one in real.items() if far in standards]


def _unsaid(
    alike: Iterable[tuple[int, tuple[str, ...]]], said: Collection[int], standards: Mapping[int, Item]
) -> list[Guess]:
    return [Guess(standards[far], shared) for far, shared in alike if far not in said][:MOST]


def _alike(items: Iterable[Item], standards: Iterable[Item]) -> dict[int, list[tuple[int, tuple[str, ...]]]]:
    """For each key the keys of what sounds most like it, with the words that both say."""
    alike: dict[int, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for one in suggest(_framework(items), _framework(standards), most=2 * MOST, least=LEAST):
        alike[int(one.source)].append((int(one.target), one.shared))
    return alike


def _framework(items: Iterable[Item]) -> Framework:
    return Framework(PackItem("", items=tuple(_worded(one) for one in items)))


def _worded(item: Item) -> PackItem:
    wanted = tuple(Wanted("", one.get("what", "")) for one in item.body.get("evidence", ()))
    return PackItem(str(item.pk), title=item.title, text=item.body.get("text", ""), evidence=wanted)


def found_for(item: Item, other: Edition, text: str) -> list[Guess]:
    """Standards of the other framework in which these words stand, without those it is linked to already."""
    linked = between(item.edition, other).exclude(relation=Crossing.NONE).filter(Q(source=item) | Q(target=item))
    known = {key for pair in linked.values_list("source", "target") for key in pair}
    if not text:
        return []
    rows = found(other.items.filter(is_standard=True).order_by("position"), text)
    return [Guess(one, ()) for one in rows[: _FOUND + len(known)] if one.pk not in known][:_FOUND]


@dataclass(frozen=True, slots=True)
class Served:
    """How many standards of the other framework this one's evidence serves: in full, in part, not at all."""

    full: int
    partly: int
    none: int


def served_of(edition: Edition, other: Edition) -> Served:
    """How far what proves this framework proves the other; two queries."""
    standards = set(other.items.filter(is_standard=True).values_list("pk", flat=True))
    best: dict[int, Reach] = {}
    for one in between(edition, other).exclude(relation=Crossing.NONE):
        far = one.target_id if one.target_id in standards else one.source_id
        own = one.source_id if far == one.target_id else one.target_id
        reach = one.seen_from(own).reach
        best[far] = Reach.FULL if Reach.FULL in (reach, best.get(far)) else Reach.PARTLY
    full = sum(reach is Reach.FULL for reach in best.values())
    return Served(full, len(best) - full, len(standards) - len(best))


@dataclass(frozen=True, slots=True)
class Use:
    """A standard of another framework that evidence for this one serves; ``link`` None: over a third standard."""

    item: Item
    is_full: bool
    link: Linked | None


def uses_of(item: Item, powers: Powers) -> list[Use]:
    """Where else evidence for the standard counts, in the frameworks in force that the person sees; three queries."""
    by_pair = {frozenset((one.source_id, one.target_id)): one for one in _links_around(item, powers)}
    reached = served(str(item.pk), [one.link for one in by_pair.values()])
    return [_use(item, one, reached[str(one.pk)], by_pair) for one in _items(reached)]


def serving_of(item: Item, powers: Powers) -> list[tuple[Item, Reach]]:
    """Evidence for which standards of other frameworks counts here, and how far; those in full first. Three queries."""
    reached = serving(str(item.pk), [one.link for one in _links_around(item, powers)])
    found = [(one, reached[str(one.pk)]) for one in _items(reached)]
    return sorted(found, key=lambda one: one[1] is not Reach.FULL)


def _links_around(item: Item, powers: Powers) -> list[Crosslink]:
    """All links between frameworks in force that the person sees; none where the standard has none itself."""
    seen = editions_seen(powers).filter(state=EditionState.IN_FORCE)
    real = Crosslink.objects.exclude(relation=Crossing.NONE)
    if not real.filter(Q(source=item) | Q(target=item)).exists():
        return []
    return list(real.filter(source__edition__in=seen, target__edition__in=seen))


def _items(reached: Iterable[str]) -> list[Item]:
    rows = Item.objects.filter(pk__in=map(int, reached)).select_related("edition__framework")
    return list(rows.order_by("edition_id", "position"))


def _use(item: Item, far: Item, reach: Reach, by_pair: Mapping[frozenset[int], Crosslink]) -> Use:
    direct = by_pair.get(frozenset((item.pk, far.pk)))
    return Use(far, reach is Reach.FULL, Linked(far, direct.seen_from(item.pk)) if direct else None)
