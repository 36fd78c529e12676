"""``python -m bench [--write] [NAME …]``: prints ratios; ``--write`` keeps them in docs/benchmarks.md."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bench import backup, command, commitments, directory, forecast, pages, reading, scoring, year
from bench.measuring import Result
from bench.page import page, row

PAGE = Path(__file__).parents[1] / "docs/benchmarks.md"
BENCHMARKS: dict[str, Callable[[], Result]] = {
    "reading": reading.reading_against_jieba,
    "dense": reading.dense_against_jieba,
    "growth": reading.growth,
    "start": command.start,
    "excel": command.excel,
    "directory": directory.importing,
    "commitments": commitments.judging,
    "verdicts": year.everything,
    "one-record": year.one_record,
    "forecast": forecast.drawing,
    "scoring": scoring.growth,
    "pages": pages.worst,
    "pages-together": pages.every,
    "board": pages.board,
    "hostile": command.hostile,
    "conversions": command.conversions,
    "backup": backup.both_ways,
    "backup-memory": backup.memory,
}


def main() -> int:
    """Run the benchmarks that are named (all of them without names); 1 where a limit is broken."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Ratios against rivals and limits")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--write", action="store_true", help="keep the results in docs/benchmarks.md")
    options = parser.parse_args()
    unknown = set(options.names) - BENCHMARKS.keys()
    if unknown:
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    results = []
    for name in options.names or BENCHMARKS:
        results.append(BENCHMARKS[name]())
        print(row(results[-1]), flush=True)
    if options.write:
        PAGE.write_text(page(results, datetime.now(UTC).date()), encoding="utf-8")
    return 0 if all(result.is_kept for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
