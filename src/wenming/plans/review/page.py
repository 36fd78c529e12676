"""The review page as values for its templates: the outline of measures, the document, the list of what to look at."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise

from wenming.plans.actions.marking import Seen
from wenming.plans.models import Doubt, MarkState, Measure
from wenming.plans.review.outline import Chapter, MarkView, MeasureView, chapters, term_view, unit_view
from wenming.plans.review.pieces import NOISE, Paragraph, Span, paragraphs
from wenming.plans.review.queries import Review
from wenming.plans.review.words import CODE_WORDS, MEASURE, doubt_words, doubts_words, unmatched_words
from wenming.plans.suggestions import alike_key
from wenming.plans.texts import folded
from wenming.plans.unmatched import is_unmatched


@dataclass(frozen=True)
class Item:
    """Something to look at: ``key`` names what is picked for it (doubt-5, duty-12).

    Alike suggestions are one item; ``places`` has the key of each and the title of its measure.
    """

    key: str
    sentence: str
    start: int
    places: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Confirmable:
    """Marks of one kind that can be confirmed at once."""

    code: str
    word: str | Promise
    count: int


class Page:
    """A loaded review in the shapes that the templates need; ``sizes``: how many units each class stands for."""

    def __init__(self, review: Review, sizes: Mapping[int, int]) -> None:
        self.review = review
        self.version = review.version
        self._sizes = sizes

    @cached_property
    def measures(self) -> list[MeasureView]:
        """The measures that stand, numbered."""
        alive = (measure for measure in self.review.measures if measure.state != MarkState.REMOVED)
        return [self._measure(measure, number) for number, measure in enumerate(alive, start=1)]

    @property
    def dropped(self) -> list[Measure]:
        """The measures that were removed and can be restored."""
        return [measure for measure in self.review.measures if measure.state == MarkState.REMOVED]

    @property
    def chapters(self) -> Iterator[Chapter]:
        """The measures under their headings."""
        return chapters(self.measures)

    def _measure(self, measure: Measure, number: int) -> MeasureView:
        units = [unit_view(duty, self._doubted, self._sizes) for duty in self.review.duties_of.get(measure.pk, [])]
        terms = [term_view(term, self._doubted) for term in self.review.terms_of.get(measure.pk, [])]
        return MeasureView(
            measure,
            number,
            [unit for unit in units if not unit.is_removed],
            [term for term in terms if not term.is_removed],
            [mark for mark in (*units, *terms) if mark.is_removed],
            is_doubtful=f"measure-{measure.pk}" in self._doubted,
        )

    @cached_property
    def _doubted(self) -> set[str]:
        """The keys of the marks that a doubt is about: the unit or the term, else the measure around it."""
        keys = set()
        for doubt in self.review.doubts:
            if doubt.duty_id:
                keys.add(f"duty-{doubt.duty_id}")
            elif doubt.term_id:
                keys.add(f"term-{doubt.term_id}")
            elif doubt.measure_id:
                keys.add(f"measure-{doubt.measure_id}")
        return keys

    @cached_property
    def items(self) -> list[Item]:
        """What a person should look at, in the order of the document."""
        return sorted([*self._unmatched(), *self._doubts()], key=lambda item: (item.start, item.key))

    def _doubts(self) -> Iterator[Item]:
        """One item for each doubt, or for all suggestions that are alike, at the first place."""
        groups: dict[Hashable, list[Doubt]] = {}
        for doubt in self.review.doubts:
            groups.setdefault(alike_key(doubt), []).append(doubt)
        titles = {measure.pk: measure.title for measure in self.review.measures}
        for first, *others in groups.values():
            places = [(f"doubt-{one.pk}", titles.get(one.measure_id or 0, "")) for one in (first, *others) if others]
            yield Item(f"doubt-{first.pk}", doubts_words(first, 1 + len(others)), first.start, places)

    def _unmatched(self) -> list[Item]:
        """One item for each name that means nothing in the directory, at its first place."""
        alive = {view.measure.pk for view in self.measures}
        duties = [duty for duty in self.review.duties if duty.measure_id in alive and is_unmatched(duty)]
        counts = Counter(duty.name for duty in duties)
        first = {duty.name: duty for duty in reversed(duties)}
        return [Item(f"duty-{one.pk}", unmatched_words(one, counts[one.name]), one.start) for one in first.values()]

    @property
    def confirmable(self) -> list[Confirmable]:
        """The kinds of marks that can be confirmed at once, with how many."""
        counts = Counter(code for code, _seen in self._at_once())
        return [Confirmable(code, word, counts[code]) for code, word in CODE_WORDS.items() if counts[code]]

    def confirmable_of(self, code: str) -> list[Seen]:
        """The marks of a kind that can be confirmed at once."""
        return [seen for one, seen in self._at_once() if one == code]

    def _at_once(self) -> Iterator[tuple[str, Seen]]:
        for view in self.measures:
            if view.can_be_confirmed_at_once:
                yield MEASURE, Seen(MEASURE, view.measure.pk, view.measure.revision)
            for mark in view.at_once:
                yield mark.code, mark.seen

    def paragraphs(self, only: Collection[tuple[int, int]] | None = None) -> list[Paragraph]:
        """The document's paragraphs with their marks, or those at the places ``only``."""
        opens = {view.measure.start: (view.number, view.key) for view in reversed(self.measures)}
        return paragraphs(self.version.text, self._spans(), opens, self._headings, only)

    def _spans(self) -> Iterator[Span]:
        for start, end, _why in self.version.noise:
            yield Span(start, end, NOISE, "mark-noise")
        for doubt in self.review.doubts:
            end = max(doubt.end, doubt.start + 1)
            yield Span(doubt.start, end, f"doubt-{doubt.pk}", "mark-doubt", 1, doubt_words(doubt))
        for view in self.measures:
            for mark in view.marks:
                yield Span(mark.start, mark.end, mark.key, _css(mark), 3 if mark.is_unit else 2, mark.hint)

    @cached_property
    def _headings(self) -> dict[str, int]:
        """The words of the plan's title and of the headings above measures, with their level."""
        found = {folded(self.version.plan.title): 1}
        for measure in self.review.measures:
            for level, heading in enumerate(measure.path, start=2):
                found.setdefault(folded(heading), level)
        return found


def _css(mark: MarkView) -> str:
    flags = {"mark-lead": mark.is_lead, "mark-settled": mark.is_settled, "mark-doubt": mark.is_doubtful}
    return " ".join(["mark-unit" if mark.is_unit else "mark-term", *(css for css, is_on in flags.items() if is_on)])
