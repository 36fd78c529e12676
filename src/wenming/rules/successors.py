"""Which of several successors a matter most likely goes to: the one whose own characters it speaks of."""

from collections.abc import Sequence

from wenming.rules.matching import normal


def likely(matter: str, names: Sequence[str]) -> int:
    """The index of the name that shares most pairs of characters with ``matter``; 0 where none shares any.

    Only pairs that not all names have count: those of the place and of the sort of office say nothing.

    >>> likely("组织全民健身体育比赛", ["青禾县教育局", "青禾县体育局"])
    1
    """
    pairs = [_pairs(normal(name)) for name in names]
    shared = set.intersection(*pairs) if len(pairs) > 1 else set()
    counts = [sum(matter.count(pair) for pair in own - shared) for own in pairs]
    return counts.index(max(counts)) if counts else 0


def _pairs(name: str) -> set[str]:
    return {name[at : at + 2] for at in range(len(name) - 1)}
