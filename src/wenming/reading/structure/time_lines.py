"""Lines that each begin with the month they are for, in a series: 3月 组织学习…, 4月-5月 修改办法…"""

import re

_MONTH = r"[0-9０-９]{1,2}月(?:份|底|[上中下]旬)?"
_LINE = re.compile(
    rf"(?m)^[ \t\u3000]*(?:[0-9０-９]{{4}}年)?"
    rf"(?:{_MONTH}(?:\s?[-—–－至~]{{1,2}}\s?{_MONTH})?|全年|第?[一二三四]季度|[上下]半年)"
    r"(?:[ \u3000]+|[，,])(?=[一-鿿“《])[^\n]{6,}$"
)
_SERIES = 3


def time_lines(text: str, start: int, stop: int) -> frozenset[int]:
    """Where the lines of such a series begin; other lines, cells of the same table, may stand between them."""
    lines = [found.start() for found in _LINE.finditer(text, start, stop)]
    return frozenset(lines) if len(lines) >= _SERIES else frozenset()
