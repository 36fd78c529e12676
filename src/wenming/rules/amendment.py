"""What an amended document changed: its items paired with those of the version before, and what differs in each.

Items pair by the same words first, then by the same title, then by likeness. Numbers before a title do not count: when
one item is dropped, all that follow get another number.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

LIKE = 0.5  # from this share of common pairs of characters two texts are one item reworded
LIKE_UNDER_ONE_TITLE = 0.15  # items of the same title may be reworded almost wholly
_COMMON = 24  # a pair of characters that more items than this share says nothing about any of them
_NUMBER = re.compile(
    r"^(?:第?[一二三四五六七八九十百零〇]{1,5}[、.．是]|[(（][一二三四五六七八九十百\d]{1,4}[)）]|\d{1,3}(?:[.．]\d{1,3})*[、.．)）]?(?!\d|年|月|日|个|%)|[①-⑳])"
)
_TOKEN = re.compile(r"[A-Za-z]+|\d+(?:\.\d+)?%?|\s+|.", re.DOTALL)
_LONG = 2_000  # tokens; longer texts are compared sentence by sentence
_SENTENCE = re.compile(r"[^。；！？\n]*[。；！？\n]?")
_BREATH = 2  # an unchanged stretch this short between two changes is read as changed


class Fate(StrEnum):
    """What became of an item."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of one version: ``key`` is the caller's, ``facts`` what was read from it, field by field."""

    key: int
    title: str
    text: str
    path: tuple[str, ...] = ()
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs, with what it held before and holds now; an empty side holds nothing."""

    field: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """An item before and after; one of them is None where it was added or dropped."""

    old: Item | None
    new: Item | None
    fate: Fate
    is_reworded: bool = False  # its text differs, numbers aside
    is_moved: bool = False  # it stands under other headings
    differences: tuple[Difference, ...] = ()  # in its facts


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text that stayed or changed."""

    text: str
    is_changed: bool


def bare(text: str) -> str:
    """The words as they are compared: without the number before them and without white space.

    >>> bare("（三） 修好 路灯")
    '修好路灯'
    """
    return "".join(_NUMBER.sub("", text.strip()).split())


def compare(old: Sequence[Item], new: Sequence[Item]) -> list[Pair]:
    """Both versions' items in the order of the new one; what was dropped stands after what it followed."""
    partner = _partners(old, new)
    kept = set(partner.values())
    follows: dict[int, list[int]] = defaultdict(list)  # place in new (-1: before all) → places in old that were dropped
    place_of = {before: after for after, before in partner.items()}
    last = -1
    for before in range(len(old)):
        if before in kept:
            last = place_of[before]
        else:
            follows[last].append(before)
    pairs = [Pair(old[before], None, Fate.DROPPED) for before in follows[-1]]
    for after, item in enumerate(new):
        pairs.append(_pair(old[partner[after]], item) if after in partner else Pair(None, item, Fate.ADDED))
        pairs += [Pair(old[before], None, Fate.DROPPED) for before in follows[after]]
    return pairs


def _pair(old: Item, new: Item) -> Pair:
    is_reworded = bare(old.text) != bare(new.text) or bare(old.title) != bare(new.title)
    is_moved = [bare(step) for step in old.path] != [bare(step) for step in new.path]
    differences = tuple(_differences(dict(old.facts), dict(new.facts)))
    changed = is_reworded or bool(differences)
    return Pair(old, new, Fate.CHANGED if changed else Fate.UNCHANGED, is_reworded, is_moved, differences)


def _differences(old: Mapping[str, tuple[str, ...]], new: Mapping[str, tuple[str, ...]]) -> Iterator[Difference]:
    for field in dict.fromkeys([*old, *new]):
        before, after = old.get(field, ()), new.get(field, ())
        if Counter(before) != Counter(after):
            yield Difference(field, before, after)


def _partners(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Place in ``new`` → place in ``old`` of the same item."""
    free_old, free_new = dict.fromkeys(range(len(old))), dict.fromkeys(range(len(new)))
    partner: dict[int, int] = {}
    for score in (_same_text, _same_title, _alike):
        for after, before in score([(at, old[at]) for at in free_old], [(at, new[at]) for at in free_new]):
            partner[after] = before
            del free_old[before], free_new[after]
    return partner


_Placed = Sequence[tuple[int, Item]]
_Found = list[tuple[int, int]]  # place in new, place in old


def _same_text(old: _Placed, new: _Placed) -> _Found:
    return _in_order(
        ((at, (bare(item.title), bare(item.text))) for at, item in old),
        ((at, (bare(item.title), bare(item.text))) for at, item in new),
    )


def _in_order(old: Iterable[tuple[int, object]], new: Iterable[tuple[int, object]]) -> _Found:
    """Those with the same key, the first with the first, the second with the second."""
    waiting: dict[object, list[int]] = defaultdict(list)
    for at, key in old:
        waiting[key].append(at)
    found = []
    for at, key in new:
        if waiting[key]:
            found.append((at, waiting[key].pop(0)))
    return found


def _same_title(old: _Placed, new: _Placed) -> _Found:
    texts_old, texts_new = dict(old), dict(new)
    pairs = _in_order(((at, bare(item.title)) for at, item in old), ((at, bare(item.title)) for at, item in new))
    return [
        (after, before)
        for after, before in pairs
        if likeness(texts_old[before].text, texts_new[after].text) >= LIKE_UNDER_ONE_TITLE
    ]


def _alike(old: _Placed, new: _Placed) -> _Found:
    """The likeliest pairs first; of equal ones those that stand nearest to each other."""
    bags = {at: _pieces(item.text) for at, item in old}
    holders: dict[str, list[int]] = defaultdict(list)
    for at, bag in bags.items():
        for piece in bag:
            holders[piece].append(at)
    scored = []
    for after, item in new:
        bag = _pieces(item.text)
        shared = Counter(at for piece in bag if len(holders[piece]) <= _COMMON for at in holders[piece])
        for before in shared:
            alike = _dice(bags[before], bag)
            if alike >= LIKE:
                scored.append((-alike, abs(after - before), after, before))
    found: _Found = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _alikeness, _distance, after, before in sorted(scored):
        if before not in taken_old and after not in taken_new:
            found.append((after, before))
            taken_old.add(before)
            taken_new.add(after)
    return found


def likeness(one: str, other: str) -> float:
    """Dice's coefficient of the pairs of characters of two texts, numbers before them aside: 0 to 1."""
    return _dice(_pieces(one), _pieces(other))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _pieces(text: str) -> Counter[str]:
    words = bare(text)
    return Counter(words[at : at + 2] for at in range(len(words) - 1)) or Counter([words] if words else [])


def changed_words(old: str, new: str) -> tuple[list[Words], list[Words]]:
    """Both texts cut into what stayed and what changed; a number is one word.

    >>> changed_words("新增600个", "新增800个")[1]
    [Words(text='新增', is_changed=False), Words(text='800', is_changed=True), Words(text='个', is_changed=False)]
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) + len(after) > 2 * _LONG:
        before, after = ([part for part in _SENTENCE.findall(text) if part] for text in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    left: list[Words] = []
    right: list[Words] = []
    for tag, a, b, c, d in _with_breath(matcher.get_opcodes()):
        _append(left, "".join(before[a:b]), is_changed=tag != "equal")
        _append(right, "".join(after[c:d]), is_changed=tag != "equal")
    return left, right


_Opcode = tuple[str, int, int, int, int]


def _with_breath(opcodes: Sequence[_Opcode]) -> Iterator[_Opcode]:
    """A stray character that stayed between two changes is no help to a reader: it counts as changed."""
    for at, (tag, a, b, c, d) in enumerate(opcodes):
        is_inside = 0 < at < len(opcodes) - 1
        yield ("replace" if tag == "equal" and is_inside and b - a < _BREATH else tag, a, b, c, d)


def _append(words: list[Words], text: str, *, is_changed: bool) -> None:
    if not text:
        return
    if words and words[-1].is_changed == is_changed:
        text = words.pop().text + text
    words.append(Words(text, is_changed))
