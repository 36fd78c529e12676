"""What a reviewer does with the measures: retitle, split, merge with the next, add."""

from datetime import datetime

from django.db.models import F

from wenming.accounts.models import User
from wenming.audit.recording import action
from wenming.plans.actions.marking import BadSpan, Seen, correct, measure_at
from wenming.plans.actions.steps import Changes, Mark, fetch, lock
from wenming.plans.actions.titles import title_of
from wenming.plans.models import TITLE_LENGTH, Act, Duty, MarkState, Measure, PlanVersion, Step, Term
from wenming.plans.table.selection import chapter_above
from wenming.plans.texts import without_noise


class NoNext(ValueError):
    """There is no measure after this one to merge with."""


@action
def retitle(*, version_id: int, seen: Seen, title: str, by: User, at: datetime) -> Step:
    """The measure goes by another title; raises Stale, NoTitle, NotOpen."""
    changes = Changes(lock(version_id), by=by, at=at)
    measure = fetch(changes.version, "measure", seen.pk, seen.revision)
    return correct(changes, measure, {"title": title_of(title, longest=TITLE_LENGTH)})


@action
def split(*, version_id: int, seen: Seen, offset: int, by: User, at: datetime) -> Step:
    """From ``offset`` on it is a measure of its own, with the marks there; raises Stale, BadSpan, NotOpen."""
    changes = Changes(lock(version_id), by=by, at=at)
    measure = fetch(changes.version, "measure", seen.pk, seen.revision)
    if not isinstance(measure, Measure) or not measure.start < offset < measure.end:
        raise BadSpan
    second = _new(changes.version, offset, measure.end, _chapter(measure), measure.position + 1)
    changes.add(second)
    for mark in _marks_of(measure):
        if mark.start >= offset:
            changes.change(mark, measure_id=second.pk)
    text = _text(changes.version, measure.start, offset)
    changes.change(measure, end=offset, text=text, state=MarkState.CORRECTED)
    changes.settle_doubts_of([measure])
    return changes.keep(Act.SPLIT)


@action
def merge_with_next(*, version_id: int, seen: Seen, by: User, at: datetime) -> Step:
    """The measure after it is a part of this one; raises Stale, NoNext, NotOpen."""
    changes = Changes(lock(version_id), by=by, at=at)
    measure = fetch(changes.version, "measure", seen.pk, seen.revision)
    if not isinstance(measure, Measure) or (second := _next(changes.version, measure)) is None:
        raise NoNext
    for mark in _marks_of(second):
        changes.change(mark, measure_id=measure.pk)
    changes.change(second, state=MarkState.REMOVED)
    end = max(measure.end, second.end)
    text = _text(changes.version, measure.start, end)
    changes.change(measure, end=end, text=text, state=MarkState.CORRECTED)
    changes.settle_doubts_of([measure, second])
    return changes.keep(Act.MERGE)


def _next(version: PlanVersion, measure: Measure) -> Measure | None:
    after = version.measures.standing().filter(position__gt=measure.position)
    return after.order_by("position", "pk").first()


def _marks_of(measure: Measure) -> list[Mark]:
    return [*Duty.objects.filter(measure=measure), *Term.objects.filter(measure=measure)]


@action
def add_measure(*, version_id: int, span: tuple[int, int], by: User, at: datetime) -> Step:
    """The words of ``span`` are a measure that was not read; raises BadSpan, NotOpen."""
    changes = Changes(lock(version_id), by=by, at=at)
    version, (start, end) = changes.version, span
    if not 0 <= start < end <= len(version.text) or not _text(version, start, end):
        raise BadSpan
    before = version.measures.filter(start__lte=start).order_by("position").last()
    path = _chapter(measure_at(version, start)) if before else []
    measure = _new(version, start, end, path, before.position + 1 if before else 1)
    changes.add(measure)
    return changes.keep(Act.ADD)


def _new(version: PlanVersion, start: int, end: int, path: list[str], position: int) -> Measure:
    """A measure at ``position``; those from there on move down by one."""
    version.measures.filter(position__gte=position).update(position=F("position") + 1)
    text = _text(version, start, end)
    title = text.split("\n", 1)[0].split("。", 1)[0][:TITLE_LENGTH]
    return Measure(version=version, position=position, path=path, title=title, text=text, start=start, end=end)


def _chapter(measure: Measure) -> list[str]:
    """The path of another measure beside this one: its headings without its own title."""
    return list(chapter_above(measure.path, measure.title))


def _text(version: PlanVersion, start: int, end: int) -> str:
    """The text without noise; where a person takes for a measure what was read as noise, the text as it stands."""
    return without_noise(version.text, version.noise, start, end).strip() or version.text[start:end].strip()
