"""Durations: how long something has to last, or how soon it has to be done (不得少于3天, 48小时内)."""

import re
from collections.abc import Iterator, Sequence

from wenming.reading.model import Term, TermKind
from wenming.reading.terms.amounts import Found
from wenming.reading.terms.binding import is_condition
from wenming.reading.terms.clauses import clause_after, clause_before

_LENGTH = re.compile(
    r"(?:(?<!使)(?<!利)(?<!作)(?<!启)(?<!应)用|为期|历时|时长|时间为?|周期为?|连续|持续|给予|今后|未来|公示|试运行|(?<=[,、中])前|(?<=[,、])后)$"
)
_RECENT = re.compile(r"(?:近|最近|过去|前)$|(?<![0-9])[0-9]{1,2}月$")


def find_durations(text: str, amounts: Sequence[Found]) -> Iterator[Term]:
    """An amount of time binds where it is bounded (不少于, 内, 以上) or stands as a length (为期3天, 连续三年)."""
    last = -2
    for found in amounts:
        if found.is_time and (_is_bound(text, found) or text[last:found.start] in ("、", "和")):
            last = found.end
            yield Term(TermKind.DURATION, found.start, found.end, found.amount)


def _is_bound(text: str, found: Found) -> bool:
    before = clause_before(text, found.start)
    if is_condition(text, before, clause_after(text, found.end), found.end):
        return False
    if found.is_marked:
        return not _RECENT.search(before)
    return found.end - found.number_at > 1 and bool(_LENGTH.search(text, max(0, found.start - 4), found.start))
