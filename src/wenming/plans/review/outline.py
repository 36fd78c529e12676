"""The measures of a version with their units and terms, as the outline shows them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from wenming.plans.actions.marking import Seen
from wenming.plans.models import Duty, MarkState, Measure, Term
from wenming.plans.review.words import UNIT, match_words
from wenming.plans.table.selection import chapter_above
from wenming.plans.term_words import KIND_WORDS, ROLE_WORDS, term_words
from wenming.plans.unmatched import is_unmatched
from wenming.reading.model import Role, TermKind

SETTLED = {MarkState.CONFIRMED, MarkState.CORRECTED, MarkState.ADDED}


@dataclass(frozen=True)
class MarkView:
    """A unit or a term: a mark in the document, a chip in the outline."""

    key: str  # duty-12, term-5
    code: str  # unit, or the kind of the term
    label: str  # its role or kind
    word: str
    hint: str
    state: str
    is_doubtful: bool
    is_lead: bool
    start: int
    end: int
    revision: int

    @property
    def seen(self) -> Seen:
        """The mark as it stands on the page."""
        kind, _dash, pk = self.key.partition("-")
        return Seen(kind, int(pk), self.revision)

    @property
    def is_unit(self) -> bool:
        """A unit rather than a term."""
        return self.code == UNIT

    @property
    def is_settled(self) -> bool:
        """A person has looked at it."""
        return self.state in SETTLED

    @property
    def is_removed(self) -> bool:
        """A person said that it is none."""
        return self.state == MarkState.REMOVED

    @property
    def can_be_confirmed_at_once(self) -> bool:
        """Nobody has looked at it and nothing speaks against it."""
        return self.state == MarkState.READ and not self.is_doubtful


@dataclass(frozen=True)
class MeasureView:
    """A measure with its marks; ``number`` counts the measures of the document."""

    measure: Measure
    number: int
    units: Sequence[MarkView]
    terms: Sequence[MarkView]
    removed: Sequence[MarkView]
    is_doubtful: bool

    @property
    def key(self) -> str:
        """Its name on the page."""
        return f"measure-{self.measure.pk}"

    @property
    def marks(self) -> list[MarkView]:
        """Its units and terms that stand."""
        return [*self.units, *self.terms]

    @property
    def at_once(self) -> list[MarkView]:
        """Its marks that can be confirmed at once."""
        return [mark for mark in self.marks if mark.can_be_confirmed_at_once]

    @property
    def is_settled(self) -> bool:
        """A person has looked at it."""
        return self.measure.state in SETTLED

    @property
    def can_be_confirmed_at_once(self) -> bool:
        """Nobody has looked at it and nothing speaks against it; its marks are asked by themselves."""
        return self.measure.state == MarkState.READ and not self.is_doubtful


@dataclass(frozen=True)
class Chapter:
    """Measures under the same headings; ``headings`` are those that do not stand above the chapter before it."""

    headings: Sequence[str]
    measures: Sequence[MeasureView]


def chapters(measures: Iterable[MeasureView]) -> Iterator[Chapter]:
    """The measures under their headings, in the order of the document."""
    above: Sequence[str] = ()
    for path, group in groupby(measures, key=lambda view: chapter_above(view.measure.path, view.measure.title)):
        known = next((level for level, (old, new) in enumerate(zip(above, path, strict=False)) if old != new), None)
        shared = min(len(above), len(path)) if known is None else known
        yield Chapter(path[shared:], list(group))
        above = path


def unit_view(duty: Duty, doubted: Collection[str], sizes: Mapping[int, int]) -> MarkView:
    """A duty as a mark; ``doubted`` are the keys of doubtful marks, ``sizes`` how many units a class stands for."""
    key, role = f"duty-{duty.pk}", Role(duty.role)
    matched = duty.unit or duty.unit_class
    size = sizes.get(duty.unit_class_id or 0)
    word = str(matched or duty.name)
    return MarkView(
        key=key,
        code=UNIT,
        label=str(ROLE_WORDS[role]),
        word=_("%(name)s（%(size)s）") % {"name": word, "size": size} if size is not None else word,
        hint=match_words(duty),
        state=duty.state,
        is_doubtful=key in doubted or is_unmatched(duty),
        is_lead=role is Role.LEAD,
        start=duty.start,
        end=duty.end,
        revision=duty.revision,
    )


def term_view(term: Term, doubted: Collection[str]) -> MarkView:
    """A term as a mark."""
    key, label, word = f"term-{term.pk}", str(KIND_WORDS[TermKind(term.kind)]), term_words(term.kind, term.value)
    return MarkView(
        key=key,
        code=term.kind,
        label=label,
        word=word,
        hint=f"{label} · {word}",
        state=term.state,
        is_doubtful=key in doubted,
        is_lead=False,
        start=term.start,
        end=term.end,
        revision=term.revision,
    )
