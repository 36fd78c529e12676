"""Lines that each begin with the unit they tell to act, in a series: 县住建局负责…。 县城管局要…。 县教育局 1.…2.…"""

import re

from wenming.reading.duties.names import begins_with_verb, is_sure_name

_LINE = re.compile(
    r"(?m)^[ \t\u3000]*(?P<unit>[^，。；：:、\n（()）\s]{3,16}?)"
    r"(?:(?=负责|牵头|承担|配合|协助|要(?![求点素])|应(?![急用])|须)|[ \t\u3000]+(?=[（(]?[1１一][）).．、]|①))"
    r"[^\n]{6,}$"
)
_SERIES = 3


def unit_lines(text: str, start: int, stop: int) -> frozenset[int]:
    """Where the lines of such a series begin: three or more, each right behind the one before."""
    kept: list[int] = []
    run: list[tuple[int, int]] = []
    for found in _LINE.finditer(text, start, stop):
        if not is_sure_name(found["unit"]) or begins_with_verb(found["unit"]):
            continue
        if run and run[-1][1] + 1 != found.start():
            kept += _starts(run)
            run = []
        run.append(found.span())
    return frozenset([*kept, *_starts(run)])


def _starts(run: list[tuple[int, int]]) -> list[int]:
    return [start for start, _ in run] if len(run) >= _SERIES else []
