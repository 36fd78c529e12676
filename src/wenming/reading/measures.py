"""Measures: the items of an outline that a unit could be told to do, with their duties and terms."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wenming.reading.cleaning.view import Span, View
from wenming.reading.duties.leaders import LeadRule, find_lead_rule, led
from wenming.reading.duties.statements import NamedUnit, speaks_for_above
from wenming.reading.duties.subjects import find_appointed, find_company, find_subjects, once
from wenming.reading.model import DateRange, Duty, Measure, Term, TermKind, UnreadableDocument
from wenming.reading.structure.deeds import tell_deeds
from wenming.reading.structure.markers import Family
from wenming.reading.structure.outline import Item, Outline, title_of
from wenming.reading.structure.pieces import Piece, cut_item, join_pieces
from wenming.reading.structure.prose import by_paragraphs
from wenming.reading.structure.sections import Purpose, purpose_of, speaks_of_itself, tells_scope
from wenming.reading.terms import find_terms

MOST_MARKS = 150_000  # duties and terms; a plan has some hundreds, 5 MB of the densest ones some 90,000
_CELL_ENDS = ("", "\t", "\n")
_DUE_LABEL = re.compile(r"(?:时限|期限|截止(?:时间|日期)?|(?:完成|办结|落实)(?:时间|日期|节点))\s?[:：]\s*$")
_ONLY_TARGETS = re.compile("(?<![一-鿿])目标$")  # 1.目标 under 一、总体目标 is no section of its own
_SHORT_HEADING = 40  # characters: a longer first line says more than a heading does
_YEAR = re.compile(r"[0-9０-９]{4}\s?年度?|[今本]年度?")
_CRITERION = re.compile(r"[^。，,；;：:]{1,22}(?:情况|性|率|效果|进展|成效|程度|比例|使用量|数量|结果)[；;。]?")


@dataclass(slots=True)
class _Draft:
    """An item on its way to its measures."""

    item: Item
    index: int
    title: str
    path: tuple[str, ...]
    purpose: Purpose
    pieces: list[Piece]
    is_about_itself: bool = False  # its clause says what the document is
    under_unit: bool = False  # the heading above names the units that act in it
    is_covered: bool = False  # its heading's statement answers for it
    has_tasks: bool = False  # a section of targets that units answer for one by one
    within_targets: bool = False  # a part of a section of targets, which is one measure


def read_measures(view: View, outline: Outline, start: int, end: int, since: int | None = None) -> list[Measure]:
    """The measures of one plan, in the order of the text.

    The plan stands in the view from ``start``, with its covering letter, to ``end``; ``since`` is its first year,
    where known. Raises ``UnreadableDocument`` where it has more duties and terms than any plan.
    """
    drafts = _drafts(view.text, by_paragraphs(view.text, outline))
    _hand_up(view.text, drafts)
    _cover_parts_of_rows(drafts)
    _pass_over_criteria(view.text, drafts)
    _pass_over_deeds(view.text, drafts)
    lead_rule = find_lead_rule(view.text, start, end)
    measures: list[Measure] = []
    marks = 0
    for draft in drafts:
        found = list(_measures_of(view, draft, lead_rule, since))
        marks += sum(len(measure.duties) + len(measure.terms) for measure in found)
        if marks > MOST_MARKS:
            raise UnreadableDocument("too_many_marks", most=f"{MOST_MARKS:,}")
        measures += found
    if len(measures) == 1 and drafts[0].item.is_prose and not drafts[0].pieces[0].statements:  # news tell of one deed
        return []
    return sorted(measures, key=lambda measure: measure.start)


def _drafts(text: str, outline: Outline) -> list[_Draft]:
    drafts: list[_Draft] = []
    for index, item in enumerate(outline.items):
        title = title_of(text, item)
        above = drafts[item.parent] if item.parent >= 0 else None
        path = (*above.path, title)[-12:] if above else (title,) if item.marker else ()
        purpose, within = _purpose(title, item, above)
        pieces = cut_item(text, item)
        if purpose is Purpose.TARGETS:
            pieces = join_pieces(pieces)
        draft = _Draft(item, index, title, path, purpose, pieces, within_targets=within)
        draft.is_about_itself = bool(pieces) and speaks_of_itself(text[pieces[0].start : pieces[-1].end])
        draft.under_unit = above is not None and (above.under_unit or any(piece.by_heading for piece in above.pieces))
        drafts.append(draft)
    _set_tasks_apart(drafts)
    _gather_targets(drafts)
    return drafts


def _purpose(title: str, item: Item, above: _Draft | None) -> tuple[Purpose, bool]:
    """What an item is for: its own heading says it, else the section it stands in."""
    # a row of a table is work, also where its cell reads like the heading of a section (组织领导)
    own = purpose_of(title) if item.marker and item.marker.family is not Family.ROW else Purpose.WORK
    if above is None:
        return own, False
    if above.purpose is Purpose.TARGETS:  # 近期目标 and 中期目标 under 具体目标 are a section of targets each
        is_own = (
            own is Purpose.TARGETS
            and not _ONLY_TARGETS.search(title)
            and item.marker is not None
            and item.marker.family is not Family.DASH
        )
        return Purpose.TARGETS, not is_own
    if own not in (Purpose.WORK, Purpose.AROUND) or above.purpose is Purpose.WORK:
        return own, False
    return above.purpose, False


def _set_tasks_apart(drafts: list[_Draft]) -> None:
    """Targets that units answer for one by one are tasks: then each is a measure, and the section none."""
    for draft in drafts:
        if draft.within_targets and any(piece.statements for piece in draft.pieces):
            above = drafts[draft.item.parent]
            above.purpose, above.has_tasks = Purpose.WORK, True
            if above.item.parent >= 0:  # 一、主要目标 over （一）经济指标, whose items units answer for
                drafts[above.item.parent].purpose = Purpose.WORK
    for draft in drafts:
        above = drafts[draft.item.parent]
        if draft.item.parent >= 0 and above.has_tasks:
            draft.purpose, draft.within_targets = Purpose.WORK, False


def _gather_targets(drafts: list[_Draft]) -> None:
    """A section of targets is one measure: it takes in the text of all that stands under it."""
    for draft in reversed(drafts):
        if draft.within_targets and draft.pieces:
            above = drafts[draft.item.parent]
            if above.pieces:
                above.pieces[-1].end = max(above.pieces[-1].end, draft.pieces[-1].end)


def _hand_up(text: str, drafts: list[_Draft]) -> None:
    """A statement on a line of its own after sub-items that have none is their heading's."""
    unanswered: dict[int, list[_Draft]] = {}
    for_themselves = _answered_one_by_one(drafts)
    for draft in drafts:
        if draft.item.parent < 0 or draft.item.has_children or not draft.pieces:
            continue
        if len(_before_lines(draft.item)) > 1:  # a heading with text under it answers for itself
            continue
        run = unanswered.setdefault(draft.item.parent, [])
        run.append(draft)
        last = draft.pieces[-1]
        is_for_all = len(run) > 1 and last.by_line and len(draft.pieces) == 1 and _only_lines(last, draft.item)
        heading = drafts[draft.item.parent]
        # where items answer one by one, one without its line is a slip; two are a series answered at its end
        by_itself = len(run) == 2 and _is_bare(heading) and (_family(heading), _family(draft)) in for_themselves
        says_all = is_for_all and speaks_for_above(text, *draft.item.statement_lines[0])
        if is_for_all and (says_all or not by_itself):
            _give_to_heading(heading, run, last)
        if any(piece.statements or piece.by_line for piece in draft.pieces):
            unanswered[draft.item.parent] = []


def _before_lines(item: Item) -> list[Span]:
    """The paragraphs of an item before its line of responsibility; those after it say more of that (完成时限：…)."""
    first = item.statement_lines[0][0] if item.statement_lines else None
    return [span for span in item.paragraphs if first is None or span[0] < first]


def _pass_over_criteria(text: str, drafts: list[_Draft]) -> None:
    """Items that only name what is assessed (工作的时效性；计划执行情况；验收合格率) tell nobody to do anything."""
    for parent, siblings in _leaves(drafts).items():
        for family in {_family(draft) for draft in siblings if parent >= 0}:
            run = [draft for draft in siblings if _family(draft) is family]
            named = sum(bool(_CRITERION.fullmatch(_text_of(text, draft))) for draft in run)
            if (
                named > 1
                and named * 2 >= len(run)
                and not any(piece.statements for each in run for piece in each.pieces)
            ):
                for draft in run:
                    draft.purpose = Purpose.PAST


def _pass_over_deeds(text: str, drafts: list[_Draft]) -> None:
    """Items that report what was done tell nobody to do anything."""
    for siblings in _leaves(drafts).values():
        answered = any(piece.statements for each in siblings for piece in each.pieces)
        if not answered and tell_deeds([text[each.pieces[0].start : each.pieces[-1].end] for each in siblings]):
            for draft in siblings:
                draft.purpose = Purpose.PAST


def _leaves(drafts: list[_Draft]) -> dict[int, list[_Draft]]:
    """The numbered items without items under them, by their heading."""
    by_parent: dict[int, list[_Draft]] = {}
    for draft in drafts:
        if draft.item.marker and draft.pieces and not draft.item.has_children:
            by_parent.setdefault(draft.item.parent, []).append(draft)
    return by_parent


def _text_of(text: str, draft: _Draft) -> str:
    start, end = draft.item.paragraphs[0] if draft.item.paragraphs else (draft.item.body, draft.item.body)
    return text[max(start, draft.item.body) : min(end, draft.item.body + 40)].strip()


def _family(draft: _Draft) -> Family | None:
    return draft.item.marker.family if draft.item.marker else None


def _is_bare(heading: _Draft) -> bool:
    """Whether the heading has no text of its own."""
    start, end = heading.item.paragraphs[0] if heading.item.paragraphs else (0, 0)
    return len(heading.item.paragraphs) < 2 and end - start <= _SHORT_HEADING


def _answered_one_by_one(drafts: list[_Draft]) -> set[tuple[Family | None, Family | None]]:
    """The families of headings and of items under them that have a line of responsibility each somewhere."""
    answered = Counter(
        (draft.item.parent, _family(draft)) for draft in drafts if any(piece.by_line for piece in draft.pieces)
    )
    return {(_family(drafts[above]), family) for (above, family), times in answered.items() if times > 1}


def _cover_parts_of_rows(drafts: list[_Draft]) -> None:
    """Cells of units that follow the numbered parts of a row answer for those too."""
    for draft in drafts:
        row = drafts[draft.item.parent]
        if draft.item.parent < 0 or not row.item.columns or row.item.paragraphs[-1] < (draft.item.start, 0):
            continue
        draft.is_covered = any(piece.statements for piece in row.pieces)


def _only_lines(piece: Piece, item: Item) -> bool:
    first_line = min(start for start, _ in item.statement_lines)
    return all(statement.start >= first_line for statement in piece.statements)


def _give_to_heading(heading: _Draft, run: list[_Draft], last: Piece) -> None:
    if not heading.pieces:
        return
    heading.pieces[0].statements.extend(last.statements)
    heading.pieces[0].end = max(heading.pieces[0].end, last.end)
    last.statements = []
    item, own = run[-1].item, _before_lines(run[-1].item)
    if item.statement_lines and own:
        heading.item.paragraphs.extend(item.paragraphs[len(own) :])
        item.paragraphs, last.end = own, own[-1][1]
    for draft in run:
        draft.is_covered = True


def _measures_of(view: View, draft: _Draft, lead_rule: LeadRule, since: int | None) -> Iterator[Measure]:
    if draft.within_targets or draft.purpose in (Purpose.APPENDIX, Purpose.PAST):
        return
    for number, piece in enumerate(draft.pieces):
        duties = _duties(view.text, draft, piece, lead_rule)
        terms = find_terms(_own_text(view.text, draft, piece), since)
        terms = [_by_when(view.text, draft, piece, term) for term in terms if not _names_who_answers(piece, term)]
        if _only_heads(draft, piece):
            terms = [term for term in terms if not _is_year_of_plan(view.text, piece, term)]
        if _is_measure(draft, piece, number, has_duties=bool(duties), has_terms=bool(terms)):
            yield _measure(view, draft, piece, duties, terms)


def _names_who_answers(piece: Piece, term: Term) -> bool:
    """Whether a coverage is only the name of those who answer (责任单位：全体成员单位)."""
    at = piece.start + term.start
    units = [unit for statement in piece.statements for unit in statement.units]
    return term.kind is TermKind.COVERAGE and any(unit.start <= at < unit.end for unit in units)


def _by_when(text: str, draft: _Draft, piece: Piece, term: Term) -> Term:
    """A month or day that stands alone as a deadline (完成时限：2027年6月, or a column of that name) is its end."""
    if not isinstance(term.value, DateRange) or term.value.start is None or term.value.start != term.value.end:
        return term
    start, end = piece.start + term.start, piece.start + term.end
    is_cell = draft.item.is_due and text[start - 1 : start] in _CELL_ENDS and text[end : end + 1] in _CELL_ENDS
    if not is_cell and not _DUE_LABEL.search(text, max(0, start - 10), start):
        return term
    return replace(term, value=DateRange(None, term.value.end))


def _only_heads(draft: _Draft, piece: Piece) -> bool:
    """Whether the piece is the heading of other items and nothing else."""
    return draft.item.has_children and len(draft.item.paragraphs) < 2 and not piece.statements


def _is_year_of_plan(text: str, piece: Piece, term: Term) -> bool:
    """Whether a heading only says of which year its items are (二、2027年重点任务), and not until when."""
    start, end = piece.start + term.start, piece.start + term.end
    return bool(_YEAR.fullmatch(text, start, end)) and text[start - 1 : start] not in ("到", "至", "于")


def _own_text(text: str, draft: _Draft, piece: Piece) -> str:
    """The text in which a piece's terms are sought: not that of the items under it."""
    if draft.purpose is Purpose.TARGETS or not draft.item.has_children:
        number = max(0, min(draft.item.body, piece.end) - piece.start) if piece.start == draft.item.start else 0
        return "\n" * number + text[piece.start + number : piece.end]  # 1.24小时响应: the number is no figure
    own = ""
    for start, end in draft.item.paragraphs:
        if piece.start <= start < piece.end:
            own = own.ljust(start - piece.start, "\n") + text[start : min(piece.end, end)]
    return own or text[piece.start : piece.end]


def _is_measure(draft: _Draft, piece: Piece, number: int, *, has_duties: bool, has_terms: bool) -> bool:
    """Whether a piece is a measure: what is answered for always, else what its section and its place allow."""
    if piece.statements:
        return True
    if draft.item.marker is None or draft.is_about_itself or _is_title(draft.item):
        return draft.item.is_prose and has_duties and not draft.is_about_itself
    if draft.is_covered:
        return has_terms
    if draft.purpose is Purpose.TARGETS:
        return number == 0
    if (
        draft.purpose is Purpose.IDEAS or tells_scope(draft.title) or (number and not piece.is_titled)
    ):  # principles, a closing paragraph
        return has_duties
    if piece.is_titled and draft.purpose is Purpose.WORK:
        return True
    if draft.purpose is Purpose.AROUND or draft.item.has_children or _heads(draft, number):
        return has_duties or has_terms
    return True


def _is_title(item: Item) -> bool:
    """Whether the item is the title of an annex, which bears no number."""
    marker = item.marker
    return marker is not None and marker.family is Family.PART and marker.start == marker.end


def _heads(draft: _Draft, number: int) -> bool:
    """Whether the piece is a heading that only heads titled or answered paragraphs."""
    return number == 0 and len(draft.pieces) > 1 and not draft.pieces[0].statements


def _duties(text: str, draft: _Draft, piece: Piece, lead_rule: LeadRule) -> list[NamedUnit]:
    """The units of a piece's statements; where it has none, those that its text tells to act."""
    own_end = piece.start + len(_own_text(text, draft, piece))
    if piece.statements:
        stated = [unit for each in piece.statements for unit in led(text, each.units, each.end, lead_rule)]
        if piece.by_heading:
            return [*stated, *_beside_heading(text, stated, piece.statements[0].end, own_end)]
        return [*find_appointed(text, piece.start, min(own_end, piece.statements[0].start)), *stated]
    if draft.is_covered or draft.under_unit:
        return find_appointed(text, piece.start, own_end) if draft.under_unit else []
    ideas = draft.purpose in (Purpose.IDEAS, Purpose.TARGETS)  # they say what is to be, not who does it
    return find_subjects(text, max(piece.start, draft.item.body), own_end, orders_only=ideas)


def _beside_heading(text: str, named: Sequence[NamedUnit], start: int, end: int) -> list[NamedUnit]:
    """Whom the text under a unit's name tells to act besides it: 县教育局：会同县卫健局…。各学校每周…"""
    names = {text[unit.start : unit.end] for unit in named}
    told = once(text, [*find_subjects(text, start, end, orders_only=True), *find_company(text, start, end)])
    return [unit for unit in told if text[unit.start : unit.end] not in names]


def _measure(view: View, draft: _Draft, piece: Piece, duties: list[NamedUnit], terms: list[Term]) -> Measure:
    start, end = view.span(piece.start, piece.end)
    own = draft.title if piece is draft.pieces[0] else _first_sentence(view.text, piece)
    return Measure(
        path=draft.path if piece is draft.pieces[0] or not piece.is_titled else (*draft.path, own),
        title=own,
        start=start,
        end=end,
        text=view.text[piece.start : piece.end],
        duties=tuple(_duty(view, unit) for unit in duties),
        terms=tuple(_placed(view, piece.start, term) for term in terms),
    )


def _first_sentence(text: str, piece: Piece) -> str:
    end = text.find("。", piece.start, min(piece.end, piece.start + 60))
    return text[piece.start : end if end >= 0 else min(piece.end, piece.start + 60)].strip()


def _duty(view: View, unit: NamedUnit) -> Duty:
    start, end = view.span(unit.start, unit.end)
    return Duty(view.text[unit.start : unit.end], unit.role, start, end)


def _placed(view: View, offset: int, term: Term) -> Term:
    start, end = view.span(offset + term.start, offset + term.end)
    return Term(term.kind, start, end, term.value)
