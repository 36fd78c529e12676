"""Whether work grows in step with its size: a ratio of one run, so a slow computer changes nothing."""

import time
from collections.abc import Callable

_TIMES = 10
_SLACK = 3.5  # between growth in step (10) and with the square (100) there is room for noise
_SHORTEST = 0.004  # seconds: below it the clock's own noise would decide


def grows_in_step(work: Callable[[int], object], size: int) -> bool:
    """``work(10 * size)`` takes less than 35 times as long as ``work(size)``, the best of three each."""
    return _best(work, size * _TIMES) < _TIMES * _SLACK * max(_best(work, size), _SHORTEST)


def _best(work: Callable[[int], object], size: int) -> float:
    return min(_seconds(work, size) for _ in range(3))


def _seconds(work: Callable[[int], object], size: int) -> float:
    start = time.thread_time()
    work(size)
    return time.thread_time() - start
