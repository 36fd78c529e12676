"""What the second reader suggests: kept as doubts beside what the rules read, and taken over where a person says so."""

import json
from collections.abc import Iterable
from datetime import datetime

from wenming.accounts.models import User
from wenming.audit.recording import action
from wenming.plans.actions.marking import add_duty_to, add_term_to, name_at
from wenming.plans.actions.saving import Shelf
from wenming.plans.actions.steps import OPEN, Changes, lock
from wenming.plans.models import Act, Doubt, Duty, MarkState, PlanVersion, Step, Term
from wenming.plans.suggestions import alike
from wenming.reading import model
from wenming.reading.model import Role, TermKind
from wenming.reading.second.doubts import suggested
from wenming.rules.matching import Directory, match


@action
def save_suggestions(*, version: PlanVersion, found: Iterable[model.Doubt]) -> list[Doubt]:
    """Keep as doubts of the version what was suggested; returns those that were not there already.

    What a person has judged meanwhile needs no suggestion, nor does a version that is no longer open for review.
    """
    locked = PlanVersion.objects.select_for_update().get(pk=version.pk)
    if locked.state not in OPEN:
        return []
    known = set(locked.doubts.values_list("code", "start", "end"))
    marks = _Marks(locked)
    rows = [row for one in found if (one.code, one.start, one.end) not in known and (row := marks.doubt(one))]
    return Doubt.objects.bulk_create(rows)


class _Marks:
    """What was read of a version, and what people made of it, by place."""

    def __init__(self, version: PlanVersion) -> None:
        self._version = version
        self._measures = Shelf(version.measures.standing())
        self._duties = Shelf(Duty.objects.filter(measure__version=version))
        terms = list(Term.objects.filter(measure__version=version))
        self._terms = {kind: Shelf([term for term in terms if term.kind == kind]) for kind in TermKind}

    def doubt(self, found: model.Doubt) -> Doubt | None:
        """The suggestion beside what was read there; None where a person has judged that, or the measure is gone."""
        place, kind = (found.start, found.end), suggested(found.code)
        measure = self._measures.at(*place)
        duty = self._duties.at(*place) if isinstance(kind, Role) else None
        term = self._terms[kind].at(*place) if isinstance(kind, TermKind) else None
        mark = duty or term
        if measure is None or (mark and mark.state != MarkState.READ):
            return None
        about = dict(found.about)
        return Doubt(
            version=self._version,
            code=found.code,
            about=about,
            start=found.start,
            end=found.end,
            measure=measure,
            duty=duty,
            term=term,
        )


@action
def adopt(*, version_id: int, doubt_id: int, everywhere: bool, directory: Directory, by: User, at: datetime) -> Step:
    """The second reader is right, here or ``everywhere`` that it says the same: what it sees is added as one step.

    A unit or a term of that kind that the rules read at the place is corrected instead. Nothing is done about what
    somebody has looked at before. Raises Doubt.DoesNotExist, NoMeasure, BadSpan, NotOpen.
    """
    changes = Changes(lock(version_id), by=by, at=at)
    doubt = Doubt.objects.get(version=changes.version, pk=doubt_id)
    act = Act.CORRECT if doubt.duty_id or doubt.term_id else Act.ADD
    for one in alike(doubt) if everywhere else [doubt]:
        kind = suggested(one.code)
        if one.settled_at is None and isinstance(kind, Role):
            _adopt_duty(changes, one, kind, directory)
        elif one.settled_at is None and isinstance(kind, TermKind):
            _adopt_term(changes, one, kind)
    return changes.keep(act)


def _adopt_duty(changes: Changes, doubt: Doubt, role: Role, directory: Directory) -> None:
    span = (doubt.start, doubt.end)
    name = name_at(changes.version, span)
    if doubt.duty is None:
        add_duty_to(changes, span, role, match(name, directory))
        return
    is_within = doubt.duty.start <= span[0] and span[1] <= doubt.duty.end
    moved = {} if is_within else {"name": name, "start": span[0], "end": span[1]}
    changes.change(doubt.duty, state=MarkState.CORRECTED, role=role.value, **moved)
    changes.settle_doubts_of([doubt.duty])


def _adopt_term(changes: Changes, doubt: Doubt, kind: TermKind) -> None:
    span, value = (doubt.start, doubt.end), json.loads(doubt.about["value"])
    if doubt.term is None:
        add_term_to(changes, span, kind, value)
        return
    changes.change(doubt.term, state=MarkState.CORRECTED, value=value, start=span[0], end=span[1])
    changes.settle_doubts_of([doubt.term])
