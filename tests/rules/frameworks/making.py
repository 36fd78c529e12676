"""Frameworks by chance, with everything that the format can say."""

import json
from fractions import Fraction
from itertools import count

from hypothesis import strategies as st

from wenming.rules.frameworks.entries import in_order
from wenming.rules.frameworks.model import Applies, Framework, Item, Question, Role, SiteCheck, Wanted
from wenming.rules.frameworks.negative_pack import DAYS
from wenming.rules.frameworks.pack import CHECKS, ROLES
from wenming.rules.scoring.model import Mode, Rounding
from wenming.rules.scoring.negative import Effect, Entry, Sanction, Status
from wenming.rules.scoring.scoring_rules import (
    AllMethods,
    Better,
    CountPoints,
    Deduct,
    Grade,
    Ladder,
    MeanOfSites,
    Ratio,
    Reach,
    Rule,
    Sum,
    Survey,
    Threshold,
    Veto,
    WeightedMean,
)

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["1.10", "true", "null", "2026-01-01", "- a", "a: b", "&x", "第一条\n第二条", " "]
)
words = st.lists(texts.filter(bool), max_size=2).map(tuple)
numbers = st.integers(1, 10_000).map(lambda cents: Fraction(cents, 100))
shares = st.integers(0, 100).map(lambda cents: Fraction(cents, 100))
roles = st.lists(st.builds(Role, st.sampled_from(ROLES), texts.filter(bool)), max_size=2).map(tuple)
mores = st.just("") | st.dictionaries(
    st.sampled_from(["uncertain", "by_hand"]), st.none() | st.booleans() | st.integers(-99, 99) | texts, min_size=1
).map(lambda more: json.dumps(more, ensure_ascii=False, sort_keys=True))
wanted = st.builds(Wanted, texts, texts, st.none() | st.integers(0, 9999), texts, texts, texts, roles, mores)
checks = st.builds(SiteCheck, st.sampled_from(CHECKS), words, words, roles, mores)
questions = st.builds(Question, texts, roles, mores)
leaf_rules: st.SearchStrategy[Rule | None] = st.one_of(
    st.none(),
    st.just(MeanOfSites()),
    st.just(Grade()),
    st.builds(lambda low: Grade(in_order({"优": Fraction(1), "差": low})), shares),
    st.builds(
        lambda steps, better: Threshold(tuple(steps), better),
        st.lists(st.tuples(numbers, shares), min_size=1, max_size=3),
        st.sampled_from(Better),
    ),
    st.builds(Deduct, numbers, numbers),
    st.builds(Ratio, numbers, numbers),
    st.builds(lambda one, other: Survey(max(one, other), min(one, other)), shares, shares),
    st.builds(CountPoints, numbers, numbers),
    st.builds(Veto, st.sampled_from(Reach)),
)
inner_rules: st.SearchStrategy[Rule | None] = st.one_of(
    st.none(),
    st.builds(Sum, st.none() | numbers, st.none() | numbers),
    st.just(WeightedMean()),
    st.just(AllMethods()),
    st.builds(lambda low: Ladder((Fraction(1), low)), shares),
)


sanctions = st.lists(
    st.builds(
        Sanction,
        st.sampled_from(Status),
        st.sampled_from(Effect),
        st.sampled_from(DAYS),
        st.none() | st.integers(0, 1200),
        numbers,
        st.integers(0, 1200),
    ),
    max_size=2,
)


@st.composite
def items(draw: st.DrawFn, codes: "count[int]", depth: int) -> Item:
    """An item with up to two more levels below it; each code stands once."""
    below = [draw(items(codes, depth - 1)) for _at in range(draw(st.integers(0, 2)))] if depth else []
    return Item(
        f"{next(codes)}.{draw(st.sampled_from(['0', '10', 'Ⅲ', 'x']))}",
        title=draw(texts),
        text=draw(texts),
        points=draw(st.none() | numbers | st.just(Fraction(0))),
        weight=draw(st.none() | numbers),
        bonus=draw(st.booleans()),
        rule=draw(inner_rules if below else leaf_rules),
        rounding=draw(st.none() | st.builds(Rounding, st.integers(0, 4), st.sampled_from(Mode))),
        methods=draw(words),
        applies=draw(st.builds(Applies, words, words, words)),
        evidence=tuple(draw(st.lists(wanted, max_size=2))),
        checks=tuple(draw(st.lists(checks, max_size=2))),
        survey=tuple(draw(st.lists(questions, max_size=1))),
        roles=draw(roles),
        items=tuple(below),
        more=draw(mores),
    )


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """A framework with at least one item."""
    codes = count(1)
    root = draw(items(codes, 2).filter(lambda item: bool(item.items)))
    methods = sorted({method for item in root.walk() if not item.items for method in item.methods if method})
    totals = draw(st.dictionaries(st.sampled_from(methods), numbers, max_size=2)) if methods else {}
    lines = draw(st.lists(sanctions, max_size=2))
    negative = tuple(Entry(f"G{number}", draw(texts), tuple(one)) for number, one in enumerate(lines))
    return Framework(root, draw(texts), draw(texts), draw(st.sampled_from(["zh", "en"])), in_order(totals), negative)
