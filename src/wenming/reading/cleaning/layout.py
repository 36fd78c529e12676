"""Lines as the author wrote them: what a page or a converter broke is joined, spaced-out characters are closed up."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from wenming.reading.cleaning.boxes import draws_tables, with_whole_rows
from wenming.reading.cleaning.colons import with_colons
from wenming.reading.cleaning.glued import cells_of_glued_rows, texts_behind_headings
from wenming.reading.cleaning.markdown import is_markdown, marks_of, with_plain_signs
from wenming.reading.cleaning.rows import with_tabs
from wenming.reading.cleaning.runs import Line, without
from wenming.reading.cleaning.view import Span, View, build_view
from wenming.reading.duties.labels import LABEL
from wenming.reading.duties.names import belongs_to_place, is_sure_name
from wenming.reading.duties.statements import answers_alone, read_heading_units
from wenming.reading.structure.cells import is_time_cell, may_name_units
from wenming.reading.structure.markers import read_marker
from wenming.reading.structure.record_lines import RECORD_NAME
from wenming.reading.structure.tables import (
    NUMBER_COLUMN,
    SHORT_CELL,
    names_who_answers,
    read_header_lines,
    units_alone,
)

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = " \t\u3000\xa0\ufeff\u200b\u2002\u2003\u2009\x00"
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]+")  # signs without width, which web pages put between words
_BLANK_BUT_TAB = _BLANK.replace("\t", "")
_CELLS = re.compile(r"[^\s] *\t[\t ]*[^\s]")
_SENTENCE_END = re.compile(r"[。；;：:！!？?…”’》）)】\]〕］]$|[一-鿿][.．]$")
_UNFINISHED = "，、,（(“《〈"
# A bracket of responsibility that the line leaves open.
_OPEN_STATEMENT = re.compile(
    r"[（(【\[](?:牵头|责任|落实|主办|承办|配合|协办|督办|督查)(?:单位|部门)?\s?[:：][^（()）】\]\[【]{0,200}$"
)
_UNITS_FIRST = re.compile("[一-鿿][一-鿿、（）]{1,59}[:：]")  # 县水利局、各镇：组织清淤…
_LAST_PART = re.compile(r"(?:^|[、，。；：:;,（(\s])由?(?P<name>[一-鿿]{2,14})$")
_NAME_END = re.compile("[、，。；,;）)\\s]|等|牵头|负责|会同|配合|协助|按|$")
_HALF_NAMES = ("和城乡", "和社会")  # 住房和城乡|建设局, 人力资源和社会|保障局
_DATE_CUT = re.compile(r"年\s?[0-9]{1,2}\n月|年\n[0-9]{1,2}月|月\s?[0-9]{1,2}\n日|[0-9]月\n[0-9]{1,2}日|\n[底末]前")
_BEFORE_CUT = "年月0123456789"
_NUMBER_CUT = re.compile(r"[一-鿿][0-9]{1,2}\n[0-9]{1,5}[^0-9.、．）)\s]")
_KINDS_FIRST = re.compile(
    "[（(〔][市县区旗镇乡街道村社居]{1,2}(?:、[市县区旗镇乡街道村社居]{1,2})*[）)〕]"
)  # 各县|（市、区）政府
_LONGEST_REST = 10  # characters of a name that stand in the next line
_NEVER_FIRST = "，。；、：！？）》”,;"
# What a statement of responsibility ends in, which needs no stop: …，省税务局按职责分工负责
_ANSWERED = re.compile(
    r"(?:按照?(?:各自)?(?:职责|分工|职能)+(?:分别)?|分工|分别|具体|共同|[局委办部厅会院室、等])(?:负责|牵头|落实|配合|协助|参与|组织实施)$"
)
_COMMA = re.compile(r"[，,。；;]")
_STOP = re.compile(r"[。；;]|[一-鿿][.．](?![0-9])")
_GAP = re.compile(
    r"(?<=[^\x00-\x2f\x3a-\xff]) {1,2}(?=[^\x00-\x2f\x3a-\xff])|(?<=[0-9]) (?=[一-鿿])|(?<=[一-鿿]) (?=[0-9])"
)
_SPREAD_LABEL = re.compile(
    r"(?:[一-鿿][ \u3000]{1,3}){2,5}[一-鿿][ \u3000]*(?=[:：])"
    r"|(?:牵头|责任|配合|主办|协办|承办|督办|落实|完成)[ \u3000]{1,4}(?:单位|部门|领导|时限|时间)(?=\s{0,2}[:：])"
)
_BLANKS = re.compile("[ \u3000]+")
_COLON = re.compile("[:：]")
_HALF_STOP = re.compile(r"\.(?<=[一-鿿”’）)》%％\"]\.)(?![0-9０-９])")
_WIDE_GAP = re.compile("[ \u3000\xa0][ \u3000\xa0]{2,}")
_SPACED = re.compile(r"[一-鿿] [一-鿿] [一-鿿]")
_JOIN_FROM = 30  # a line shorter than this that ends without a stop is a heading, not a broken sentence

_TAIL = 300  # characters of a paragraph in which a bracket may still be open
_HEADER = 24  # lines that the names of a table's columns take at most
_SENTENCE_FROM = 50  # a numbered line of this length with a comma in it is a sentence


def read_layout(text: str, noise: Sequence[Span]) -> View:
    """The view of ``text`` without ``noise`` (spans in order, apart), one paragraph or heading a line."""
    if is_markdown(text):
        text = with_plain_signs(text)
        noise = _apart([*noise, *marks_of(text)])
    noise = _apart([*noise, *(found.span() for found in _UNSEEN.finditer(text))])
    text = with_colons(with_tabs(_with_full_stops(_without_breaks(text, noise))))
    begins = sorted({*cells_of_glued_rows(text), *texts_behind_headings(text)})
    lines = list(_lines(text, noise, begins, framed=draws_tables(text)))
    lines = [_closed_label(line) for line in with_whole_rows(lines)]
    if len(_SPACED.findall(text)) * 200 > len(text):
        lines = [_closed_up(line) for line in lines]
    return build_view(text, _paragraphs(lines, _page_width(lines)))


def _apart(spans: Sequence[Span]) -> list[Span]:
    """In order, each from where the one before it ends."""
    apart: list[Span] = []
    for start, end in sorted(spans):
        reached = apart[-1][1] if apart else 0
        if end > reached:
            apart.append((max(start, reached), end))
    return apart


def _without_breaks(text: str, noise: Sequence[Span]) -> str:
    """The text without the line breaks that noise begins with: the sentence goes on behind it. No character moves."""
    broken = [span for span in noise if text[span[0]] in "\r\n"]
    if not broken:
        return text
    signs = list(text)
    for start, end in broken:
        signs[start:end] = "\x00" * (end - start)
    return "".join(signs)


def _with_full_stops(text: str) -> str:
    """The text with 。 and 《》 where a page's font gave . and «» for them; no character moves."""
    stops = _HALF_STOP.findall(text)
    if len(stops) < 10 or len(stops) < 5 * text.count("。"):
        return text
    return _HALF_STOP.sub("。", text).replace("«", "《").replace("»", "》")


def _lines(text: str, noise: Sequence[Span], begins: Sequence[int], *, framed: bool) -> Iterator[Line]:
    """The lines with anything on them, one more from each of ``begins``; what is noise is cut out."""
    at = 0
    for found in _LINE.finditer(text):
        runs: list[Span] = []
        begin = found.start()
        while at < len(noise) and noise[at][1] <= begin:
            at += 1
        ahead = at
        while ahead < len(noise) and noise[ahead][0] < found.end():
            runs.append((begin, max(begin, noise[ahead][0])))
            begin = max(begin, min(noise[ahead][1], found.end()))
            ahead += 1
        runs.append((begin, found.end()))
        for whole in _at_begins(runs, begins):
            for part in _at_wide_gaps(text, whole):
                line = _stripped(text, part, found.start(), framed=framed)
                if line:
                    yield line


def _at_begins(runs: list[Span], begins: Sequence[int]) -> Iterator[list[Span]]:
    """The parts of a line, one from each of ``begins`` that stands in it."""
    first, last = bisect_right(begins, runs[0][0]), bisect_left(begins, runs[-1][1])
    part: list[Span] = []
    for start, end in runs:
        begin = start
        for at in begins[first:last]:
            if start < at <= end or (at == start and part):
                yield [*part, (begin, at)]
                part, begin = [], at
        part.append((begin, end))
    yield part


def _at_wide_gaps(text: str, runs: list[Span]) -> Iterator[list[Span]]:
    """The parts of a line between wide gaps after which an item begins: a converter made blanks of the line ends."""
    part: list[Span] = []
    for start, end in runs:
        begin = start
        for gap in _WIDE_GAP.finditer(text, start, end):
            if gap.end() < end and gap.start() > start and read_marker(text, gap.end(), end):
                yield [*part, (begin, gap.start())]
                part, begin = [], gap.end()
        part.append((begin, end))
    yield part


def _stripped(text: str, runs: list[Span], begin: int, *, framed: bool) -> Line | None:
    """The runs without blanks at both ends of the line; None where nothing is left."""
    kept = [(start, end) for start, end in runs if text[start:end].strip(_BLANK)]
    if not kept:
        return None
    first, last = kept[0], kept[-1]
    left = _BLANK_BUT_TAB if _has_empty_cells(text, kept, framed=framed) else _BLANK
    kept[0] = (first[1] - len(text[first[0] : first[1]].lstrip(left)), first[1])
    last = kept[-1]
    kept[-1] = (last[0], last[0] + len(text[last[0] : last[1]].rstrip(_BLANK)))
    return Line(tuple(kept), "".join(text[start:end] for start, end in kept), kept[0][0] - begin)


def _has_empty_cells(text: str, kept: Sequence[Span], *, framed: bool) -> bool:
    """Whether the tabs that a line begins with are cells of a row, and not an indent."""
    start, end = kept[0][0], kept[-1][1]
    if text[start] != "\t":
        return False
    line = text[start:end]
    is_framed = framed and line.count("\t") > 2 and line.rstrip(" \u3000")[-1] == "\t"  # │树  │    │    │
    return is_framed or bool(_CELLS.search(line.strip(_BLANK)))


def _closed_up(line: Line) -> Line:
    """The line without the blanks that a converter put between its characters (推 进 “四 区 一 高)."""
    if " " not in line.text:
        return line
    return without(line, [found.span() for found in _GAP.finditer(line.text)])


def _closed_label(line: Line) -> Line:
    """The line without the blanks to which a label is set apart (责 任 单 位：, 牵头  单位：)."""
    if not (" " in line.text or "\u3000" in line.text):
        return line
    labels = _SPREAD_LABEL.finditer(line.text) if _COLON.search(line.text) else ()
    gaps = [gap.span() for found in labels for gap in _BLANKS.finditer(line.text, *found.span())]
    return without(line, gaps) if gaps else line


def _page_width(lines: Sequence[Line]) -> int:
    """The width of a page whose lines are broken at its edge; 0 where lines are paragraphs."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) >= 12)
    if len(lengths) < 8:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    full = sum(length >= 0.8 * width for length in lengths)
    open_ended = sum(not _ends_sentence(line.text) for line in lines if len(line.text) >= 0.8 * width)
    return width if width <= 60 and full * 2 > len(lengths) and open_ended * 2 > full else 0


def _paragraphs(lines: Sequence[Line], width: int) -> Iterator[list[Span]]:
    """The runs of each paragraph, lines joined where one goes on in the next."""
    runs: list[Span] = []
    before: Line | None = None
    head = tail = ""  # how the paragraph began, and how it goes on
    cells_from = _first_cell(lines)
    for at, line in enumerate(lines):
        if before is not None and _goes_on(head, tail, before, line, width, in_cells=at > cells_from):
            runs.extend(line.runs)
            tail = (tail + line.text)[-_TAIL:]
        else:
            if runs:
                yield runs
            runs = list(line.runs)
            head, tail = line.text, line.text[-_TAIL:]
        before = line
    if runs:
        yield runs


def _first_cell(lines: Sequence[Line]) -> int:
    """The first line of a table whose cells stand one a line; the number of lines where there is none."""
    for at, line in enumerate(lines):
        if len(line.text) <= SHORT_CELL and read_header_lines(each.text for each in lines[at : at + _HEADER]):
            return at
    return len(lines)


def _is_cell(text: str) -> bool:
    """Whether a line of a table is a cell of its own: units, a time, a running number."""
    return text.isdecimal() or is_time_cell(text) or may_name_units(text, 0, len(text))


def _goes_on(head: str, tail: str, before: Line, line: Line, width: int, *, in_cells: bool) -> bool:
    """Whether ``before``, the last line of a paragraph from ``head`` to ``tail``, goes on in ``line``."""
    is_full = _fills(before, width)
    is_broken = is_full and not _ends_sentence(before.text)
    if _is_cut(tail, before.text, line.text, in_cells=in_cells):
        return True
    if "\t" in line.text or "\t" in before.text:
        return "\t" in before.text and _name_goes_on(before.text, line.text, in_cells=True)
    if _begins_item(line.text, in_page=width > 0, is_broken=is_broken):
        return bool(re.fullmatch(r"[0-9０-９]{1,3}", before.text)) and line.text.startswith("\ufffd")
    if _is_open(before.text, line.text, in_cells=in_cells):
        return True
    if width and head == before.text and _names_units(head):
        return False
    if is_broken and LABEL.match(head) and (LABEL.match(line.text) or _ANSWERED.search(before.text)):
        return False  # 责任单位：…|督导单位：…
    if is_full:
        may_go_on = line.indent <= before.indent + 1 and (_fills(line, width) or _ends_sentence(line.text))
        is_one = is_broken or may_go_on
    else:
        is_one = _breaks_off(head, before.text, line.text)
    return is_one and not (in_cells and (_is_cell(line.text) or _is_cell(before.text)))


def _fills(line: Line, width: int) -> bool:
    """Whether a line reaches the edge of the page."""
    return width > 0 and len(line.text) >= 0.8 * width


def _ends_sentence(line: str) -> bool:
    """Whether a line ends where a sentence may; its last two signs say so."""
    return bool(_SENTENCE_END.search(line, max(0, len(line) - 2)))


def _breaks_off(head: str, before: str, line: str) -> bool:
    """Whether a line that fills no page breaks off within a sentence."""
    if len(before) < _JOIN_FROM or _ends_sentence(before) or _ANSWERED.search(before):
        return False
    if units_alone(line, 0, len(line)) or answers_alone(line, 0, len(line)):  # the next cell of a row, or who answers
        return False
    if head == before and read_marker(head, 0, len(head)):  # a numbered heading may be long and hold commas
        return bool(_STOP.search(head)) or (len(head) >= _SENTENCE_FROM and bool(_COMMA.search(head)))
    return bool(_COMMA.search(before))


def _is_open(before: str, line: str, *, in_cells: bool) -> bool:
    """Whether what stands before the line is no whole by itself: a list, the name of a unit."""
    if before[-1] in _UNFINISHED or line[0] in _NEVER_FIRST:
        return True
    return _name_goes_on(before, line, in_cells=in_cells)


def _is_cut(tail: str, before: str, line: str, *, in_cells: bool) -> bool:
    """Whether a line break cuts a bracket of units, a date (2026年9|月30日前), or a narrow cell's number (12|00米)."""
    if before[-1] in "（(【[" or _KINDS_FIRST.match(line):
        return True
    if _COLON.search(tail) and _OPEN_STATEMENT.search(tail):
        return not read_marker(line, 0, len(line))
    if before[-1] not in _BEFORE_CUT and line[0] not in "底末":
        return False
    if _DATE_CUT.search(before[-7:] + "\n" + line[:4]):
        return True
    return in_cells and bool(_NUMBER_CUT.search(before[-3:] + "\n" + line[:6]))


def _name_goes_on(before: str, line: str, *, in_cells: bool) -> bool:
    """Whether a line break cuts the name of a unit (县市场监|督管理局): only with what follows is it one."""
    part = _LAST_PART.search(before) if "一" <= before[-1] <= "龥" else None
    if not part or (part.start("name") == 0 and not in_cells) or names_who_answers(line):
        return False
    name, listed = part["name"], _LAST_PART.search(before[: part.start()])
    if not belongs_to_place(name) and not (listed and is_sure_name(listed["name"]) and part[0][0] == "、"):
        return False
    marker = read_marker(before, 0, len(before))
    if (is_sure_name(name) and not name.endswith(_HALF_NAMES)) or (marker and part.start("name") <= marker.end):
        return False
    ends = _NAME_END.finditer(line[: _LONGEST_REST + 1], 1)
    if belongs_to_place(name) and _begins_with_name(line):
        return False
    return any(is_sure_name(name + line[: found.start()]) for found in ends if found.start() <= _LONGEST_REST)


def _begins_with_name(line: str) -> bool:
    """Whether a line begins with a whole name that says where it belongs, as the one before it does (县妇联)."""
    end = _NAME_END.search(line, 1)
    name = line[: end.start()] if end else ""
    return belongs_to_place(name) and is_sure_name(name)


def _names_units(head: str) -> bool:
    """Whether a numbered line names units and nothing else: a heading, however long."""
    marker = read_marker(head, 0, len(head))
    heading = read_heading_units(head, marker.end, len(head)) if marker else None
    return bool(heading and heading.end == len(head))


def _begins_with_units(text: str) -> bool:
    """Whether a line opens with those who act, behind whom a colon stands."""
    return bool(_UNITS_FIRST.match(text) and read_heading_units(text, 0, len(text)))


def _begins_item(text: str, *, in_page: bool, is_broken: bool) -> bool:
    """Whether a line opens an item or a statement; on a page a label may stand at a line's start by chance."""
    if read_marker(text, 0, len(text)):
        return True
    if LABEL.match(text) or RECORD_NAME.match(text):
        return not is_broken
    if not is_broken and (NUMBER_COLUMN.fullmatch(text) or _begins_with_units(text)):
        return True
    return text[0] in "（(【[" and not in_page and bool(LABEL.match(text, 1))
