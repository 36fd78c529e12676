"""What was read becomes rows that people can review."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Generic, TypeVar

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.places.actions import hold_units
from wenming.plans import models
from wenming.plans.models import NAME_LENGTH, PLAN_TITLE_LENGTH, TITLE_LENGTH, PlanVersion, VersionState
from wenming.plans.texts import folded
from wenming.reading.model import Doubt, Duty, Measure, Reading
from wenming.reading.reading_json import value_json
from wenming.rules.matching import EntryKind, Match, Reason

Row = TypeVar("Row", models.Measure, models.Duty, models.Term)


@action
def save_reading(
    *, version: PlanVersion, reading: Reading, matches: Mapping[str, Match], by: User, at: datetime
) -> bool:
    """Keep all that was read, in place of what an earlier try left; False where the version was read already.

    ``matches`` says for each unit's name what it means in the directory.
    """
    locked = PlanVersion.objects.select_for_update().select_related("plan").get(pk=version.pk)
    if locked.state != VersionState.READING:
        return False
    locked.doubts.all().delete()
    locked.measures.all().delete()
    before = state_of(locked.plan, "title")
    _save_version(locked, reading)
    measures, duties, terms = _save_marks(locked, reading, _meant_today(matches))
    shelves = (Shelf(measures), Shelf(duties), Shelf(terms))
    models.Doubt.objects.bulk_create([_doubt(locked, doubt, *shelves) for doubt in reading.doubts])
    counts = {"measures": len(measures), "duties": len(duties), "terms": len(terms), "doubts": len(reading.doubts)}
    after = {**state_of(locked.plan, "title"), "version": locked.number, **counts}
    record("plans.read", locked.plan, by=by, at=at, before=before, after=after)
    return True


@action
def save_unreadable(*, version: PlanVersion, code: str, by: User, at: datetime) -> None:
    """The document cannot be read, for the reason ``code``."""
    PlanVersion.objects.filter(pk=version.pk).update(state=VersionState.UNREADABLE)
    after = {"version": version.number, "code": code}
    record("plans.read", version.plan, by=by, at=at, after=after, succeeded=False)


def _meant_today(matches: Mapping[str, Match]) -> dict[str, Match]:
    """The same where units were merged since their names were matched: then the one that is left is meant."""
    meant = [match.entry.id for match in matches.values() if match.entry and match.entry.kind is EntryKind.UNIT]
    today = hold_units(meant)
    return {name: _with_unit(match, today) for name, match in matches.items()}


def _with_unit(found: Match, today: Mapping[int, int]) -> Match:
    if found.entry is None or found.entry.kind is not EntryKind.UNIT:
        return found
    unit = today.get(found.entry.id)
    return replace(found, entry=replace(found.entry, id=unit)) if unit else Match(Reason.UNKNOWN)


def _save_version(version: PlanVersion, reading: Reading) -> None:
    version.text = reading.text
    version.noise = [[noise.start, noise.end, noise.why] for noise in reading.noise]
    version.state = VersionState.REVIEW
    version.save(update_fields=["text", "noise", "state"])
    titles = [folded(plan.title.text) for plan in reading.plans if plan.title]
    if version.number == 1 and titles and titles[0]:
        version.plan.title = titles[0][:PLAN_TITLE_LENGTH]
        version.plan.save(update_fields=["title"])


def _save_marks(
    version: PlanVersion, reading: Reading, matches: Mapping[str, Match]
) -> tuple[list[models.Measure], list[models.Duty], list[models.Term]]:
    read = sorted(_with_paths(reading), key=lambda pair: pair[0].start)
    rows = [_measure(version, position, *pair) for position, pair in enumerate(read, start=1)]
    pairs = list(zip(models.Measure.objects.bulk_create(rows), (measure for measure, _path in read), strict=True))
    duties = [_duty(row, duty, matches[duty.unit]) for row, measure in pairs for duty in measure.duties]
    terms = [
        models.Term(measure=row, kind=term.kind, value=value_json(term.value), start=term.start, end=term.end)
        for row, measure in pairs
        for term in measure.terms
    ]
    measures = [row for row, _measure in pairs]
    return measures, models.Duty.objects.bulk_create(duties), models.Term.objects.bulk_create(terms)


def _with_paths(reading: Reading) -> list[tuple[Measure, list[str]]]:
    """Each measure with its path; where a document holds several plans, the plan's title stands above it."""
    several = len(reading.plans) > 1
    return [
        (measure, [*([plan.title.text] if several and plan.title else []), *measure.path])
        for plan in reading.plans
        for measure in plan.measures
    ]


def _measure(version: PlanVersion, position: int, measure: Measure, path: Sequence[str]) -> models.Measure:
    return models.Measure(
        version=version,
        position=position,
        path=list(path),
        title=measure.title[:TITLE_LENGTH],
        text=measure.text,
        start=measure.start,
        end=max(measure.end, measure.start + 1),
    )


def _duty(measure: models.Measure, duty: Duty, found: Match) -> models.Duty:
    entry = found.entry
    return models.Duty(
        measure=measure,
        name=duty.unit[:NAME_LENGTH],
        role=duty.role,
        unit_id=entry.id if entry and entry.kind is EntryKind.UNIT else None,
        unit_class_id=entry.id if entry and entry.kind is EntryKind.CLASS else None,
        reason=found.reason,
        start=duty.start,
        end=duty.end,
    )


class Shelf(Generic[Row]):
    """Marks by their place; those of one shelf hardly overlap."""

    def __init__(self, marks: Iterable[Row]) -> None:
        self._marks: list[Row] = sorted(marks, key=lambda mark: (mark.start, mark.end))
        self._starts: list[int] = [mark.start for mark in self._marks]

    def at(self, start: int, end: int) -> Row | None:
        """The last mark that begins before ``end`` and reaches beyond ``start``."""
        before = bisect_left(self._starts, max(end, start + 1))
        if before and (mark := self._marks[before - 1]).end > start:
            return mark
        return None


def _doubt(
    version: PlanVersion,
    doubt: Doubt,
    measures: Shelf[models.Measure],
    duties: Shelf[models.Duty],
    terms: Shelf[models.Term],
) -> models.Doubt:
    place = (doubt.start, doubt.end)
    duty = duties.at(*place)
    return models.Doubt(
        version=version,
        code=doubt.code,
        about=dict(doubt.about),
        start=doubt.start,
        end=doubt.end,
        measure=measures.at(*place),
        duty=duty,
        term=None if duty else terms.at(*place),
    )
