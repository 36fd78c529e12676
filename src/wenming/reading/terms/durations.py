"""Durations: how long something has to last, or how soon it has to be done (不得少于3天, 48小时内)."""

import re
from collections.abc import Iterable, Iterator

from wenming.reading.model import Term, TermKind
from wenming.reading.terms.amounts import Found

_USED = re.compile(r"(?:用|为期|历时|时长|时间为?|周期为?|有效期为?|保存|公示|试运行)$")


def find_durations(text: str, amounts: Iterable[Found]) -> Iterator[Term]:
    """An amount of time binds where it is bounded (不少于, 内, 以上) or stands as a length (为期3天, 用2年时间)."""
    for found in amounts:
        if found.is_time and (found.is_marked or _USED.search(text, max(0, found.start - 4), found.start)):
            yield Term(TermKind.DURATION, found.start, found.end, found.amount)
