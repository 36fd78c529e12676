"""Measuring: ratios of two works, the cost of a command."""

import sys

from bench.measuring import Result, cost_of, side_by_side


def spin(rounds: int) -> int:
    """Work in proportion to ``rounds``."""
    return sum(range(rounds))


def test_twice_the_work_takes_about_twice_as_long() -> None:
    ratios = side_by_side(lambda: spin(600_000), lambda: spin(300_000), 3)
    assert len(ratios) == 3
    assert 1.3 < Result("", "", ratios, None).median < 3


def test_a_limit_holds_for_the_median() -> None:
    assert Result("", "", (0.5, 0.9, 5), 1).is_kept
    assert not Result("", "", (0.5, 1.1, 5), 1).is_kept
    assert Result("", "", (9,), None).is_kept


def test_a_command_costs_time_and_memory_of_its_own() -> None:
    held = bytes(100_000_000)
    cost = cost_of((sys.executable, "-c", "sum(range(3_000_000))"))
    assert 0 < cost.processor_seconds < 10
    assert 1_000_000 < cost.most_bytes < len(held)


def test_what_a_command_leaves_behind_costs_too() -> None:
    spinner = "import time\nwhile time.process_time() < 1: pass"
    left = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {spinner!r}], start_new_session=True)"
    assert cost_of((sys.executable, "-c", left)).processor_seconds > 1
