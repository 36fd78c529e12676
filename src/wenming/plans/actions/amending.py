"""What people made of a version holds in the next one wherever the text stands."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from wenming.accounts.models import User
from wenming.audit.recording import action
from wenming.plans.actions.steps import Changes, Mark, kind_of, lock
from wenming.plans.models import READABLE, Act, Doubt, Duty, MarkState, Measure, PlanVersion, Step, Term, VersionState
from wenming.plans.texts import folded
from wenming.plans.unmatched import is_unmatched
from wenming.rules.amendment import Fate, Item, compare
from wenming.rules.matching import Reason

HELD = (MarkState.CONFIRMED, MarkState.CORRECTED, MarkState.ADDED)  # a person said that it is so


def version_before(version: PlanVersion) -> PlanVersion | None:
    """The version that ``version`` amends: the one in force, else the last before it that was read."""
    earlier = PlanVersion.objects.filter(plan=version.plan_id, number__lt=version.number, state__in=READABLE)
    in_force = earlier.filter(state=VersionState.IN_FORCE).first()
    return in_force or earlier.order_by("-number").first()


@action
def carry_over(*, version: PlanVersion, from_version: PlanVersion, by: User, at: datetime) -> Step | None:
    """Confirm, correct, remove and add in ``version`` what people did in ``from_version`` where measures read the same.

    Doubts on the same words and names that the directory lacks need nobody twice.
    One step, which can be undone; None where nothing could be carried. A mark that is doubtful for a reason nobody has
    looked at before is left for people. Raises NotOpen.
    """
    changes = Changes(lock(version.pk), by=by, at=at)
    old, new = _Marks.of(from_version), _Marks.of(changes.version)
    confirmed: dict[str, list[Mark]] = defaultdict(list)
    for before, after in _standing(old.measures, new.measures):
        for was, now in _twins(old, new, before, after):
            if not new.doubts_of(now) <= old.settled_of(was):
                continue
            if was.state == MarkState.CONFIRMED and _is_same(was, now):
                confirmed[kind_of(now)].append(now)
            elif now.state == MarkState.READ:
                changes.change(now, state=was.state, **_fields(was))
        _add_missing(changes, old, new, before, after)
        _settle_again(changes, old, new, before.pk, after.pk)
    _settle_again(changes, old, new, None, None)
    confirmed["duty"].extend(_kept_names(old, new, confirmed["duty"]))
    for marks in confirmed.values():
        changes.confirm(marks)
    return changes.keep(Act.CARRY) if changes.count else None


@action
def settle_as_before(
    *, version: PlanVersion, from_version: PlanVersion, doubts: Collection[Doubt], by: User, at: datetime
) -> Step | None:
    """Settle those of ``doubts`` that came after carrying over and need nobody twice, as ``carry_over`` does.

    One step, which can be undone; None where nothing was looked at before. Raises NotOpen.
    """
    changes = Changes(lock(version.pk), by=by, at=at)
    old, new = _Marks.of(from_version), _Marks.of(changes.version)
    fresh = {doubt.pk for doubt in doubts}
    new.doubts = {key: [doubt for doubt in found if doubt.pk in fresh] for key, found in new.doubts.items()}
    for before, after in _standing(old.measures, new.measures):
        _settle_again(changes, old, new, before.pk, after.pk)
    return changes.keep(Act.CARRY) if changes.count else None


def carried_marks(version: PlanVersion) -> int:
    """How many marks of the version stand as they were carried over; 0 where that was undone."""
    steps = version.steps.filter(act=Act.CARRY, undone_at=None)
    changes = [change for step in steps for change in step.changes]
    return len({(change["mark"], change["id"]) for change in changes if change["mark"] != "doubt"})


@dataclass
class _Marks:
    """The marks of one version by measure, and the codes of the doubts about each mark."""

    version: PlanVersion
    measures: list[Measure]
    within: Mapping[int, list[Duty | Term]]
    open_doubts: dict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))
    settled_doubts: dict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))
    doubts: dict[int | None, list[Doubt]] = field(default_factory=lambda: defaultdict(list))  # by measure

    @classmethod
    def of(cls, version: PlanVersion) -> "_Marks":
        """All marks of the version; four queries."""
        within: dict[int, list[Duty | Term]] = defaultdict(list)
        for duty in Duty.objects.filter(measure__version=version).order_by("start", "pk"):
            within[duty.measure_id].append(duty)
        for term in Term.objects.filter(measure__version=version).order_by("start", "pk"):
            within[term.measure_id].append(term)
        marks = cls(version, list(version.measures.order_by("position", "pk")), within)
        for doubt in version.doubts.all():
            codes = marks.open_doubts if doubt.settled_at is None else marks.settled_doubts
            codes[_about(doubt)].add(doubt.code)
            marks.doubts[marks.measure_of(doubt)].append(doubt)
        return marks

    @property
    def duties(self) -> list[Duty]:
        """All duties, measure by measure."""
        return [mark for measure in self.measures for mark in self.within.get(measure.pk, ()) if isinstance(mark, Duty)]

    def measure_of(self, doubt: Doubt) -> int | None:
        """The measure of the mark that the doubt is about, None where it is about no mark."""
        kind, pk = _about(doubt)
        return self.owners[kind, pk] if kind != "measure" else doubt.measure_id

    @cached_property
    def owners(self) -> dict[tuple[str, int], int]:
        """The measure of each duty and term."""
        return {(kind_of(mark), mark.pk): mark.measure_id for marks in self.within.values() for mark in marks}

    def doubts_of(self, mark: Mark) -> set[str]:
        """What is doubtful about the mark and nobody has looked at."""
        return self.open_doubts.get((kind_of(mark), mark.pk), set())

    def settled_of(self, mark: Mark) -> set[str]:
        """What was doubtful about the mark and somebody has looked at."""
        return self.settled_doubts.get((kind_of(mark), mark.pk), set())

    def words(self, mark: Mark) -> str:
        """The mark's own words, however the lines break."""
        return folded(self.version.text[mark.start : mark.end])


def _about(doubt: Doubt) -> tuple[str, int]:
    if doubt.duty_id:
        return "duty", doubt.duty_id
    if doubt.term_id:
        return "term", doubt.term_id
    return "measure", doubt.measure_id or 0


def _standing(old: Sequence[Measure], new: Sequence[Measure]) -> Iterator[tuple[Measure, Measure]]:
    """The measures that read the same in both, numbers before them aside."""
    for pair in compare(_items(old), _items(new)):
        if pair.fate is Fate.UNCHANGED and pair.old and pair.new:
            yield old[pair.old.key], new[pair.new.key]


def _items(measures: Iterable[Measure]) -> list[Item]:
    return [Item(key=at, title="", text=measure.text) for at, measure in enumerate(measures)]


def _twins(old: _Marks, new: _Marks, before: Measure, after: Measure) -> Iterator[tuple[Mark, Mark]]:
    """The measure itself, and its marks of the same kind on the same words, where a person judged the old one."""
    if before.state in {*HELD, MarkState.REMOVED}:
        yield before, after
    judged = _by_words(old, before)
    for key, now in _by_words(new, after).items():
        was = judged.get(key)
        if was is not None and was.state in {*HELD, MarkState.REMOVED}:
            yield was, now


def _settle_again(changes: Changes, old: _Marks, new: _Marks, before: int | None, after: int | None) -> None:
    """What was looked at in a measure, or in none, has been in the new one: the same code on the same words."""
    doubts = old.doubts.get(before, ())
    left = {_of_doubt(old, doubt) for doubt in doubts if not doubt.settled_at}
    looked = {_of_doubt(old, doubt) for doubt in doubts if doubt.settled_at} - left
    changes.settle(doubt for doubt in new.doubts.get(after, ()) if _of_doubt(new, doubt) in looked)


def _of_doubt(marks: _Marks, doubt: Doubt) -> tuple[str, str]:
    return doubt.code, folded(marks.version.text[doubt.start : doubt.end])


def _is_kept(duty: Duty) -> bool:
    """Whether a person said of the duty that the directory has no such name."""
    return duty.state in HELD and duty.reason == Reason.UNKNOWN and not (duty.unit_id or duty.unit_class_id)


def _kept_names(old: _Marks, new: _Marks, confirmed: Iterable[Mark]) -> list[Duty]:
    """The duties whose name a person kept as one the directory lacks: it is the same name in every measure."""
    kept = {duty.name for duty in old.duties if _is_kept(duty)}
    known = {duty.pk for duty in confirmed}
    found = (duty for duty in new.duties if duty.name in kept and duty.pk not in known and not new.doubts_of(duty))
    return [duty for duty in found if is_unmatched(duty)]


def _by_words(marks: _Marks, measure: Measure) -> dict[tuple[str, str, int], Duty | Term]:
    """The marks by kind, words, and how often the same words came before."""
    found: dict[tuple[str, str, int], Duty | Term] = {}
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for mark in marks.within.get(measure.pk, ()):
        key = kind_of(mark), marks.words(mark)
        found[*key, seen[key]] = mark
        seen[key] += 1
    return found


def _fields(was: Mark) -> dict[str, Any]:
    """What the old mark says and the new one should say."""
    if isinstance(was, Measure):
        return {"title": was.title} if was.state == MarkState.CORRECTED else {}
    if isinstance(was, Term):
        return {"kind": was.kind, "value": was.value}
    fields: dict[str, Any] = {"role": was.role}
    if was.unit_id or was.unit_class_id:
        fields |= {"unit_id": was.unit_id, "unit_class_id": was.unit_class_id, "reason": was.reason}
    return fields


def _is_same(was: Mark, now: Mark) -> bool:
    return now.state == MarkState.READ and all(getattr(now, name) == value for name, value in _fields(was).items())


def _add_missing(changes: Changes, old: _Marks, new: _Marks, before: Measure, after: Measure) -> None:
    """What a person added or corrected and the reader does not see: on the same words of the new text."""
    read = _by_words(new, after)
    for key, was in _by_words(old, before).items():
        if key in read or was.state not in {MarkState.ADDED, MarkState.CORRECTED}:
            continue
        place = _place(old, new, was, before, after)
        if place is None:
            continue
        misread = _overlapping(new, after, kind_of(was), place)
        if misread is None:
            changes.add(_copy(was, after, place))
        else:
            named = {"name": was.name} if isinstance(was, Duty) else {}
            span = {"start": place[0], "end": place[1]}
            changes.change(misread, state=MarkState.CORRECTED, **span, **named, **_fields(was))


def _overlapping(new: _Marks, measure: Measure, kind: str, place: tuple[int, int]) -> Duty | Term | None:
    """The mark of that kind that was read at the place with other bounds and that nobody has judged."""
    return next(
        (
            mark
            for mark in new.within.get(measure.pk, ())
            if kind_of(mark) == kind and mark.state == MarkState.READ and mark.start < place[1] and mark.end > place[0]
        ),
        None,
    )


def _place(old: _Marks, new: _Marks, was: Mark, before: Measure, after: Measure) -> tuple[int, int] | None:
    """Where the mark's words stand in the new measure: the same time they come."""
    words = old.version.text[was.start : was.end]
    if not before.start <= was.start < before.end:
        return None
    times = old.version.text.count(words, before.start, was.start)
    at = after.start - 1
    for _time in range(times + 1):
        at = new.version.text.find(words, at + 1, after.end)
        if at < 0:
            return None
    return at, at + len(words)


def _copy(was: Duty | Term, measure: Measure, place: tuple[int, int]) -> Mark:
    start, end = place
    if isinstance(was, Term):
        return Term(measure=measure, kind=was.kind, value=was.value, start=start, end=end)
    named = {"unit_id": was.unit_id, "unit_class_id": was.unit_class_id, "reason": was.reason}
    return Duty(measure=measure, name=was.name, role=was.role, start=start, end=end, **named)
