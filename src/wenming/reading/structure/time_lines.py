"""Lines that each begin with the month or the stage they are for, in a series: 3月 组织学习…; 摸底阶段（3月）：…"""

import re

_MONTH = r"[0-9０-９]{1,2}\s?月(?:份|底|[上中下]旬)?"
_TO = "[-—–－至~]"
_LINE = re.compile(
    rf"(?m)^[ \t\u3000]*(?:[0-9０-９]{{4}}\s?年\s?)?"
    rf"(?:(?:[0-9０-９]{{1,2}}\s?{_TO}\s?)?{_MONTH}(?:\s?{_TO}\s?{_MONTH})?|全年|第?[一二三四]季度|[上下]半年)"
    rf"(?:[ \u3000]+|[，,：:]|(?<={_TO}[0-9０-９]月)|(?<={_TO}[0-9０-９]{{2}}月))(?=[一-鿿“《])[^\n]{{6,}}$"
)
_STAGE = re.compile(
    r"(?m)^[ \t\u3000]*(?!第|[一二三四五六七八九十]、)(?:(?!进入|处于)[一-鿿、]){2,10}阶段"
    r"(?:[（(][^（()）\n]{2,40}[）)])?[：:。](?=[^\n]{4,})"
)
_SERIES = 3
_STAGES = 2


def time_lines(text: str, start: int, stop: int) -> frozenset[int]:
    """Where the lines of such a series begin; other lines, cells of the same table, may stand between them."""
    months = [found.start() for found in _LINE.finditer(text, start, stop)]
    stages = [found.start() for found in _STAGE.finditer(text, start, stop)]
    return frozenset((months if len(months) >= _SERIES else []) + (stages if len(stages) >= _STAGES else []))
