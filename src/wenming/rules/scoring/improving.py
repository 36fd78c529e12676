"""What to do next: what each standard could still bring, and the best set of them under a limit of effort.

What one standard brings is measured on the whole framework with everything else as it is. Ladders and items that only
count when all is met are one matter each, with every way to mend them; so sets within them are counted rightly. Across
them what is brought adds up unless a cap or a rounding stands between, so the best set is scored once more at the end.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from importlib import import_module
from itertools import combinations

from wenming.rules.scoring.model import ONE, ZERO, Result, State
from wenming.rules.scoring.scoring import combined, vetoes, without_vetoed
from wenming.rules.scoring.scoring_rules import AllMethods, Ladder, Veto

_MOST_TRIED = 8  # items of one ladder of which every set is tried; of more, the ones that take least
Codes = frozenset[str]
Path = tuple[int, ...]  # which item of which item: the place of a standard in the tree


@dataclass(frozen=True, slots=True)
class Choice:
    """Standards brought to all their points together: what that brings, and the effort it takes."""

    codes: Codes
    points: Fraction
    effort: Fraction


@dataclass(frozen=True, slots=True)
class Plan:
    """The best set: what it adds to the score (exactly, as a whole), and its effort; the most valuable first."""

    choices: tuple[Choice, ...]
    points: Fraction
    effort: Fraction


@dataclass(frozen=True, slots=True)
class Standing:
    """A result with the place of each standard in it, so that changing one touches only what stands above it."""

    result: Result
    places: Mapping[str, Path]
    vetoes: tuple[str, ...]

    @property
    def score(self) -> Fraction:
        """The score now."""
        return self.result.score or ZERO

    def improved(self, codes: Collection[str]) -> Result:
        """The whole result if these standards were brought to all their points, and these vetoes lifted."""
        better = _improved(self.result, [self.places[code] for code in codes])
        return without_vetoed(better, [code for code in self.vetoes if code not in codes])

    def gain(self, codes: Collection[str]) -> Fraction:
        """What that adds to the score."""
        return (self.improved(codes).score or ZERO) - self.score if codes else ZERO


def standing(result: Result) -> Standing:
    """The result, ready to be asked what would be if."""
    return Standing(result, dict(_places(result, ())), tuple(vetoes(result)))


def _places(result: Result, path: Path) -> Iterator[tuple[str, Path]]:
    if not result.items:
        yield result.node.code, path
    for at, item in enumerate(result.items):
        yield from _places(item, (*path, at))


def _improved(result: Result, paths: Collection[Path]) -> Result:
    if not result.items:
        return _full(result)
    below: dict[int, list[Path]] = defaultdict(list)
    for first, *rest in paths:
        below[first].append(tuple(rest))
    items = list(result.items)
    for at, its in below.items():
        items[at] = _improved(items[at], its)
    return combined(result.node, tuple(items))


def _full(result: Result) -> Result:
    if isinstance(result.node.rule, Veto):
        return replace(result, inputs=())
    if result.points is None:
        return replace(result, share=ONE)
    all_of_it = result.points
    return replace(result, state=State.SCORED, known=all_of_it, score=all_of_it, exact=all_of_it, share=ONE)


def gains(now: Standing) -> dict[str, Fraction]:
    """What each standard alone could add to the score, by code, where that is more than nothing."""
    alone = {code: now.gain([code]) for code in _open(now.result)}
    return {code: points for code, points in alone.items() if points > 0}


def _open(result: Result) -> Iterator[str]:
    """The codes of standards that could still bring something."""
    for one in result.walk():
        if not one.items and one.state is not State.NOT_APPLICABLE:
            lifted = isinstance(one.node.rule, Veto) and any(seen.value > 0 for seen in one.inputs)
            if lifted or (not isinstance(one.node.rule, Veto) and (one.share is None or one.share < 1)):
                yield one.node.code


def matters(now: Standing, effort: Mapping[str, Fraction]) -> list[list[Choice]]:
    """The matters among which one chooses, each with its ways, of which one may be taken; dearer ways bring more.

    ``effort`` is what a standard takes, by code; one that is missing takes 1.
    """
    found = []
    for ways in _ways(now.result, effort):
        priced = [Choice(codes, now.gain(codes), _effort(codes, effort)) for codes in ways]
        best = _worth_while(priced)
        if best:
            found.append(best)
    return found


def _effort(codes: Codes, effort: Mapping[str, Fraction]) -> Fraction:
    return sum((effort.get(code, ONE) for code in codes), ZERO)


def _worth_while(choices: Sequence[Choice]) -> list[Choice]:
    """Those that bring more than every one that takes no more."""
    kept: list[Choice] = []
    for one in sorted(choices, key=lambda choice: (choice.effort, -choice.points, sorted(choice.codes))):
        if one.points > (kept[-1].points if kept else 0):
            kept.append(one)
    return kept


def _ways(result: Result, effort: Mapping[str, Fraction]) -> Iterator[list[Codes]]:
    """For each matter below the result the sets of standards by which it can be mended."""
    if isinstance(result.node.rule, Ladder | AllMethods) and result.items:
        yield _sets([codes for item in result.items if (codes := frozenset(_open(item)))], effort)
    elif result.items:
        for item in result.items:
            yield from _ways(item, effort)
    else:
        yield [frozenset({code}) for code in _open(result)]


def _sets(items: Sequence[Codes], effort: Mapping[str, Fraction]) -> list[Codes]:
    light = sorted(items, key=lambda codes: (_effort(codes, effort), sorted(codes)))
    tried = light[:_MOST_TRIED]
    some = [codes for count in range(1, len(tried) + 1) for codes in combinations(tried, count)]
    more = [tuple(light[:count]) for count in range(_MOST_TRIED + 1, len(light) + 1)]
    return [frozenset().union(*codes) for codes in (*some, *more)]


def best_set(now: Standing, effort: Mapping[str, Fraction], *, limit: Fraction) -> Plan:
    """The set that adds the most within the limit of effort: exact, by HiGHS as a choice of one way for each matter."""
    taken = _best([[way for way in ways if way.effort <= limit] for ways in matters(now, effort)], limit)
    order = sorted(taken, key=lambda one: (-one.points, one.effort, sorted(one.codes)))
    codes: Codes = frozenset().union(*(one.codes for one in taken))
    return Plan(tuple(order), now.gain(codes), _effort(codes, effort))


def _best(found: Sequence[Sequence[Choice]], limit: Fraction) -> list[Choice]:
    """One way at most of each matter, together bringing the most within the limit."""
    choices = [(at, way) for at, ways in enumerate(found) for way in ways]
    if not choices:
        return []
    # loaded when it is wanted: importing SciPy takes longer than scoring
    optimize, numpy = import_module("scipy.optimize"), import_module("numpy")
    rows = numpy.zeros((len(found) + 1, len(choices)))
    for column, (at, way) in enumerate(choices):
        rows[at, column] = 1
        rows[-1, column] = float(way.effort)
    most = numpy.array([*[1.0] * len(found), float(limit)])
    solved = optimize.milp(
        -numpy.array([float(way.points) for _at, way in choices]),
        constraints=optimize.LinearConstraint(rows, -numpy.inf, most),
        integrality=numpy.ones(len(choices)),
        bounds=optimize.Bounds(0, 1),
        options={"mip_rel_gap": 0},
    )
    return [way for (_at, way), taken in zip(choices, solved.x, strict=True) if taken > 0.5]
