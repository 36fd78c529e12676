"""A framework (测评体系) as versioned data: a tree of items with all that a pack says of them, as frozen values.

``more`` of each is what the pack says beyond the format, as JSON; nothing of it is understood, and nothing is lost.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from wenming.rules.scoring.model import Node, Rounding
from wenming.rules.scoring.negative import Entry
from wenming.rules.scoring.scoring_rules import MeanOfSites, Rule, Sum

_SUM, _MEAN = Sum(), MeanOfSites()


@dataclass(frozen=True, slots=True)
class Role:
    """Who usually answers for something: ``role`` as of a duty (lead, responsible, cooperating, supervising)."""

    role: str
    unit: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A piece of evidence that is wanted (申报材料): its format (规范文件, 说明报告, 实景图片 …) and what it shows.

    ``count`` and ``window`` as the framework words them; ``max_words`` of a report; ``by``: whose document it must be.
    """

    format: str
    what: str
    max_words: int | None = None
    count: str = ""
    window: str = ""
    by: str = ""
    roles: tuple[Role, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class SiteCheck:
    """What is looked at where: ``kind`` site, phone or interview; the kinds of sites, and what is checked there."""

    kind: str
    sites: tuple[str, ...]
    checks: tuple[str, ...]
    roles: tuple[Role, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked in the survey (问卷调查)."""

    text: str
    roles: tuple[Role, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Applies:
    """Whom an item concerns; what is empty excludes nobody."""

    kinds: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()


_EVERYBODY = Applies()


@dataclass(frozen=True, slots=True)
class Item:
    """One item; one without items below is a standard (测评标准). ``rule`` None: as the format presets it."""

    code: str
    title: str = ""
    text: str = ""
    points: Fraction | None = None
    weight: Fraction | None = None
    bonus: bool = False
    rule: Rule | None = None
    rounding: Rounding | None = None
    methods: tuple[str, ...] = ()
    applies: Applies = _EVERYBODY
    evidence: tuple[Wanted, ...] = ()
    checks: tuple[SiteCheck, ...] = ()
    survey: tuple[Question, ...] = ()
    roles: tuple[Role, ...] = ()
    items: tuple["Item", ...] = ()
    more: str = ""

    def walk(self) -> Iterator["Item"]:
        """This item and all below it, each before those below it."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework in one version; ``root`` bears its code and title."""

    root: Item
    version: str = ""
    about: str = ""
    language: str = "zh"
    totals: tuple[tuple[str, Fraction], ...] = ()  # what each method brings together, such as 材料 40; largest first
    negative: tuple[Entry, ...] = ()  # 负面清单

    @property
    def tree(self) -> Node:
        """What is scored."""
        return _node(self.root)

    def codes_of(self, item: Item) -> frozenset[str]:
        """The codes that mean the item with what stands below it and nothing else; none where others share them.

        Only standards have codes of their own; several items above them may bear one.
        """
        everywhere, within = (Counter(one.code for one in top.walk()) for top in (self.root, item))
        standards = {one.code for one in item.walk() if not one.items}
        for codes in ({item.code}, standards):
            if all(within[code] == everywhere[code] for code in codes):
                return frozenset(codes)
        return frozenset()


def _node(item: Item) -> Node:
    """The item as it is scored: without a rule of its own it sums up its items, or is the mean of its sites."""
    return Node(
        item.code,
        title=item.title,
        points=item.points,
        rule=item.rule or (_SUM if item.items else _MEAN),
        items=tuple(_node(one) for one in item.items),
        weight=item.weight,
        bonus=item.bonus,
        rounding=item.rounding,
        methods=item.methods,
    )
