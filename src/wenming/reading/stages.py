"""Whether headings name a stage of the programme: 实施步骤, 第一阶段 …"""

from collections.abc import Iterable

_WORDS = ("阶段", "步骤", "进度安排", "时间安排")


def names_a_stage(headings: Iterable[str]) -> bool:
    """Whether one of the headings above and at a measure says that it is a stage with its dates.

    >>> names_a_stage(["实施步骤", "集中推进"]), names_a_stage(["重点任务"])
    (True, False)
    """
    return any(word in heading for heading in headings for word in _WORDS)
