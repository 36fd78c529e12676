"""Horizons: whether a measure is meant for the long, the medium or the near term."""

import re
from collections.abc import Iterator

from wenming.reading.model import Horizon, Term, TermKind

_HORIZON = re.compile(
    r"(?:\(|\[|【|(?:时限|期限|期别|时间):)(?P<alone>长期|中期|近期)(?:坚持|任务|目标|工作|推进)?(?=[\])】;。,\n]|$)"
    r"|(?:^|[0-9一二三四五六七八九十)][、.)]|[。\n])(?P<goal>长期|中期|近期)目标"
)
_NAMES = {"长期": Horizon.LONG, "中期": Horizon.MEDIUM, "近期": Horizon.NEAR}


def find_horizons(text: str) -> Iterator[Term]:
    """A horizon stands alone in brackets, (长期), as the value of a label, 完成时限:近期, or heads a goal, 1、近期目标."""
    for found in _HORIZON.finditer(text):
        name = found["alone"] or found["goal"]
        yield Term(TermKind.HORIZON, found.start(), found.end(), _NAMES[name])
