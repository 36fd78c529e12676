"""A framework as it is scored, what was observed, and the result with its working; numbers are exact fractions.

A *share* is between 0 and 1. The *points* of a standard are what it can bring; its *score* is what it brought.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from wenming.rules.scoring.scoring_rules import Rule, Sum

ZERO, ONE = Fraction(0), Fraction(1)
_PLAIN = Sum()


class Mode(StrEnum):
    """What is done with the digits that are not kept."""

    HALF_AWAY = "half_away"  # 四舍五入: a half goes away from zero
    HALF_EVEN = "half_even"  # 四舍六入五成双 (GB/T 8170-2008)
    TRUNCATE = "truncate"  # 截尾: left out


@dataclass(frozen=True, slots=True)
class Rounding:
    """To how many digits behind the point, and how."""

    digits: int
    mode: Mode = Mode.HALF_AWAY


@dataclass(frozen=True, slots=True)
class Node:
    """One item of a framework with its rule; a leaf is a standard (测评标准).

    ``points`` None: not known, or the sum of what stands below. ``weight`` counts only below a weighted mean; else it
    is the points. ``bonus``: what it brings comes on top of its parent's points.
    """

    code: str
    title: str = ""
    points: Fraction | None = None
    rule: Rule = _PLAIN
    items: tuple["Node", ...] = ()
    weight: Fraction | None = None
    bonus: bool = False
    rounding: Rounding | None = None
    methods: tuple[str, ...] = ()

    def leaves(self) -> Iterator["Node"]:
        """The standards below, or itself, in their order."""
        if not self.items:
            yield self
        for item in self.items:
            yield from item.leaves()


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing seen for one standard: a site's value from 0 to 1, a figure, a count, a share of answers or a grade.

    ``territory`` empty: it belongs to none; ``departments`` are all who answer for it in their line.
    """

    standard: str
    value: Fraction = ZERO
    grade: str = ""
    site: str = ""
    territory: str = ""
    departments: tuple[str, ...] = ()
    method: str = ""


class State(StrEnum):
    """How far a score is known."""

    SCORED = "scored"
    PARTLY = "partly"  # the score of what is known
    UNOBSERVED = "unobserved"  # nothing was observed yet
    UNWEIGHTED = "unweighted"  # observed, but nobody has said how many points it brings
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Result:
    """What one node brought, with its working.

    ``points`` is what it can bring, ``known`` the part of that of which something is known, ``score`` what it brought
    of that part, ``share`` score by known; each None where it cannot be told. ``exact`` is the score before rounding.
    ``inputs`` are the observations that a leaf was scored from. ``vetoed_by`` names what took the whole score away.
    """

    node: Node
    state: State
    points: Fraction | None = None
    known: Fraction = ZERO
    score: Fraction | None = None
    share: Fraction | None = None
    exact: Fraction | None = None
    inputs: tuple[Observation, ...] = ()
    vetoed_by: tuple[str, ...] = ()
    items: tuple["Result", ...] = ()

    def walk(self) -> Iterator["Result"]:
        """This result and all below it, each before those below it."""
        yield self
        for item in self.items:
            yield from item.walk()
