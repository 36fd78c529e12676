"""What the pages of this room show; nothing here writes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from wenming.accounts.powers import Powers
from wenming.frameworks.models import Assignment, AssignmentRole, Edition, EditionState, Entry, Framework, Item
from wenming.frameworks.reach import editions_seen


def frameworks_seen(powers: Powers, text: str = "") -> QuerySet[Framework]:
    """The frameworks of which the person sees an edition, each with those; three queries for a page of any length."""
    shown = editions_seen(powers)
    found = Framework.objects.filter(pk__in=shown.order_by().values("framework"))
    if text:
        found = found.filter(title__icontains=text)
    return found.prefetch_related(Prefetch("editions", counted(shown), to_attr="shown"))


def counted(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """The editions with how many standards each has, and how many nobody leads."""
    standards = Q(items__is_standard=True)
    led = _leads("items")
    return editions.select_related("brought_by", "in_force_by").annotate(
        standard_count=Count("items", filter=standards),
        open_count=Count("items", filter=standards & ~Q(Exists(led))),
    )


@dataclass(frozen=True, slots=True)
class Part:
    """One of the topmost items, with the positions of all that stands below it: ``first`` to before ``end``."""

    item: Item
    end: int
    standards: int


def parts_of(edition: Edition) -> list[Part]:
    """The topmost items in their order; two queries."""
    tops = list(edition.items.filter(depth=1).order_by("position"))
    positions = list(edition.items.filter(is_standard=True).order_by("position").values_list("position", flat=True))
    ends = [*(one.position for one in tops[1:]), edition.items.count()]
    return [
        Part(top, end, sum(top.position <= position < end for position in positions))
        for top, end in zip(tops, ends, strict=False)
    ]


def with_assignments(items: QuerySet[Item]) -> QuerySet[Item]:
    """The items, each with who answers for it in ``answering``, and with the office's own columns in ``filled_in``."""
    rows = Assignment.objects.select_related("unit", "unit_class").order_by("wanted", "pk")
    entries = Entry.objects.order_by("wanted", "pk")
    return items.prefetch_related(
        Prefetch("assignments", rows, to_attr="answering"), Prefetch("entries", entries, to_attr="filled_in")
    )


def found(items: QuerySet[Item], text: str) -> QuerySet[Item]:
    """The items in whose words all words of ``text`` stand."""
    for word in text.split():
        items = items.filter(words__icontains=word)
    return items


def without_lead(items: QuerySet[Item]) -> QuerySet[Item]:
    """The standards that nobody leads as a whole."""
    return items.filter(~Exists(_leads("pk")))


def _leads(item: str) -> QuerySet[Assignment]:
    """Who leads the whole of the standard to which the field of the outer query leads."""
    return Assignment.objects.filter(item=OuterRef(item), wanted=0, role=AssignmentRole.LEAD)


def above(item: Item) -> list[Item]:
    """What the item stands under, the topmost first, without the framework itself; a query for each level."""
    path: list[Item] = []
    parent = item.parent
    while parent is not None and parent.depth:
        path.insert(0, parent)
        parent = parent.parent
    return path


@dataclass(frozen=True, slots=True)
class Held:
    """Who answers in one role."""

    role: AssignmentRole
    rows: Sequence[Assignment]


def by_role(rows: Iterable[Assignment], wanted: int = 0) -> list[Held]:
    """Who answers for the standard (0) or for the n-th piece it wants, role by role."""
    own = [one for one in rows if one.wanted == wanted]
    held = [Held(role, [one for one in own if one.role == role]) for role in AssignmentRole]
    return [one for one in held if one.rows]


def in_force_before(edition: Edition) -> Edition | None:
    """The edition that is in force while this one is a draft."""
    return (
        Edition.objects.filter(framework=edition.framework_id, state=EditionState.IN_FORCE)
        .exclude(pk=edition.pk)
        .first()
    )
