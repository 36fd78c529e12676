"""The page on which the results are kept."""

import platform
from collections.abc import Iterable
from datetime import date

from bench.measuring import Result

HEAD = """\
# Benchmarks

Made by `python -m bench --write` on {day} with Python {python}. Ratios, never times: below 1
is faster than the rival, or within the limit. The runs alternate; each ratio is the median, with the lowest and the
highest beside it. What counts is processor time, of all processes that take part; for hostile files the larger share
of the two limits, time and memory.

"""


def page(results: Iterable[Result], day: date) -> str:
    """The page that is kept, with a line for each result of a day."""
    head = HEAD.format(day=day.isoformat(), python=platform.python_version())
    table = ["| what | against | ratio | lowest–highest | limit | kept |", "| --- | --- | --- | --- | --- | --- |"]
    return head + "\n".join([*table, *map(row, results)]) + "\n"


def row(result: Result) -> str:
    """One line of the table."""
    limit = "–" if result.limit is None else f"{result.limit:g}"
    kept = "–" if result.limit is None else ("yes" if result.is_kept else "**no**")
    spread = f"{min(result.ratios):.2f}–{max(result.ratios):.2f}"
    return f"| {result.what} | {result.against} | {result.median:.2f} | {spread} | {limit} | {kept} |"
