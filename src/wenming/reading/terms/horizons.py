"""Horizons: whether a measure is meant for the long, the medium or the near term."""

import re
from collections.abc import Iterator

from wenming.reading.model import Horizon, Term, TermKind

_HORIZON = re.compile(r"(?:\(|\[|【|(?:时限|期限|期别|时间):)(长期|中期|近期)(?:坚持|任务|目标|工作)?[\])】]?")
_NAMES = {"长期": Horizon.LONG, "中期": Horizon.MEDIUM, "近期": Horizon.NEAR}


def find_horizons(text: str) -> Iterator[Term]:
    """A horizon stands alone in brackets, (长期), or as the value of a label, 完成时限:近期."""
    for found in _HORIZON.finditer(text):
        yield Term(TermKind.HORIZON, found.start(), found.end(), _NAMES[found[1]])
