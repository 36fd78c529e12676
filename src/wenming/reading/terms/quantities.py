"""Quantities: how much or how many (创作8—10个, 覆盖率达到95%以上)."""

import re
from collections.abc import Iterable, Iterator

from wenming.reading.model import Term, TermKind
from wenming.reading.terms.amounts import EVENTS, Found

_SUM = re.compile(r"(?:方面|层面|维度|环节|阶段|步骤|要求|原则|重点|目标|部分|小时|领域|维|大|档)")
_HOLD = re.compile(
    r"(?:举办|开展|组织|召开|进行|举行|安排|演出|放映|受到|接受|参加|集中|表彰|评选|开办|办好?|搞好?|召集)[^,;。\n]{0,8}$"
)


def find_quantities(text: str, amounts: Iterable[Found]) -> Iterator[Term]:
    """Amounts that stand for themselves, not for a period or a time."""
    for found in amounts:
        if not found.is_time and _binds(text, found):
            yield Term(TermKind.QUANTITY, found.start, found.end, found.amount)


def _binds(text: str, found: Found) -> bool:
    """A marked amount binds. A bare one does unless it sums up a list (四项活动, 3个方面); a Chinese 一次 needs its verb."""
    if found.is_marked:
        return True
    if _SUM.match(text, found.end):
        return False
    if found.is_chinese:
        return found.amount.unit in EVENTS and bool(_HOLD.search(text, max(0, found.start - 14), found.start))
    return True
