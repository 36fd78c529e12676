"""Where a line must begin anew: the cells of a table that all stand in one line, text that goes on behind a heading."""

import re
from collections.abc import Iterator

from wenming.reading.structure.tables import units_alone

_OF = "工作|重点|主要|具体|目标|指标|整治|整改|建设|创建|任务|落实|推进|存在"
_WHAT = "内容|任务|目标|措施|举措|事项|要求|标准|项目|清单|指标|问题|目录|名称"
_WHO = "牵头|责任|配合|主办|协办|承办|落实|督办|主责|参与|实施|完成"
_NAME = (
    rf"(?:{_OF})(?:{_WHAT})|(?:{_WHO})(?:单位|部门|科室|领导|人)|(?:分管|包保|包联|[省市县区镇乡]级)领导|负责人|联系人"
    rf"|(?:完成|办理|整改|推进)?(?:时间节点|时限|时间|期限|进度)|类别|{_WHAT}|备注"
)
_GAP = "[ \u3000]{0,3}"
_HEADER = re.compile(rf"序{_GAP}号(?P<names>(?:{_GAP}(?:{_NAME})){{2,9}}){_GAP}(?=1[^0-9%.．])")
_ONE_NAME = re.compile(_NAME)
_WHO_ANSWERS = re.compile(rf"(?:{_WHO})(?:单位|部门|科室)")
# The last sign of a row before the number of the next: of the name of a unit, of a time, of a sentence.
_LAST_SIGN = "[局办委部厅会院社校所站室心司处队府镇乡村道区县市位门团联）)。期前年月日底等进]"
_TIME = re.compile(
    r"(?:[0-9０-９]{4}\s?年|[0-9０-９]{1,2}\s?月|长期|持续|常态|全年|年底|即时)[0-9０-９年月日底前末长期持续常态推进坚持化实施开展至\s—-]{0,24}$"
)
_STOP = re.compile("[。；;！]")
_NUMBER = re.compile(rf"[0-9]+{_GAP}")
_BLANK = re.compile("[ \u3000]+")
_COUNTED = "[个名家条次年月日天项人处场万亿元公米]"
_MOST_ROWS = 300
# The headings that plans have in common, and what a sentence or an item begins with.
_HEADING = (
    "指导思想|总体要求|总体目标|工作目标|主要目标|目标任务|基本原则|工作原则|主要任务|重点任务|工作任务|工作重点|工作内容|活动内容|工作措施|主要措施|"
    "工作步骤|实施步骤|方法步骤|工作安排|工作要求|有关要求|保障措施|组织领导|组织保障"
)
_BEGINNING = (
    "以|到[0-9]|至[0-9]|坚持|按照|根据|围绕|紧紧|紧扣|全面|深入|认真|切实|通过|力争|成立|各|本次|此次|为|从[0-9]|"
    "进一步|贯彻|加快|深化|大力|高举|牢固|聚焦|立足|着眼|始终|对照|结合|最终|力求|努力|[（(][一1１][）)]|[1１][.．、]|第一|——"
)
_GLUED_HEADING = re.compile(
    rf"(?P<number>[一二三四五六七八九十]{{1,2}})[、.．]\s?(?:{_HEADING})"
    rf"(?P<text>(?={_BEGINNING})[^\n]{{10}})"
)


def texts_behind_headings(text: str) -> list[int]:
    """Where a heading begins and where text goes on right behind it, the line break lost (一、指导思想以…)."""
    return [
        found.start(group)
        for found in _GLUED_HEADING.finditer(text)
        if _opens(text, found.start())
        for group in ("number", "text")
    ]


def _opens(text: str, at: int) -> bool:
    """Whether a heading may begin there: at the start of a line, or right behind a sentence."""
    begin = at
    while begin and text[begin - 1] in " \u3000":
        begin -= 1
    return not begin or text[begin - 1] == "\n" or (begin == at and text[at - 1] in "。！”）)")


def cells_of_glued_rows(text: str) -> list[int]:
    """Where cells begin within lines that hold a whole table, its header first; in order."""
    headers = list(_HEADER.finditer(text)) if "序" in text else []
    ends = [header.start() for header in headers[1:]] + [len(text)]
    return [at for header, end in zip(headers, ends, strict=False) for at in sorted(set(_cells(text, header, end)))]


def _cells(text: str, header: re.Match[str], end: int) -> Iterator[int]:
    line_end = text.find("\n", header.end(), end)
    end = end if line_end < 0 else line_end
    rows = _rows(text, header.end(), end)
    if len(rows) < 2 or not _WHO_ANSWERS.search(header["names"]):
        return
    yield header.start()
    yield from (name.start() for name in _ONE_NAME.finditer(text, *header.span("names")))
    for start, stop in zip(rows, [*rows[1:], end], strict=True):
        yield from _cells_of_row(text, start, stop)


def _rows(text: str, start: int, end: int) -> list[int]:
    """Where the running numbers 1, 2, 3 … of the rows stand."""
    rows = [start]
    for number in range(2, _MOST_ROWS):
        pattern = rf"(?<={_LAST_SIGN}){_GAP}(?P<number>{number}){_GAP}(?=[一-鿿“《])(?!{_COUNTED})"
        found = re.compile(pattern).search(text, rows[-1] + 1, end)
        if not found:
            break
        rows.append(found.start("number"))
    return rows


def _cells_of_row(text: str, start: int, end: int) -> Iterator[int]:
    """Where the cells of a row begin: at its number, behind it, at blanks, and where units or a time close it."""
    number = _NUMBER.match(text, start, end)
    first = number.end() if number else start
    yield from (start, first)
    yield from (gap.end() for gap in _BLANK.finditer(text, first, end) if gap.end() < end)
    time = _TIME.search(text, first, end)
    stop = time.start() if time else end
    begins = [found.end() for found in _STOP.finditer(text, first, stop)]
    units = next((at for at in begins if at < stop and units_alone(text, at, stop)), None)
    if units is not None:
        yield from (units, stop) if time else (units,)
