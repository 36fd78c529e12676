"""Score readings of plans against gold labels, and list every miss.

Rules of matching (each gold item takes at most one found item, the first in the order of the text that fits):

- measures: the starts lie within three characters of each other;
- duties: the same role, the same unit name (white space folded), and spans that overlap;
- attached: the matched duties whose measures match as well;
- terms: the same kind, spans that overlap, and an equal value: a missing key is null, a missing `every` is 1, numbers
  compare as numbers, and `each` may differ by 各, 每, 全, 所有 or a classifier in front;
- noise: how many characters of the gold's noise words are left in the text of the measures found.

`python -m tests.reading.scoring [-v] [NAME …]` reads the plans of `corpus/` and prints F1 by document.
"""

import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wenming.reading.read import read_text
from wenming.reading.reading_json import as_json

CORPUS = Path(__file__).parent / "corpus"
AREAS = ("measures", "duties", "attached", "terms")
START_TOLERANCE = 3
VALUE_KEYS = {
    "frequency": ("min", "max", "unit", "every", "period"),
    "quantity": ("min", "max", "unit"),
    "duration": ("min", "max", "unit"),
    "date": ("from", "to"),
    "coverage": ("each", "min"),
}
UNIVERSAL = re.compile(r"^(?:每一|每|各|所有|全[县市区体]|全)?[名个位所家户支类]?")


@dataclass(frozen=True)
class Item:
    """One thing to be matched: a measure, a duty or a term. `key` is what must be equal, besides the place."""

    area: str
    key: tuple[object, ...]
    start: int
    end: int
    measure: int

    def overlaps(self, other: "Item") -> bool:
        """Whether the two spans share a character."""
        return min(self.end, other.end) > max(self.start, other.start)


@dataclass(frozen=True)
class Tally:
    """How many items the gold holds, how many were found, and how many of these are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.gold + other.gold, self.found + other.found, self.right + other.right)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
        total = self.gold + self.found
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True)
class Score:
    """What one comparison came to: tallies by area, and the items that only one side has."""

    tallies: dict[str, Tally]
    missed: tuple[Item, ...] = ()
    invented: tuple[Item, ...] = ()
    noise_left: int = 0


@dataclass
class _Pairing:
    """Gold and found items of one area that belong together, and what is left of either."""

    pairs: list[tuple[Item, Item]] = field(default_factory=list)
    missed: list[Item] = field(default_factory=list)
    invented: list[Item] = field(default_factory=list)

    def tally(self) -> Tally:
        right = len(self.pairs)
        return Tally(right + len(self.missed), right + len(self.invented), right)


def squash(name: object) -> str:
    """The text without any white space."""
    return re.sub(r"\s+", "", str(name or ""))


def value_key(kind: str, value: object) -> tuple[object, ...]:
    """A term's value in a form in which equal values are equal (see the module's rules)."""
    if not isinstance(value, dict):
        return (value,)
    return tuple(_plain(key, value.get(key)) for key in VALUE_KEYS[kind])


def _plain(key: str, part: object) -> object:
    if key == "every" and part is None:
        return 1.0
    if isinstance(part, (int, float)):
        return float(part)
    if isinstance(part, str):
        return UNIVERSAL.sub("", squash(part)) if key == "each" else squash(part)
    return None


def items(document: dict[str, Any]) -> dict[str, list[Item]]:
    """The measures, duties and terms of a reading or a gold label, in the order of the text."""
    found: dict[str, list[Item]] = {"measures": [], "duties": [], "terms": []}
    for plan in document["plans"]:
        for measure in plan["measures"]:
            for item in _items_of(measure):
                found[item.area].append(item)
    return found


def _items_of(measure: dict[str, Any]) -> Iterator[Item]:
    start = measure["start"]
    yield Item("measures", (), start, measure["end"], start)
    for duty in measure.get("duties", ()):
        yield Item("duties", (duty["role"], squash(duty["unit"])), duty["start"], duty["end"], start)
    for term in measure.get("terms", ()):
        key = (term["kind"], *value_key(term["kind"], term["value"]))
        yield Item("terms", key, term["start"], term["end"], start)


def _same_start(one: Item, other: Item) -> bool:
    return abs(one.measure - other.measure) <= START_TOLERANCE


def _same_mention(one: Item, other: Item) -> bool:
    return one.key == other.key and one.overlaps(other)


def _pair(gold: Sequence[Item], found: Sequence[Item], same: Callable[[Item, Item], bool]) -> _Pairing:
    pairing = _Pairing(invented=list(found))
    for item in gold:
        match = next((other for other in pairing.invented if same(item, other)), None)
        if match is None:
            pairing.missed.append(item)
        else:
            pairing.invented.remove(match)
            pairing.pairs.append((item, match))
    return pairing


def compare(reading: dict[str, Any], gold: dict[str, Any]) -> Score:
    """Score a reading (the JSON form) against its gold label."""
    ours, theirs = items(reading), items(gold)
    same = {"measures": _same_start, "duties": _same_mention, "terms": _same_mention}
    pairings = {area: _pair(theirs[area], ours[area], same[area]) for area in same}
    tallies = {area: pairing.tally() for area, pairing in pairings.items()}
    attached = sum(_same_start(*pair) for pair in pairings["duties"].pairs)
    tallies["attached"] = Tally(tallies["duties"].gold, tallies["duties"].found, attached)
    return Score(
        tallies,
        missed=tuple(item for pairing in pairings.values() for item in pairing.missed),
        invented=tuple(item for pairing in pairings.values() for item in pairing.invented),
        noise_left=noise_left(reading, gold.get("noise_words", ())),
    )


def noise_left(reading: dict[str, Any], words: Sequence[str]) -> int:
    """How many characters of the known noise the texts of the measures still hold."""
    texts = [squash(measure.get("text")) for plan in reading["plans"] for measure in plan["measures"]]
    return sum(len(word) * text.count(squash(word)) for word in words for text in texts)


def names() -> list[str]:
    """The names of the corpus's documents, sorted."""
    return sorted(path.stem for path in CORPUS.glob("*.txt"))


def text_of(name: str) -> str:
    """A document's text as it stands, line ends kept."""
    return (CORPUS / f"{name}.txt").read_bytes().decode("utf-8")


def gold_of(name: str) -> dict[str, Any]:
    """A document's gold label."""
    gold: dict[str, Any] = json.loads((CORPUS / f"{name}.gold.json").read_text(encoding="utf-8"))
    return gold


def reading_of(name: str) -> dict[str, Any]:
    """What the reader finds in a document of the corpus, in its JSON form."""
    text = text_of(name)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return as_json(read_text(text, name=f"{name}.txt", sha256=digest))


def score(name: str) -> Score:
    """Read one document of the corpus and score it."""
    return compare(reading_of(name), gold_of(name))


def total(scores: Sequence[Score]) -> dict[str, Tally]:
    """The tallies of several documents added up."""
    return {area: sum((one.tallies[area] for one in scores), Tally()) for area in AREAS}


def _row(name: str, tallies: dict[str, Tally], noise: int) -> str:
    cells = (f"{tallies[area].f1:8.3f} /{tallies[area].gold:4d}" for area in AREAS)
    return f"{name:28s}{''.join(cells)}{noise:6d}"


def _complaints(name: str, found: Score) -> Iterator[str]:
    text = text_of(name)
    for word, group in (("missed", found.missed), ("invented", found.invented)):
        for item in sorted(group, key=lambda one: (one.area, one.start)):
            shown = " ".join(str(part) for part in item.key)
            mention = text[item.start : min(item.end, item.start + 40)].replace("\n", "⏎")
            before = text[max(0, item.start - 12) : item.start].replace("\n", "⏎")
            yield f"    {word:9s}{item.area:9s}{shown} at {item.start}: …{before}[{mention}]"


def _table(scores: dict[str, Score], *, with_misses: bool) -> Iterator[str]:
    yield f"{'F1 / gold':28s}" + "".join(f"{area:>14s}" for area in AREAS) + " noise"
    for name, found in scores.items():
        yield _row(name, found.tallies, found.noise_left)
        if with_misses:
            yield from _complaints(name, found)
    yield _row("all", total(list(scores.values())), sum(one.noise_left for one in scores.values()))


def main(arguments: Sequence[str]) -> None:
    """Print the table, and with -v what was missed and what was invented."""
    chosen = [argument for argument in arguments if not argument.startswith("-")] or names()
    scores = {name: score(name) for name in chosen}
    for line in _table(scores, with_misses="-v" in arguments):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
