"""The rules by which a standard or an item is scored, as frozen values that cannot be wrong in themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

_SHARES = (Fraction(1), Fraction("0.66"), Fraction("0.33"), Fraction(0))  # as scoring systems in use pay them


class NoRule(ValueError):
    """These values make no rule; the message says which and why."""


def _expect(so: object, why: str) -> None:
    if not so:
        raise NoRule(why)


def _expect_shares(shares: Sequence[Fraction]) -> None:
    _expect(all(0 <= share <= 1 for share in shares), "a share is between 0 and 1")


@dataclass(frozen=True, slots=True)
class Sum:
    """合计: what the items bring together, at most ``cap``; ``bonus_cap`` is the most that bonus items bring."""

    cap: Fraction | None = None
    bonus_cap: Fraction | None = None


@dataclass(frozen=True, slots=True)
class WeightedMean:
    """加权平均: the mean of the items' shares by their weights, put on this item's points."""


@dataclass(frozen=True, slots=True)
class MeanOfSites:
    """点位均值: the points times the mean of the values, 0 to 1, over the sites sampled for this standard."""


@dataclass(frozen=True, slots=True)
class Grade:
    """等级: each grade pays its share; several gradings count as their mean."""

    shares: tuple[tuple[str, Fraction], ...] = tuple(zip("ABCD", _SHARES, strict=True))

    def __post_init__(self) -> None:
        _expect(self.shares, "a ladder of grades has at least one grade")
        _expect(len(dict(self.shares)) == len(self.shares), "a grade stands once")
        _expect_shares([share for _grade, share in self.shares])


@dataclass(frozen=True, slots=True)
class Ladder:
    """阶梯: all items met, one short, two short, else; where one of ``required`` is not met, the last share is paid."""

    shares: tuple[Fraction, ...] = _SHARES
    required: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        _expect(self.shares, "a ladder has at least one step")
        _expect_shares(self.shares)
        _expect(list(self.shares) == sorted(self.shares, reverse=True), "a ladder does not pay more for less")


class Better(StrEnum):
    """Which figures are the better ones."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Threshold:
    """分档: the share of the best step that the figure reaches (``up``: at least, ``down``: at most); none: 0."""

    steps: tuple[tuple[Fraction, Fraction], ...]  # bound, share
    better: Better = Better.UP

    def __post_init__(self) -> None:
        _expect(self.steps, "thresholds have at least one step")
        _expect_shares([share for _bound, share in self.steps])


@dataclass(frozen=True, slots=True)
class Deduct:
    """扣分: from ``start`` (None: the standard's points), ``each`` for every one counted, never below ``floor``."""

    each: Fraction
    start: Fraction | None = None
    floor: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        _expect(self.each > 0, "what is deducted is more than 0")
        _expect(self.start is None or self.start > 0, "points are deducted from more than 0")
        _expect(self.start is None or self.floor <= self.start, "the floor is not above the start")


@dataclass(frozen=True, slots=True)
class Ratio:
    """比例: the figure by its target, at most ``cap``."""

    target: Fraction
    cap: Fraction = Fraction(1)

    def __post_init__(self) -> None:
        _expect(self.target > 0, "a target is more than 0")
        _expect(self.cap > 0, "a cap is more than 0")


@dataclass(frozen=True, slots=True)
class Survey:
    """问卷: the share of answers that meet it: from ``full`` on all points, from ``half`` on half, else none."""

    full: Fraction
    half: Fraction

    def __post_init__(self) -> None:
        _expect_shares((self.full, self.half))
        _expect(self.half <= self.full, "half is not paid later than full")


@dataclass(frozen=True, slots=True)
class AllMethods:
    """多方法同时达标: all points if every method by which it is measured, or every item below, passes; else none."""


@dataclass(frozen=True, slots=True)
class CountPoints:
    """计数得分: ``each`` points for every one counted (honours), at most ``maximum``."""

    each: Fraction
    maximum: Fraction

    def __post_init__(self) -> None:
        _expect(self.each > 0, "what one brings is more than 0")
        _expect(self.maximum > 0, "the most that can be had is more than 0")


class Reach(StrEnum):
    """How far a veto takes the score away."""

    PARENT = "parent"
    ROOT = "root"


@dataclass(frozen=True, slots=True)
class Veto:
    """一票否决: brings nothing, and takes all points of its parent or of the whole where it was observed."""

    reach: Reach = Reach.ROOT


Rule = (
    Sum
    | WeightedMean
    | MeanOfSites
    | Grade
    | Ladder
    | Threshold
    | Deduct
    | Ratio
    | Survey
    | AllMethods
    | CountPoints
    | Veto
)
INNER: tuple[type, ...] = (Sum, WeightedMean, Ladder, AllMethods)  # rules over the items below
