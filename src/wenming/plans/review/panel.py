"""The panel: one mark with its words in the document, what is doubtful about it, and the fields to correct it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.forms import Form
from django.utils.functional import Promise

from wenming.places import queries as places
from wenming.places.models import Unit, UnitClass
from wenming.plans.actions.steps import kind_of
from wenming.plans.models import Doubt, Duty, MarkState, Measure, PlanVersion, Term
from wenming.plans.review.forms import DutyForm, MeasureForm, NewClassForm, NewUnitForm, TermForm
from wenming.plans.review.words import CODE_WORDS, MEASURE, REASON_WORDS, doubt_words, words_of
from wenming.plans.suggestions import alike
from wenming.plans.term_words import term_words
from wenming.plans.texts import sentence_starts, without_noise
from wenming.plans.unmatched import is_unmatched
from wenming.reading.model import TermKind
from wenming.reading.second.doubts import suggested
from wenming.rules.matching import Entry, EntryKind, match
from wenming.web.numbers import whole

_AROUND = 24  # characters shown before and after the words of a mark
_FOUND = 8  # units, and classes, that a search shows
_PREVIEW = 40  # characters of a sentence offered for splitting


@dataclass(frozen=True)
class Suggestion:
    """What the second reader suggests at a place, and all places where it suggests the same."""

    value_words: str  # of a term
    read: Duty | Term | None  # what the rules read there instead
    read_words: str
    places: Sequence[tuple[str, str]]  # the key of each place that is left, the title of its measure
    is_first: bool  # of those places, so that one came here from the line for all


@dataclass
class Panel:
    """What the panel shows; ``kind`` chooses its template: duty, term, measure or doubt."""

    key: str
    kind: str
    mark: Duty | Term | Measure | Doubt
    before: str
    words: str
    after: str
    form: Form | None = None
    doubts: Sequence[str] = ()
    match: dict[str, Any] = field(default_factory=dict)
    sentences: Sequence[tuple[int, str]] = ()
    value_words: str = ""
    suggestion: Suggestion | None = None
    new_unit: NewUnitForm | None = None
    new_class: NewClassForm | None = None
    codes: Sequence[tuple[str, str | Promise]] = ()

    @property
    def is_removed(self) -> bool:
        """The mark was removed and can be restored."""
        return getattr(self.mark, "state", "") == MarkState.REMOVED


def panel_of(version: PlanVersion, key: str) -> Panel | None:
    """The panel of a mark named ``key`` (duty-12), None where there is no such mark in the version."""
    kind, _dash, number = key.partition("-")
    pk = whole(number)
    return _MAKERS[kind](version, pk) if kind in _MAKERS and pk is not None else None


def _duty(version: PlanVersion, pk: int) -> Panel | None:
    rows = Duty.objects.filter(measure__version=version).select_related("unit", "unit_class", "changed_by", "measure")
    duty = rows.filter(pk=pk).first()
    if duty is None:
        return None
    panel = _panel(version, duty)
    place = (duty.start, duty.end)
    panel.form = DutyForm(None, version=version, place=place, initial={"role": duty.role})
    panel.match = match_of(version, duty)
    panel.new_unit = NewUnitForm(None, area=version.plan.area, initial={"name": duty.name})
    panel.new_class = NewClassForm(None, initial={"name": duty.name})
    return panel


def match_of(version: PlanVersion, duty: Duty) -> dict[str, Any]:
    """What the name means, why, what else it may mean, and how many the same names are."""
    same = Duty.objects.standing().filter(measure__version=version, name=duty.name)
    thing: Unit | UnitClass | None = duty.unit or duty.unit_class
    return {
        "thing": thing,
        "size": places.members(thing).count() if isinstance(thing, UnitClass) else None,
        "reason": REASON_WORDS.get(duty.reason, ""),
        "candidates": candidates(duty.name) if thing is None else [],
        "same": same.count(),
        "is_open": is_unmatched(duty),
    }


def candidates(name: str) -> Sequence[Entry]:
    """The units and classes that ``name`` may mean, the likeliest first."""
    found = match(name, places.directory())
    return [found.entry] if found.entry else found.candidates


def candidates_like(text: str) -> list[Entry]:
    """Units and classes whose name or other name contains ``text``."""
    if not text:
        return []
    classes = [Entry(EntryKind.CLASS, one.pk, one.name, one.name) for one in places.classes_found(text)[:_FOUND]]
    units = [Entry(EntryKind.UNIT, one.pk, one.name, one.short) for one in places.units_found(text)[:_FOUND]]
    return [*classes, *units]


def _term(version: PlanVersion, pk: int) -> Panel | None:
    term = Term.objects.filter(measure__version=version, pk=pk).select_related("changed_by", "measure").first()
    if term is None:
        return None
    panel = _panel(version, term)
    kind = TermKind(term.kind)
    panel.form = TermForm(None, kind=kind, value=term.value, version=version, place=(term.start, term.end))
    panel.value_words = term_words(term.kind, term.value)
    return panel


def _measure(version: PlanVersion, pk: int) -> Panel | None:
    measure = version.measures.filter(pk=pk).select_related("changed_by").first()
    if measure is None:
        return None
    panel = _panel(version, measure)
    panel.form = MeasureForm(None, initial={"title": measure.title})
    panel.before = panel.after = ""
    panel.words = measure.text
    panel.sentences = _sentences(version, measure)
    panel.codes = [(code, word) for code, word in CODE_WORDS.items() if code != MEASURE]
    return panel


def _sentences(version: PlanVersion, measure: Measure) -> list[tuple[int, str]]:
    """Where a measure can be split, with the words that would begin the second."""
    starts = sentence_starts(version.text, measure.start, measure.end)
    shown = ((at, without_noise(version.text, version.noise, at, min(at + _PREVIEW, measure.end))) for at in starts)
    return [(at, words.split("\n", 1)[0]) for at, words in shown if words.strip()]


def _doubt(version: PlanVersion, pk: int) -> Panel | None:
    marks = ("settled_by", "measure", "duty__measure__version", "term__measure__version")
    doubt = version.doubts.select_related(*marks).filter(pk=pk).first()
    if doubt is None:
        return None
    is_suggestion = suggested(doubt.code) is not None
    if doubt.duty_id and not is_suggestion:
        return _duty(version, doubt.duty_id)
    if doubt.term_id and not is_suggestion:
        return _term(version, doubt.term_id)
    panel = _panel(version, doubt)
    panel.doubts = [doubt_words(doubt)]
    panel.suggestion = _suggestion(doubt) if is_suggestion else None
    panel.codes = [(code, word) for code, word in CODE_WORDS.items() if code != MEASURE]
    return panel


def _suggestion(doubt: Doubt) -> Suggestion:
    kind, read = suggested(doubt.code), doubt.duty or doubt.term
    same = alike(doubt)
    return Suggestion(
        value_words=term_words(kind, json.loads(doubt.about["value"])) if isinstance(kind, TermKind) else "",
        read=read,
        read_words=words_of(read) if read else "",
        places=[(f"doubt-{one.pk}", one.measure.title if one.measure else "") for one in same],
        is_first=same[0] == doubt,
    )


_MAKERS = {"duty": _duty, "term": _term, "measure": _measure, "doubt": _doubt}


def _panel(version: PlanVersion, mark: Duty | Term | Measure | Doubt) -> Panel:
    kind = kind_of(mark)
    text, noise = version.text, version.noise
    doubts = [] if isinstance(mark, Doubt) else mark.doubts.filter(settled_at=None)
    if isinstance(mark, Measure):
        doubts = mark.doubts.filter(settled_at=None, duty=None, term=None)
    return Panel(
        key=f"{kind}-{mark.pk}",
        kind=kind,
        mark=mark,
        before=without_noise(text, noise, max(mark.start - _AROUND, 0), mark.start).rsplit("\n", 1)[-1],
        words=without_noise(text, noise, mark.start, mark.end),
        after=without_noise(text, noise, mark.end, min(mark.end + _AROUND, len(text))).split("\n", 1)[0],
        doubts=[doubt_words(doubt) for doubt in doubts],
    )
