"""One act of a person in review: what it changes, kept as one step, undone as a whole.

Every act locks the version first, so that two reviewers' acts come one after the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Manager

from wenming.accounts.models import User
from wenming.audit.recording import action, record
from wenming.places import actions as places
from wenming.places.models import Unit, UnitClass
from wenming.plans.models import Act, Doubt, Duty, MarkState, Measure, PlanVersion, Step, Term, VersionState

Mark = Measure | Duty | Term
Learned = list[tuple[str, str, int]]  # a name that the directory learned, "unit" or "class", its id
ROWS: Mapping[str, Manager[Any]] = {
    "measure": Measure.objects,
    "duty": Duty.objects,
    "term": Term.objects,
    "doubt": Doubt.objects,
}
_BATCH = 100  # rows of one bulk update: SQLite bears few variables in a query
_BRIEF = 100  # characters of a text that an event tells
OPEN = (VersionState.REVIEW, VersionState.IN_FORCE)

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "measure": ("title", "path", "text", "start", "end", "state"),
    "duty": ("measure_id", "name", "role", "unit_id", "unit_class_id", "reason", "start", "end", "state"),
    "term": ("measure_id", "kind", "value", "start", "end", "state"),
    "doubt": ("settled_by_id", "settled_at"),
}


class NotOpen(ValueError):
    """The version cannot be reviewed now: it is being read, or was superseded."""


class Stale(ValueError):
    """Somebody else changed the mark since it was shown; ``mark`` is how it stands now."""

    def __init__(self, mark: Mark) -> None:
        super().__init__(f"{kind_of(mark)} {mark.pk}")
        self.mark = mark


class NothingToUndo(ValueError):
    """There is no such step of this person, or it was undone already."""


class ChangedSince(ValueError):
    """What the step changed was changed again afterwards; undoing it would undo that too."""


def kind_of(mark: Mark | Doubt) -> str:
    """measure, duty, term or doubt."""
    return type(mark).__name__.lower()


def lock(version_id: int) -> PlanVersion:
    """The version, locked until the transaction ends; raises NotOpen."""
    versions = PlanVersion.objects.select_related("plan").select_for_update(of=("self",))
    version = versions.get(pk=version_id)
    if version.state not in OPEN:
        raise NotOpen
    return version


def fetch(version: PlanVersion, kind: str, pk: int, revision: int | None = None) -> Mark:
    """A mark of the version as it stands now; raises its DoesNotExist, and Stale where ``revision`` is not its own."""
    path = "version" if kind == "measure" else "measure__version"
    mark: Mark = ROWS[kind].get(**{path: version}, pk=pk)
    if revision is not None and mark.revision != revision:
        raise Stale(mark)
    return mark


def fetch_all(version: PlanVersion, kind: str, wanted: Mapping[int, int | None]) -> list[Mark]:
    """The marks of one kind whose keys and revisions are ``wanted``; one query. Raises as ``fetch`` does."""
    path = "version" if kind == "measure" else "measure__version"
    marks: list[Mark] = list(ROWS[kind].filter(**{path: version}, pk__in=wanted))
    if len(marks) != len(wanted):
        raise ROWS[kind].model.DoesNotExist
    for mark in marks:
        if wanted[mark.pk] not in {None, mark.revision}:
            raise Stale(mark)
    return marks


class Changes:
    """What one act changes; ``keep`` makes it one step."""

    def __init__(self, version: PlanVersion, *, by: User, at: datetime) -> None:
        self.version = version
        self._by = by
        self._at = at
        self._changes: list[dict[str, Any]] = []

    @property
    def count(self) -> int:
        """How many changes so far."""
        return len(self._changes)

    def change(self, mark: Mark, **fields: object) -> None:
        """Give the mark these fields; its revision counts up."""
        before = _fields(mark)
        for field, value in fields.items():
            setattr(mark, field, value)
        mark.revision = mark.revision + 1
        mark.changed_by, mark.changed_at = self._by, self._at
        mark.save()
        self._note(mark, before)

    def confirm(self, marks: Sequence[Mark]) -> None:
        """Marks of one kind are right as they stand; three queries however many they are."""
        read = [mark for mark in marks if mark.state == MarkState.READ]
        before = [_fields(mark) for mark in read]
        for mark in read:
            mark.state, mark.revision = MarkState.CONFIRMED, mark.revision + 1
            mark.changed_by, mark.changed_at = self._by, self._at
        if read:
            fields = ["state", "revision", "changed_by", "changed_at"]
            ROWS[kind_of(read[0])].bulk_update(read, fields, batch_size=_BATCH)
        for mark, fields_before in zip(read, before, strict=True):
            self._note(mark, fields_before)
        self.settle_doubts_of(marks)

    def add(self, mark: Mark) -> None:
        """A mark that no one had read."""
        mark.state = MarkState.ADDED
        mark.changed_by, mark.changed_at = self._by, self._at
        mark.save()
        self._note(mark, None)

    def settle(self, doubts: Iterable[Doubt]) -> None:
        """A person has looked at these."""
        for doubt in doubts:
            if doubt.settled_at is None:
                before = _fields(doubt)
                doubt.settled_by, doubt.settled_at = self._by, self._at
                doubt.save(update_fields=["settled_by", "settled_at"])
                self._note(doubt, before)

    def settle_doubts_of(self, marks: Sequence[Mark]) -> None:
        """Looking at marks of one kind settles what was doubtful about them, but not what is within a measure."""
        if not marks:
            return
        kind = kind_of(marks[0])
        doubts = Doubt.objects.filter(version=self.version, settled_at=None, **{f"{kind}__in": marks})
        self.settle(doubts.filter(duty=None, term=None) if kind == "measure" else doubts)

    def unsettle(self, doubt: Doubt) -> None:
        """It has to be looked at again."""
        before = _fields(doubt)
        doubt.settled_by = doubt.settled_at = None
        doubt.save(update_fields=["settled_by", "settled_at"])
        self._note(doubt, before)

    def _note(self, mark: Mark | Doubt, before: dict[str, Any] | None) -> None:
        self._changes.append({"mark": kind_of(mark), "id": mark.pk, "before": before, "after": _fields(mark)})

    def keep(self, act: Act, learned: Learned | None = None, undone: str = "") -> Step:
        """Everything so far as one step and one event; where nothing changed neither is written.

        ``undone`` is the act that this one takes back.
        """
        step = Step(
            version=self.version,
            act=act,
            changes=self._changes,
            learned=learned or [],
            made_by=self._by,
            made_at=self._at,
        )
        if step.changes or step.learned:
            step.save()
            self._tell(step, {"undone": undone} if undone else {})
        return step

    def _tell(self, step: Step, told: dict[str, object]) -> None:
        """One event for the whole step: what one mark was and is, or how many there were."""
        before, after = _difference(step.changes)
        after |= {"version": self.version.number, "act": str(step.act), "count": len(step.changes), **told}
        record("plans.review", self.version.plan, by=self._by, at=self._at, before=before, after=after)


def _difference(changes: Sequence[Mapping[str, Any]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the fields of the one mark were and are where they differ; nothing where there are more marks than one."""
    marks = [change for change in changes if change["mark"] != "doubt"]
    if len(marks) != 1:
        return {}, {}
    was, now = marks[0]["before"] or {}, marks[0]["after"]
    names = [name for name in now if was.get(name) != now[name]]
    before = {name: _brief(was[name]) for name in names if name in was}
    return before, {"mark": marks[0]["mark"]} | {name: _brief(now[name]) for name in names}


def _brief(value: object) -> object:
    return value if not isinstance(value, str) or len(value) <= _BRIEF else f"{value[:_BRIEF]}…"


def _fields(mark: Mark | Doubt) -> dict[str, Any]:
    fields = {field: getattr(mark, field) for field in _FIELDS[kind_of(mark)]}
    if isinstance(mark, Doubt) and mark.settled_at:
        fields["settled_at"] = mark.settled_at.isoformat()
    return fields


def last_by_hand(version: PlanVersion, by: User) -> Step | None:
    """The last step that a person made and that can still be undone; what was carried over came by itself."""
    return version.steps.filter(made_by=by, undone_at=None).exclude(act__in=[Act.UNDO, Act.CARRY]).last()


@action
def undo(*, version_id: int, by: User, at: datetime, step_id: int | None = None) -> Step:
    """Take back a step, or one's own last one made by hand; returns the step that does so.

    Raises NothingToUndo, ChangedSince, NotOpen.
    """
    changes = Changes(lock(version_id), by=by, at=at)
    steps = changes.version.steps.filter(undone_at=None).exclude(act=Act.UNDO)
    step = steps.filter(pk=step_id).first() if step_id else last_by_hand(changes.version, by)
    if step is None:
        raise NothingToUndo
    for change in reversed(step.changes):
        _take_back(changes, change)
    for name, kind, pk in step.learned:
        _forget(name, kind, pk, by, at)
    step.undone_by, step.undone_at = by, at
    step.save(update_fields=["undone_by", "undone_at"])
    return changes.keep(Act.UNDO, undone=step.act)


def _take_back(changes: Changes, change: dict[str, Any]) -> None:
    mark: Mark | Doubt | None = ROWS[change["mark"]].filter(pk=change["id"]).first()
    if mark is None or _fields(mark) != change["after"] or _is_merged(change["before"]):
        raise ChangedSince
    if isinstance(mark, Doubt):
        changes.unsettle(mark)
    else:
        changes.change(mark, **(change["before"] or {"state": MarkState.REMOVED}))


def _is_merged(before: dict[str, Any] | None) -> bool:
    """Whether the unit that the mark meant was merged into another since; if not, it is not before this act is done."""
    unit = (before or {}).get("unit_id")
    return unit is not None and places.hold_units([unit]).get(unit) != unit


def _forget(name: str, kind: str, pk: int, by: User, at: datetime) -> None:
    thing = (Unit.objects if kind == "unit" else UnitClass.objects).filter(pk=pk).first()
    if thing is not None:
        places.forget_alias(name=name, thing=thing, by=by, at=at)
