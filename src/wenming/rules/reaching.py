"""What one comes to, step by step: down a tree of areas, or up from a unit to all above it."""

from collections.abc import Collection, Iterable, Mapping


def reached(starts: Iterable[int], steps: Mapping[int, Collection[int]]) -> frozenset[int]:
    """The starts and all that one comes to from them; ``steps`` has where one may go from each. Rings do no harm.

    >>> sorted(reached([1], {1: [2, 3], 3: [4], 5: [6]}))
    [1, 2, 3, 4]
    """
    found: set[int] = set()
    waiting = list(starts)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += steps.get(one, ())
    return frozenset(found)


def turned(steps: Iterable[tuple[int, int | None]]) -> dict[int, list[int]]:
    """The steps the other way: from each thing's one above it (None: nothing is) to those below each.

    >>> turned([(2, 1), (3, 1), (1, None)])
    {1: [2, 3]}
    """
    found: dict[int, list[int]] = {}
    for one, above in steps:
        if above is not None:
            found.setdefault(above, []).append(one)
    return found
