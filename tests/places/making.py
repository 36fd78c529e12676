"""A unit with everything that can hang on one, whichever rooms there are."""

from typing import Any

from tests.frameworks.filing.making import make_filing, make_piece, want
from tests.frameworks.making import hold, make_edition
from tests.plans.making import NOON, Says, make_class, make_person, make_unit, make_version
from tests.scores.making import make_open, saw
from tests.work.making import hang_work_on
from wenming.accounts.models import Invitation, Post, PostRole, User
from wenming.command.models import Group, Link, Seat
from wenming.frameworks.actions.filing_pieces import Content
from wenming.frameworks.models import Dispute
from wenming.papers.models import Feed
from wenming.places.actions import Order
from wenming.places.held import pointers
from wenming.places.models import Alias, ChangeKind, NotSame, Unit, UnitChange
from wenming.reading.model import Role
from wenming.scores.models import Supply

TODAY = NOON.date()
BY: dict[str, Any] = {"by": None, "at": NOON}  # from the command line


def order(by: User, basis: str = "") -> Order:
    """By that person, from today."""
    return Order(by, NOON, TODAY, basis)


def hang_everything_on(unit: Unit, by: User) -> None:
    """One row at least of every sort that can point at a unit."""
    child, parent, other = make_unit("实验小学"), make_unit("县委教育工委"), make_unit("县体育中心")
    child.parents.add(unit)
    unit.parents.add(parent)
    make_class("各局", members=[unit])
    Alias.objects.create(name="某局", unit=unit)
    Post.objects.create(user=make_person("周以宁", None), role=PostRole.LIAISON, unit=unit)
    make_version(Says("甲", duties=[("某局", Role.LEAD, unit)]), by=by)
    invited = {"invited_by": by, "invited_at": NOON, "expires": NOON, "secret_digest": "0" * 64}
    Invitation.objects.create(full_name="来人", role=PostRole.LIAISON, unit=unit, **invited)
    changed = {"on": TODAY, "made_by": by, "made_at": NOON}
    UnitChange.objects.create(kind=ChangeKind.RENAMED, unit=unit, **changed).others.add(parent)
    UnitChange.objects.create(kind=ChangeKind.SPLIT, unit=other, **changed).others.add(unit)
    group = Group.objects.create(name="创建指挥部", area=unit.area, host=unit, since=TODAY)
    Seat.objects.create(group=group, title="成员单位", unit=unit, order=1, since=TODAY)
    Link.objects.create(name="顾维桢", area=unit.area, unit=unit, since=TODAY)
    for one, two in ((unit, other), (make_unit("县少年宫"), unit)):
        NotSame.objects.create(one=one, other=two, said_by=by, said_at=NOON)
    hang_work_on(unit, by)
    edition = make_edition(by, is_draft=False)
    held = hold(edition, unit, by)
    said = {"reason": "不归我们", "role": held.role, "made_by": by, "made_at": NOON}
    Dispute.objects.create(item=held.item, unit=unit, **said)
    Dispute.objects.create(
        item=held.item, unit=other, outcome="moved", given_to=unit, decided_by=by, decided_at=NOON, **said
    )
    make_piece(want(make_filing(by, edition)), by, Content("心理辅导室", unit_id=unit.pk, text="建成12间。"))
    make_open(by, saw("Ⅰ-1-1", territory=unit, departments=(unit,)), edition=edition)
    Supply.objects.create(
        framework=edition.framework, standard="Ⅰ-1-1", name="亮灯率", unit=unit, made_by=by, made_at=NOON
    )
    Feed.objects.create(name="手机", unit=unit, secret_digest="1" * 64, made_by=by, made_at=NOON)


def whole() -> dict[str, set[str]]:
    """Every unit, and every row that points at one, in the rooms' own tables: to compare before and after."""
    models = {pointer.model for pointer in pointers(Unit)} | {Unit}
    return {model.__name__: {str(row) for row in model._base_manager.values_list()} for model in models}


def pointing_at(unit: Unit) -> set[str]:
    """The sorts of rows of which one points at the unit."""
    return {pointer.key for pointer in pointers(Unit) if pointer.rows(unit.pk).exists()}
