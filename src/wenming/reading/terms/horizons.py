"""Horizons: whether a measure is meant for the long, the medium or the near term."""

import re
from collections.abc import Iterator

from wenming.reading.model import Horizon, Term, TermKind

_HORIZON = re.compile(r"(?P<name>长期|中期|近期)(?:(?P<goal>目标)|坚持|任务|工作|推进)?(?P<close>[\])】;。,\n]|$)?")
_LABEL = re.compile(r"(?:[(\[【\n\t]|[限别间]:)$")
_LIMIT = re.compile(r"(?:[时期]限|时[限间]要求|完成时间):(?:[^。;\n]{1,24}(?:[,、]并?|并))?$")  # 时限:立行立改,长期坚持
_AFTER_OTHERS = re.compile("[,;]$")  # (县教育局,长期坚持)
_NUMBER = re.compile(r"(?:^|[0-9一二三四五六七八九十)][、.)]|[。\n])$")
_NAMES = {"长期": Horizon.LONG, "中期": Horizon.MEDIUM, "近期": Horizon.NEAR}


def find_horizons(text: str) -> Iterator[Term]:
    """A horizon stands alone in brackets or a cell (长期), after a label (时限:近期), or heads a goal (1、近期目标)."""
    for found in _HORIZON.finditer(text):
        before = text[max(0, found.start() - 2) : found.start()]
        is_last = found["close"] and found["close"] in ")]】" and _AFTER_OTHERS.search(before)
        is_next = _LIMIT.search(text, max(0, found.start() - 32), found.start())
        is_alone = is_last or (found["close"] is not None and (is_next or _LABEL.search(before)))
        if is_alone or (found["goal"] and _NUMBER.search(before)):
            yield Term(TermKind.HORIZON, found.start("name"), found.end("name"), _NAMES[found["name"]])
