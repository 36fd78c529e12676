"""An item's own text cut by who answers: sentences with a bracket each, titled paragraphs, or the whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from wenming.reading.cleaning.view import Span
from wenming.reading.duties.labels import LABEL, duty_words, role_of_words
from wenming.reading.duties.statements import (
    NamedUnit,
    Statement,
    find_bracketed,
    find_labels,
    read_heading_units,
    read_statement_line,
)
from wenming.reading.duties.subjects import find_subjects
from wenming.reading.structure.cells import cells_statement
from wenming.reading.structure.markers import Family
from wenming.reading.structure.outline import Item, title_of
from wenming.reading.structure.sections import Purpose, purpose_of
from wenming.reading.structure.tables import units_alone

_RUN_IN_TITLE = re.compile(r"(?![一二三四五六七八九十]{1,2}[是要])[^。，,；;：:！？\n]{3,30}[。．](?=.{8})")
_SHORT_TITLE = re.compile(
    r"(?![^。]{0,18}(?:[0-9０-９][年月日]|重要[。．]|关键[。．]|严峻[。．]|是|了|不[够足强高]))[^。，,；;：:！？\n]{3,20}[。．]"
)  # what stands in no series must be as short as a title is
_LABEL_ALONE = re.compile(r"(?:具体|主要|工作|重点|有关)?(?:措施|任务|内容|举措|做法|要求|事项)[:：]\s*")
_TARGETS = re.compile(r"[^。，,；;：:\n]{2,30}目标(?:是|为)[：:](?=.{8})")  # 主要预期目标是：…
_TARGETS_AROUND = re.compile(
    rf"{_TARGETS.pattern}|[^。，,；;：:\n]{{2,8}}目标(?:任务)?[。．：:](?=.{{8}})"
)  # 行动目标。到2026年…
_BARE_HEADING = re.compile(r"[^。、，,；;：:！？\n]{2,24}")
_SENTENCE = re.compile(r"[。；;](?=.)|[，,].*。$")
_STOPS = "。．.；;，, "
_NEXT_LABEL = re.compile(rf"[\s；;，,]*(?:{LABEL.pattern})")
_LONGEST_TIMES = 200  # characters of what a statement says besides who answers
_HEADING_ALONE = 90  # characters: a longer first line is text, not a heading


@dataclass(slots=True)
class Piece:
    """A stretch of an item's own text and the statements that close it."""

    start: int
    end: int
    statements: list[Statement] = field(default_factory=list)
    is_titled: bool = False
    by_heading: bool = False  # the heading is the name of those who answer
    by_line: bool = False  # a statement stands on a line of its own


def cut_item(text: str, item: Item) -> list[Piece]:
    """The pieces of an item, the first with its heading; where the heading only heads them, it is the first, alone."""
    if item.marker and (item.marker.family is Family.ROW or _is_answered_row(text, item)):
        return _row(text, item)
    paragraphs = sorted([(span, False) for span in item.paragraphs] + [(span, True) for span in item.statement_lines])
    titled = _titled(text, item)
    pieces: list[Piece] = []
    for (start, end), is_statement in paragraphs:
        if is_statement:
            _close_by_line(text, pieces, (start, end))
            continue
        if pieces and pieces[-1].by_line and _labels_more(text, start, end):
            pieces[-1].end = end
            continue
        for piece in _sentences(text, start, end):
            piece.is_titled = start in titled and piece.start == start
            _take(pieces, piece, opens=piece.is_titled)
    if item.marker is None:
        _begin_at_own_headings(text, paragraphs, pieces)
    pieces = _under_answered_heading(text, item, pieces)
    if item.marker and item.paragraphs and pieces and not any(piece.statements for piece in pieces):
        heading = read_heading_units(text, item.body, item.paragraphs[0][1])
        pieces[0].statements = [heading] if heading else []
        pieces[0].by_heading = bool(heading)
    return _heading_apart(text, item, pieces)


def _begin_at_own_headings(text: str, paragraphs: Sequence[tuple[Span, bool]], pieces: Sequence[Piece]) -> None:
    """Where nothing is numbered the last of several short lines heads what follows, those above it a section."""
    heads = [(start, end) for (start, end), is_statement in paragraphs if not is_statement]
    for piece in pieces:
        if not piece.by_line:
            continue
        own = [span for span in heads if piece.start <= span[0] < piece.end]
        for heading, following in pairwise(own):
            if not (_BARE_HEADING.fullmatch(text, *heading) and _BARE_HEADING.fullmatch(text, *following)):
                break
            piece.start = following[0]


def _is_answered_row(text: str, item: Item) -> bool:
    """Whether a section that is a row of a table, its cells one a line, has a cell of those who answer."""
    return item.columns is not None and cells_statement(text, item.paragraphs, item.columns) is not None


def _row(text: str, item: Item) -> list[Piece]:
    """A row of a table is one piece; where its cells stand one a line, those that hold only units answer for it."""
    spans = sorted([*item.paragraphs, *item.statement_lines])
    statements = list(item.statements)
    if not statements and len(spans) > 1:
        found = cells_statement(text, spans, item.columns)
        statements = [found] if found else []
    statements = statements or find_bracketed(text, spans[0][0], spans[-1][1])
    return [Piece(spans[0][0], spans[-1][1], statements, is_titled=True)]


def join_pieces(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces as one: a section of targets is one measure, however it is cut."""
    if not pieces:
        return []
    statements = [statement for piece in pieces for statement in piece.statements]
    return [Piece(pieces[0].start, pieces[-1].end, statements, by_line=any(piece.by_line for piece in pieces))]


def _close_by_line(text: str, pieces: list[Piece], span: Span) -> None:
    if not pieces:
        pieces.append(Piece(*span))
    statement = read_statement_line(text, *span) or _listed(text, pieces[-1], span)
    pieces[-1].end = span[1]
    pieces[-1].by_line = True
    if statement:
        pieces[-1].statements.append(statement)


def _listed(text: str, piece: Piece, span: Span) -> Statement | None:
    """Who answers by a line of the list below a label that stands alone: （1）甲；（2）乙负责村庄."""
    labels = [] if LABEL.match(text, *span) else find_labels(text, piece.start, span[0])
    if not labels:
        return None
    role = role_of_words(duty_words(labels[-1]))
    named = [NamedUnit(role, *unit) for unit in units_alone(text, *span)]
    units = find_subjects(text, *span, orders_only=True) or named
    return Statement(*span, tuple(units)) if units else None


def _labels_more(text: str, start: int, end: int) -> bool:
    """Whether a line goes on with what the statement's line began: 完成时限：…, 责任人：…"""
    label = LABEL.match(text, start, end)
    return bool(label and not duty_words(label))


def _sentences(text: str, start: int, end: int) -> Iterator[Piece]:
    """A paragraph cut after each bracket that states who answers."""
    begin = start
    last: Piece | None = None
    for statement in find_bracketed(text, start, end):
        stop = _after_times(text, statement.end, end)
        while stop < end and text[stop] in _STOPS:
            stop += 1
        if last and not text[begin : statement.start].strip(_STOPS):
            last.statements.append(statement)  # a second statement behind the first
            last.end = stop
        else:
            if last:
                yield last
            last = Piece(_after_label(text, begin, start), stop, [statement])
        begin = stop
    if last:
        yield last
    if text[begin:end].strip(_STOPS):
        yield Piece(begin, end)


def _after_times(text: str, stop: int, end: int) -> int:
    """Where a statement ends with what it says besides who answers, behind labels of its own (…　完成时限：6月底)."""
    limit = min(end, stop + _LONGEST_TIMES)
    while (label := _NEXT_LABEL.match(text, stop, limit)) and not duty_words(label):
        full_stop = text.find("。", label.end(), limit)
        following = next((each.start() for each in find_labels(text, label.end(), limit)), limit)
        stop = min(following, limit if full_stop < 0 else full_stop)
    return stop


def _after_label(text: str, begin: int, start: int) -> int:
    """Where a further piece of a paragraph begins: after a label such as 具体措施：, which belongs to no measure."""
    label = _LABEL_ALONE.match(text, begin) if begin > start else None
    return label.end() if label else begin


def _take(pieces: list[Piece], piece: Piece, *, opens: bool) -> None:
    """Add a piece, or let it go on with the one before where nothing has closed that yet."""
    if pieces and not opens and not pieces[-1].statements:
        pieces[-1].end = piece.end
        pieces[-1].statements.extend(piece.statements)
    else:
        pieces.append(piece)


def _titled(text: str, item: Item) -> set[int]:
    """Where paragraphs begin that open with a heading of their own, a short first sentence, and are a series."""
    if item.marker and item.marker.family is Family.BOX:  # a box is one measure, whatever headings it holds
        return set()
    later = item.paragraphs[1:] if item.marker else item.paragraphs
    if not later:
        return set()
    is_around = purpose_of(title_of(text, item)) is Purpose.AROUND  # in a task its targets are a part of it
    heads = _TARGETS_AROUND if is_around else _TARGETS
    targets = {start for start, end in later if heads.match(text, start, end)}
    titled = {start for start, end in later if _RUN_IN_TITLE.match(text, start, end)}
    alone = len(later) == 1 and _is_heading(text, item) and bool(_SHORT_TITLE.match(text, *later[0]))
    is_series = alone or (len(titled) > 1 and len(titled) * 5 >= len(later) * 3)
    return targets | titled if is_series else targets


def _is_heading(text: str, item: Item) -> bool:
    """Whether the item's first line is a heading alone."""
    if not item.marker or not item.paragraphs:
        return False
    start, end = item.paragraphs[0]
    return end - start <= _HEADING_ALONE and not re.search(r"[。；](?=.)", text[start:end])


def _under_answered_heading(text: str, item: Item, pieces: list[Piece]) -> list[Piece]:
    """Where the heading, or the line below it, says who answers, the paragraphs that follow are the same measure."""
    first_end = pieces[0].end if pieces else 0
    heading = text[item.body : min(first_end, pieces[0].statements[0].start)] if pieces and pieces[0].statements else ""
    if not heading or len(heading) > _HEADING_ALONE or _SENTENCE.search(heading.strip()):
        return pieces
    following = 1
    while following < len(pieces) and not pieces[following].statements and not pieces[following].is_titled:
        pieces[0].end = pieces[following].end
        following += 1
    return [pieces[0], *pieces[following:]]


def _heading_apart(text: str, item: Item, pieces: list[Piece]) -> list[Piece]:
    """Where a heading alone was taken into the first of several answered paragraphs, stand it apart."""
    if len(item.paragraphs) < 3 or not pieces or not _is_heading(text, item):
        return pieces
    first, heading, following = pieces[0], item.paragraphs[0], item.paragraphs[1]
    if any(statement.start < following[0] for statement in first.statements):  # it is the heading that is answered for
        return pieces
    answered = sum(bool(piece.statements) for piece in pieces)
    if first.start == heading[0] and first.end > heading[1] and answered > 1 and _each_answered(item, pieces):
        first.start = following[0]
        return [Piece(*heading), *pieces]
    return pieces


def _each_answered(item: Item, pieces: Sequence[Piece]) -> bool:
    """Whether the pieces that are answered for end where paragraphs end."""
    ends = {end for _, end in [*item.paragraphs, *item.statement_lines]}
    return all(piece.end in ends for piece in pieces if piece.statements)
