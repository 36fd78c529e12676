"""Which standards of two frameworks ask for the same (六城联创): one piece of evidence then serves both, and how far.

A person confirms each link; what this module suggests by likeness of words is only where to look.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from heapq import nsmallest
from math import log, sqrt

from wenming.rules.amendment import bare
from wenming.rules.frameworks.model import Framework, Item


class Relation(StrEnum):
    """How what the first standard asks stands to what the second asks."""

    EQUAL = "equal"  # 等同
    SUBSET = "subset"  # 包含于: it asks less than the second
    SUPERSET = "superset"  # 包含: it asks more than the second
    INTERSECTS = "intersects"  # 交叉


class Reach(StrEnum):
    """How far evidence for one standard serves another."""

    FULL = "full"
    PARTLY = "partly"


BACK = {Relation.SUBSET: Relation.SUPERSET, Relation.SUPERSET: Relation.SUBSET}


@dataclass(frozen=True, slots=True)
class Link:
    """A standard of one framework, its relation to one of another, and in what they differ all the same.

    ``differs`` names any of scope, period, unit and threshold: then evidence serves partly at most.
    """

    source: str
    target: str
    relation: Relation
    differs: frozenset[str] = frozenset()

    @property
    def back(self) -> "Link":
        """The same link read from the other side."""
        return Link(self.target, self.source, BACK.get(self.relation, self.relation), self.differs)

    @property
    def reach(self) -> Reach:
        """How far what proves the source proves the target."""
        is_full = self.relation in {Relation.EQUAL, Relation.SUPERSET} and not self.differs
        return Reach.FULL if is_full else Reach.PARTLY


def served(standard: str, links: Iterable[Link]) -> dict[str, Reach]:
    """Which standards of other frameworks evidence for this one serves, and how far; also over a third standard.

    Over several links it reaches as far as the weakest of them.
    """
    onward: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        onward[link.source].append(link)
        onward[link.target].append(link.back)
    found: dict[str, Reach] = {standard: Reach.FULL}
    for reach in Reach:  # first what it serves in full, then the rest
        waiting = [code for code in found if reach is Reach.PARTLY or found[code] is Reach.FULL]
        while waiting:
            for link in onward[waiting.pop()]:
                if link.target not in found and (reach is Reach.PARTLY or link.reach is Reach.FULL):
                    found[link.target] = reach
                    waiting.append(link.target)
    del found[standard]
    return found


def serving(standard: str, links: Iterable[Link]) -> dict[str, Reach]:
    """Evidence for which standards of other frameworks serves this one, and how far: ``served`` from the other side."""
    return served(standard, [replace(link, relation=BACK.get(link.relation, link.relation)) for link in links])


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two standards whose words are alike: ``likeness`` from 0 to 1, ``shared`` the words that say so."""

    source: str
    target: str
    likeness: float
    shared: tuple[str, ...]


LEAST = 0.2  # of likeness between two standards
_WORDS_SHOWN = 5
Bag = Mapping[str, float]


def suggest(source: Framework, target: Framework, *, most: int = 3, least: float = LEAST) -> list[Suggestion]:
    """For each standard of the source those of the target that sound most like it, the likeliest first.

    ``least``: how like they must be, 0 to 1, to be worth a look.
    """
    from_, to = list(_standards(source)), list(_standards(target))
    said, wanted = [_pieces(item) for item in from_], [_pieces(item) for item in to]
    weight = _weights([*said, *wanted])
    bags = [_bag(pieces, weight) for pieces in wanted]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        for piece in bag:
            holders[piece].append(at)
    found = []
    for item, pieces in zip(from_, said, strict=True):
        bag = _bag(pieces, weight)
        alike = _likeness(bag, bags, holders)
        likeliest = nsmallest(most, alike, key=lambda at: (-alike[at], at))
        found += [
            Suggestion(item.code, to[at].code, round(alike[at], 4), _shared(item, bag, bags[at]))
            for at in likeliest
            if alike[at] >= least
        ]
    return found


def _standards(framework: Framework) -> Iterator[Item]:
    return (item for item in framework.root.walk() if not item.items)


def _pieces(item: Item) -> Counter[str]:
    """Pairs of characters of what it says and wants; what it wants counts once."""
    words = bare(f"{item.title}{item.text}")
    wanted = {bare(one.what)[at : at + 2] for one in item.evidence for at in range(len(bare(one.what)) - 1)}
    return Counter(words[at : at + 2] for at in range(len(words) - 1)) + Counter(wanted)


def _weights(bags: Sequence[Counter[str]]) -> Bag:
    """What many standards say says little: the logarithm of how rare a piece is."""
    standing = Counter(piece for bag in bags for piece in bag)
    return {piece: log((1 + len(bags)) / count) for piece, count in standing.items()}


def _bag(pieces: Counter[str], weight: Bag) -> Bag:
    """The pieces by their weight, put on length 1."""
    bag = {piece: count * weight[piece] for piece, count in pieces.items()}
    length = sqrt(sum(value * value for value in bag.values()))
    return {piece: value / length for piece, value in bag.items()} if length else {}


def _likeness(bag: Bag, bags: Sequence[Bag], holders: Mapping[str, Sequence[int]]) -> dict[int, float]:
    """How like each of those that share a piece is."""
    alike: dict[int, float] = defaultdict(float)
    for piece, value in bag.items():
        for at in holders.get(piece, ()):
            alike[at] += value * bags[at][piece]
    return alike


def _shared(item: Item, one: Bag, other: Bag) -> tuple[str, ...]:
    """The stretches of the item's words that both have, those that say most first."""
    words = "\n".join(bare(each) for each in (item.title, item.text, *(one.what for one in item.evidence)))
    said: dict[str, float] = {}
    begin, weight = 0, 0.0
    for at in range(len(words)):
        piece = words[at : at + 2]
        if piece in one and piece in other:
            weight += one[piece] * other[piece]
            continue
        if weight:
            said[words[begin : at + 1].strip("，。；、")] = weight
        begin, weight = at + 1, 0.0
    return tuple(sorted(said, key=lambda stretch: (-said[stretch], stretch))[:_WORDS_SHOWN])
