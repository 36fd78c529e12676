"""Small plans, units and people for tests: what a test does not say is filled in plausibly."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from wenming.accounts.models import NOBODY_TWICE, Post, PostRole, User
from wenming.accounts.powers import Grant, Powers
from wenming.accounts.rights import Right
from wenming.places.models import Area, AreaKind, Unit, UnitClass, UnitKind
from wenming.places.reach import Scope
from wenming.plans.models import Duty, MarkState, Measure, Plan, PlanVersion, Term, VersionState
from wenming.plans.terms import Json
from wenming.reading.model import Role, TermKind

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)


@dataclass(frozen=True)
class Says:
    """One measure of a plan: ``duties`` are (name, role, unit or class), ``terms`` are (words, kind, value)."""

    title: str
    text: str = ""
    path: Sequence[str] = ("重点任务",)
    duties: Sequence[tuple[str, Role, Unit | UnitClass | None]] = ()
    terms: Sequence[tuple[str, TermKind, Json]] = field(default=())


def make_area(name: str = "青禾县", kind: AreaKind = AreaKind.COUNTY, parent: Area | None = None) -> Area:
    """The area of that name, made where it is not there."""
    return Area.objects.get_or_create(name=name, parent=parent, defaults={"kind": kind})[0]


def make_unit(short: str = "县教育局", kind: UnitKind = UnitKind.GOVERNMENT, area: Area | None = None) -> Unit:
    """The unit of that short name, made where it is not there."""
    area = area or make_area()
    return Unit.objects.get_or_create(short=short, defaults={"name": f"青禾{short}", "kind": kind, "area": area})[0]


def make_class(name: str = "各社区", kinds: Sequence[UnitKind] = (), members: Sequence[Unit] = ()) -> UnitClass:
    """The class of that name with these kinds and named members."""
    unit_class = UnitClass.objects.get_or_create(name=name, defaults={"kinds": [kind.value for kind in kinds]})[0]
    unit_class.named_members.add(*members)
    return unit_class


def make_person(name: str = "沈知远", role: PostRole | None = PostRole.OFFICE, unit: Unit | None = None) -> User:
    """A person with one post (none where ``role`` is None)."""
    person = User.objects.create_user(username=name, full_name=name)
    if role:
        for_all = role in NOBODY_TWICE
        Post.objects.create(user=person, role=role, unit=None if for_all else unit or make_unit("县文明办"))
    return person


def seeing(*rights: Right) -> Powers:
    """What somebody sees who holds these rights everywhere."""
    return Powers(tuple(Grant(right, PostRole.OFFICE, "", None, Scope(everywhere=True)) for right in rights))


def make_version(
    *says: Says,
    plan: Plan | None = None,
    state: VersionState = VersionState.IN_FORCE,
    title: str = "青禾县2026年创建工作实施方案",
    by: User | None = None,
    mark_state: MarkState = MarkState.CONFIRMED,
    area: Area | None = None,
) -> PlanVersion:
    """A version of ``plan`` (of a new one where none is given) whose text is that of its measures, one a line."""
    by = by or User.objects.filter(username="沈知远").first() or make_person()
    plan = plan or Plan.objects.create(title=title, area=area or make_area(), created_by=by, created_at=NOON)
    if state == VersionState.IN_FORCE:
        plan.versions.filter(state=VersionState.IN_FORCE).update(state=VersionState.SUPERSEDED)
    was_in_force = state in {VersionState.IN_FORCE, VersionState.SUPERSEDED}
    texts = [f"{one.title}。{one.text or f'{one.title}，按月检查。'}" for one in says]
    version = PlanVersion.objects.create(
        plan=plan,
        number=plan.versions.count() + 1,
        state=state,
        file_name="方案.docx",
        sha256=f"{plan.versions.count() + 1:064x}",
        text="\n".join(texts),
        uploaded_by=by,
        uploaded_at=NOON,
        handled_by=by,
        in_force_by=by if was_in_force else None,
        in_force_at=NOON if was_in_force else None,
    )
    _fill(version, says, texts, mark_state)
    return version


def _fill(version: PlanVersion, says: Sequence[Says], texts: Sequence[str], mark_state: MarkState) -> None:
    start, measures = 0, []
    for position, (one, text) in enumerate(zip(says, texts, strict=True), start=1):
        about = {"path": list(one.path), "title": one.title, "text": text, "state": mark_state}
        measures.append(Measure(version=version, position=position, start=start, end=start + len(text), **about))
        start += len(text) + 1
    Measure.objects.bulk_create(measures)
    Duty.objects.bulk_create(
        [_duty(measure, *duty, mark_state) for measure, one in zip(measures, says, strict=True) for duty in one.duties]
    )
    Term.objects.bulk_create(
        [_term(measure, *term, mark_state) for measure, one in zip(measures, says, strict=True) for term in one.terms]
    )


def _place(measure: Measure, words: str) -> tuple[int, int]:
    at = measure.start + max(measure.text.find(words), 0)
    return at, at + len(words)


def _duty(measure: Measure, name: str, role: Role, thing: Unit | UnitClass | None, state: MarkState) -> Duty:
    start, end = _place(measure, name)
    duty = Duty(measure=measure, name=name, role=role, start=start, end=end, state=state)
    if isinstance(thing, Unit):
        duty.unit, duty.reason = thing, "short"
    elif thing is not None:
        duty.unit_class, duty.reason = thing, "name"
    return duty


def _term(measure: Measure, words: str, kind: TermKind, value: Json, state: MarkState) -> Term:
    start, end = _place(measure, words)
    return Term(measure=measure, kind=kind, value=value, start=start, end=end, state=state)
