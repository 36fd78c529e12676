"""Lines that open one record of several alike, without a number: 项目名称：…, 责任单位：…, 项目名称：…"""

import re
from collections.abc import Mapping

RECORD_NAME = re.compile(
    r"(?m)^[ \t\u3000]*(?P<name>(?:项目|任务|事项|活动|工作|行动|措施|问题)名称"
    r"|(?:工作|重点|目标|具体)(?:任务|事项|内容|项目)|任务|事项|项目)[ \u3000]{0,2}[：:](?=[^\n]{2,})"
)
_ANSWERED = re.compile(
    r"(?m)(?:^|[ \t\u3000；;，,])(?:牵头|责任|落实|主办|承办|实施|配合)(?:单位|部门|科室)[ \u3000]{0,2}[：:]"
)
_SERIES = 2


def record_lines(text: str, start: int, stop: int) -> Mapping[int, int]:
    """Where records begin, with where their names end: the same name twice or more, who answers named after each."""
    found = list(RECORD_NAME.finditer(text, start, stop))
    if len(found) < _SERIES:
        return {}
    first = [each for each in found if each["name"] == found[0]["name"]]
    ends = [each.start() for each in first[1:]] + [stop]
    answered = all(_ANSWERED.search(text, each.end(), end) for each, end in zip(first, ends, strict=True))
    return {each.start(): each.end() for each in first} if answered and len(first) >= _SERIES else {}
