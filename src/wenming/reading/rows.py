"""The rows of a responsibility table 责任分解表: one a measure, all in words, for the terminal, Excel and pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from wenming.reading.lines import Lines
from wenming.reading.messages import grade_of, say
from wenming.reading.model import Amount, Doubt, Measure, Plan, Reading, Role, Term, TermKind
from wenming.reading.quotes import as_written, find_in_order, without_names
from wenming.reading.words import term_in_words

_LONGEST_QUOTE = 40  # characters
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One measure as a row of words; empty where the plan says nothing."""

    number: int  # 序号, from 1 through the whole document
    chapter: str  # 章节
    measure: str  # 措施
    lead: str  # 牵头单位
    responsible: str  # 责任单位
    cooperating: str  # 配合单位
    supervising: str  # 督查单位
    frequency: str  # 频次
    target: str  # 目标: quantities, and durations that must be reached
    due: str  # 时限: dates, horizons, and durations that must not be exceeded
    coverage: str  # 覆盖
    text: str  # 原文

    @property
    def has_owner(self) -> bool:
        """Whether somebody is to lead or to do it."""
        return bool(self.lead or self.responsible)


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """One doubt with its place: the line, from 1, and the words that it is about."""

    line: int
    quote: str
    sentence: str
    grade: str


def rows_of(reading: Reading, language: str = "zh") -> list[Row]:
    """The rows of all measures of a reading, in the order of the text."""
    plans = [plan for plan in reading.plans if plan.measures]
    placed = [(plan if len(plans) > 1 else None, measure) for plan in plans for measure in plan.measures]
    return [
        _row(number, plan, measure, reading.text, language) for number, (plan, measure) in enumerate(placed, start=1)
    ]


def doubt_rows(text: str, doubts: Iterable[Doubt], language: str = "zh") -> list[DoubtRow]:
    """The doubts about a text in sentences, in the order of the text."""
    lines = Lines(text)
    return [
        DoubtRow(lines.number(doubt.start), quote(text[doubt.start : doubt.end]), *_said(doubt, language))
        for doubt in sorted(doubts, key=lambda doubt: doubt.start)
    ]


def _said(doubt: Doubt, language: str) -> tuple[str, str]:
    return say(doubt.code, doubt.about, language), grade_of(doubt.code).value


def quote(words: str) -> str:
    """The words on one line, cut to a length that fits beside a sentence.

    >>> quote("每月 组织\\n一次")
    '每月 组织 一次'
    """
    return _cut(" ".join(words[: 4 * _LONGEST_QUOTE].split()), _LONGEST_QUOTE)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def title_of(measure: Measure) -> str:
    """What a measure is called: its title, else how its text begins."""
    return " ".join(measure.title.split()) or _cut(" ".join(measure.text.split()), _LONGEST_TITLE)


def chapter_of(measure: Measure) -> tuple[str, ...]:
    """The headings above a measure, outermost first, its own left out."""
    path = tuple(" ".join(heading.split()) for heading in measure.path)
    title = title_of(measure)
    return path[:-1] if path and (title.startswith(path[-1]) or path[-1].startswith(title)) else path


def units_of(measure: Measure, role: Role) -> list[str]:
    """The units that hold a role in a measure, each once, in the order of the text."""
    return list(dict.fromkeys(duty.unit for duty in measure.duties if duty.role is role))


def column_of(term: Term) -> str:
    """The column of a responsibility table in which a term stands: frequency, target, due or coverage."""
    match term.kind:
        case TermKind.FREQUENCY:
            return "frequency"
        case TermKind.COVERAGE:
            return "coverage"
        case TermKind.DURATION if isinstance(term.value, Amount) and not _is_deadline(term.value):
            return "target"
        case TermKind.QUANTITY:
            return "target"
        case _:
            return "due"


def counts(kind: TermKind) -> bool:
    """Whether a term's figure says little without what it counts: 5个工作日内答复 is more than 5天."""
    return kind in (TermKind.FREQUENCY, TermKind.QUANTITY, TermKind.DURATION)


def _is_deadline(duration: Amount) -> bool:
    """30日内 says by when; 不得少于3天 and 不超过40分钟 say how long something takes."""
    return duration.min is None and duration.unit != "分钟"


def _terms_of(measure: Measure, document: str, language: str) -> dict[str, str]:
    """The terms of a measure in words, by column."""
    columns: dict[str, dict[str, None]] = {"frequency": {}, "target": {}, "due": {}, "coverage": {}}
    written = _written(measure, document) if language.startswith("zh") else {}
    for term in measure.terms:
        columns[column_of(term)][written.get(term) or term_in_words(term, language)] = None
    return {column: in_one_cell(words, language) for column, words in columns.items()}


def _written(measure: Measure, document: str) -> dict[Term, str]:
    """What is counted, as the plan words it; nothing for words that noise parts."""
    terms = sorted(measure.terms, key=lambda term: (term.start, term.end))
    places = find_in_order(measure.text, [document[term.start : term.end] for term in terms])
    written = zip(terms, as_written(measure.text, places), strict=True)
    units = [duty.unit for duty in measure.duties]
    return {term: without_names(words, units) for term, words in written if counts(term.kind)}


def in_one_cell(words: Iterable[str], language: str) -> str:
    """Several terms of one column, parted as the language parts them."""
    return ("; " if language.startswith("en") else "；").join(words)


def _row(number: int, plan: Plan | None, measure: Measure, document: str, language: str) -> Row:
    headings = [plan.title.text.strip()] if plan and plan.title else []
    return Row(
        number=number,
        chapter=" / ".join([*headings, *chapter_of(measure)]),
        measure=title_of(measure),
        lead="、".join(units_of(measure, Role.LEAD)),
        responsible="、".join(units_of(measure, Role.RESPONSIBLE)),
        cooperating="、".join(units_of(measure, Role.COOPERATING)),
        supervising="、".join(units_of(measure, Role.SUPERVISING)),
        **_terms_of(measure, document, language),
        text=measure.text.strip(),
    )
