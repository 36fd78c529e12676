"""Reading a text: against segmenting it, and as it grows."""

import logging
from pathlib import Path

import jieba

from bench.measuring import Result, side_by_side
from bench.plans import make_plan
from wenming.reading.model import Reading
from wenming.reading.read import read_text

PLANS = Path(__file__).parents[2] / "shared/plans"
_UTF8 = 3  # bytes of a Chinese character


def reading_against_jieba() -> Result:
    """Reading real plans (our own where there are none) against segmenting the same text."""
    texts = [path.read_bytes().decode("utf-8") for path in sorted(PLANS.glob("*/*.txt"))]
    named = f"{len(texts)} real plans" if texts else "an invented plan"
    texts = texts or [make_plan(300_000)]
    _load_jieba()
    ratios = side_by_side(lambda: [_read(text) for text in texts], lambda: [jieba.lcut(text) for text in texts], 7)
    return Result(f"Reading {named}", "jieba.lcut, its dictionary loaded", ratios, 1)


def dense_against_jieba() -> Result:
    """The same with a plan that has hardly a sentence without a unit or a term; no limit, for such plans are short."""
    text = make_plan(200_000, prose=0)
    _load_jieba()
    ratios = side_by_side(lambda: _read(text), lambda: jieba.lcut(text), 5)
    return Result("Reading an invented plan with a unit or a term in every line", "jieba.lcut", ratios, None)


def growth() -> Result:
    """A document of 5 MB against one of 100 KB."""
    large, small = make_plan(5_000_000 // _UTF8), make_plan(100_000 // _UTF8)
    ratios = side_by_side(lambda: _read(large), lambda: _read(small), 3)
    return Result("Reading 5 MB", "reading 100 KB", ratios, 60)


def _load_jieba() -> None:
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()


def _read(text: str) -> Reading:
    return read_text(text, name="plan.txt", sha256="")
