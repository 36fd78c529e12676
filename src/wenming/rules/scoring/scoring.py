"""The score of a framework: a tree of results, each from those below it, up to the whole.

What is not known does not count as nothing: the score is of the known part, and says so. Order does not matter.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from wenming.rules.scoring.earning import full, share
from wenming.rules.scoring.model import ONE, ZERO, Node, Observation, Result, State
from wenming.rules.scoring.rounding import rounded
from wenming.rules.scoring.scoring_rules import AllMethods, Ladder, Reach, Sum, Veto, WeightedMean

Seen = Mapping[str, Sequence[Observation]]
Results = Sequence[Result]


def score(
    framework: Node, observations: Iterable[Observation], *, not_applicable: Collection[str] = frozenset()
) -> Result:
    """The result of the whole framework.

    ``not_applicable`` are codes of items that do not concern this city: neither their points nor their score count.
    """
    seen: dict[str, list[Observation]] = defaultdict(list)
    for one in observations:
        seen[one.standard].append(one)
    result = _score(framework, seen, frozenset(not_applicable))
    return without_vetoed(result, vetoes(result))


def _score(node: Node, seen: Seen, not_applicable: Collection[str]) -> Result:
    if node.code in not_applicable:
        return _not_applicable(node)
    if not node.items:
        return _leaf(node, tuple(seen.get(node.code, ())))
    return combined(node, tuple(_score(item, seen, not_applicable) for item in node.items))


def _not_applicable(node: Node) -> Result:
    """The item and all below it, of which nothing counts."""
    return Result(node, State.NOT_APPLICABLE, items=tuple(_not_applicable(item) for item in node.items))


def combined(node: Node, items: tuple[Result, ...]) -> Result:
    """The result of an item from the results below it."""
    if all(item.state is State.NOT_APPLICABLE for item in items):
        return Result(node, State.NOT_APPLICABLE, items=items)
    result = _INNER[type(node.rule)](node, items)
    return without_vetoed(result, [item.node.code for item in items if _vetoes(item, Reach.PARENT)])


def vetoes(result: Result) -> list[str]:
    """The codes of what was observed and takes the whole score away."""
    return [item.node.code for item in result.walk() if _vetoes(item, Reach.ROOT)]


def _leaf(node: Node, seen: tuple[Observation, ...]) -> Result:
    if isinstance(node.rule, Veto):
        return Result(node, State.SCORED if seen else State.UNOBSERVED, inputs=seen)
    points = full(node)
    part = share(node, seen) if seen else None
    if part is None:
        state = State.UNWEIGHTED if seen and points is None else State.UNOBSERVED
        return Result(node, state, points, inputs=seen)
    if points is None:
        return Result(node, State.UNWEIGHTED, share=part, inputs=seen)
    return _with_score(Result(node, State.SCORED, points, points, inputs=seen), points * part)


def _with_score(result: Result, exact: Fraction) -> Result:
    """The result with its score, rounded as its node says."""
    score = rounded(exact, result.node.rounding)
    return replace(result, exact=exact, score=score, share=score / result.known if result.known else None)


def _vetoes(result: Result, reach: Reach) -> bool:
    rule = result.node.rule
    return isinstance(rule, Veto) and rule.reach is reach and any(one.value > 0 for one in result.inputs)


def without_vetoed(result: Result, codes: Sequence[str]) -> Result:
    """The result with its score taken away by these vetoes; as it is where there are none."""
    if not codes:
        return result
    none = ZERO if result.score is not None else None
    share = ZERO if result.share is not None else None
    return replace(result, score=none, share=share, vetoed_by=(*result.vetoed_by, *codes))


def _counting(items: Results) -> list[Result]:
    """The items whose points make up their parent's."""
    return [
        item
        for item in items
        if item.state is not State.NOT_APPLICABLE and not item.node.bonus and not isinstance(item.node.rule, Veto)
    ]


def _points(node: Node, items: Results) -> Fraction | None:
    """What the node can bring: as it says, less what is not applicable, or what its items can bring together."""
    counting = _counting(items)
    if any(item.points is None for item in counting) or not counting:
        return node.points
    there = sum((item.points for item in counting if item.points is not None), ZERO)
    left_out = [item for item in items if item.state is State.NOT_APPLICABLE and not item.node.bonus]
    return there if node.points is None or left_out else node.points


def _state(items: Results) -> State:
    states = {item.state for item in _counting(items)}
    if states <= {State.SCORED}:
        return State.SCORED
    return State.PARTLY if states & {State.SCORED, State.PARTLY} else min(states, key=list(State).index)


def _sum(node: Node, items: Results) -> Result:
    rule = node.rule if isinstance(node.rule, Sum) else Sum()
    points, state = _points(node, items), _state(items)
    counted = [item for item in _counting(items) if item.score is not None]
    bonus = _capped(_total(item for item in items if item.node.bonus), rule.bonus_cap)
    known = sum((item.known for item in counted), ZERO)
    known = points if points is not None and state is State.SCORED else known
    result = Result(node, state, points, known, items=tuple(items))
    if not counted and not bonus:
        return result
    return _with_score(result, _capped(_total(counted) + bonus, rule.cap))


def _total(items: Iterable[Result]) -> Fraction:
    return sum((item.score for item in items if item.score is not None), ZERO)


def _capped(number: Fraction, cap: Fraction | None) -> Fraction:
    return number if cap is None else min(number, cap)


def _weighted_mean(node: Node, items: Results) -> Result:
    counting = _counting(items)
    weighed = [(item, _weight(item)) for item in counting]
    whole = sum((weight for _item, weight in weighed if weight is not None), ZERO)
    known = [(item.share, weight) for item, weight in weighed if item.share is not None and weight]
    heard = sum((weight for _share, weight in known), ZERO)
    points = _points(node, items)
    state = _state(items) if known else State.UNOBSERVED
    result = Result(node, state, points, ZERO, items=tuple(items))
    if not heard:
        return result
    part = sum((share * weight for share, weight in known), ZERO) / heard
    return _from_share(replace(result, known=(points or ZERO) * heard / whole), part)


def _weight(item: Result) -> Fraction | None:
    return item.node.weight if item.node.weight is not None else item.points


def _from_share(result: Result, part: Fraction) -> Result:
    """The result with that share of what is known, or with the share alone where nobody has said the points."""
    if result.points is None:
        return replace(result, state=State.UNWEIGHTED, share=part)
    return _with_score(result, result.known * part)


def _ladder(node: Node, items: Results) -> Result:
    rule = node.rule if isinstance(node.rule, Ladder) else Ladder()
    counting = _counting(items)
    short = [item for item in counting if item.share is not None and item.share < 1]
    unknown = [item for item in counting if item.share is None]
    best = _step(rule, [item.node.code for item in short])
    worst = _step(rule, [item.node.code for item in (*short, *unknown)])
    return _decided(node, items, best if best == worst else None)


def _step(rule: Ladder, short: Sequence[str]) -> Fraction:
    if not rule.required.isdisjoint(short):
        return rule.shares[-1]
    return rule.shares[min(len(short), len(rule.shares) - 1)]


def _all_pass(node: Node, items: Results) -> Result:
    shares = [item.share for item in _counting(items)]
    if any(share is not None and share < 1 for share in shares):
        return _decided(node, items, ZERO)
    return _decided(node, items, None if None in shares else ONE)


def _decided(node: Node, items: Results, part: Fraction | None) -> Result:
    """The result of a rule that asks only whether items are met: they need no points of their own."""
    points = node.points
    if part is None:
        return Result(node, State.UNOBSERVED, points, items=tuple(items))
    return _from_share(Result(node, State.SCORED, points, points or ZERO, items=tuple(items)), part)


_INNER: Mapping[type, Callable[[Node, Results], Result]] = {
    Sum: _sum,
    WeightedMean: _weighted_mean,
    Ladder: _ladder,
    AllMethods: _all_pass,
}
