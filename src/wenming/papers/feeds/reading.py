"""What a feed holds on a day: the verdicts that its maker sees then, as events."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Max, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from wenming.accounts.powers import Powers, powers_of
from wenming.accounts.rights import Right
from wenming.audit.models import Event
from wenming.papers.feeds.writing import Item, Sheet
from wenming.papers.models import Alarm, Feed
from wenming.papers.seen import Chosen, cells_seen, is_wide
from wenming.places.models import Unit
from wenming.places.reach import units_in
from wenming.rules.commitments.judging import State
from wenming.work.board.grid import Heap
from wenming.work.commitments.subjects import ALL
from wenming.work.commitments.words import STATE_WORDS
from wenming.work.models import Cell, Commitment, Excuse, Objection

BACK = timedelta(days=31)
AHEAD = timedelta(days=366)
AHEAD_OF_ALL = timedelta(days=92)  # for whoever looks over a whole area, of which there is much more
MOST = 1500  # events: about 1 MB, beyond which programs give up
FEW = 10  # units: so many have events of their own, more share them
LONGEST_WINDOW = 31  # days: a window that is longer shows its due day only
_DAY = timedelta(days=1)
Absolute = Callable[[str], str]  # a path of ours → the whole address


@dataclass(frozen=True, slots=True)
class _Group:
    """Verdicts that make one event: of one unit, or of all who have the same to do on the same days."""

    commitment: int
    unit: int | None  # ALL: together; None: several units
    first: date
    last: date
    due: date


@dataclass(frozen=True, slots=True)
class _Moved:
    """How often, and when last, somebody did what moves due days."""

    times: int = 0
    last: datetime | None = None

    def __add__(self, other: "_Moved") -> "_Moved":
        days = [one for one in (self.last, other.last) if one]
        return _Moved(self.times + other.times, max(days, default=None))


def sheet_of(feed: Feed, *, today: date, absolute: Absolute) -> Sheet | None:
    """What the feed holds; None where its maker sees nothing of it any more. The number of queries does not grow."""
    if not feed.made_by.is_active:
        return None
    powers = powers_of(feed.made_by, on=today)
    seen = units_in(powers.scope(Right.WORK_VIEW))
    if Right.WORK_VIEW not in powers or (feed.unit_id and not seen.filter(pk=feed.unit_id).exists()):
        return None
    cells = cells_seen(powers, Chosen(unit=feed.unit))
    ahead = AHEAD_OF_ALL if feed.unit is None and is_wide(powers) else AHEAD
    near = cells.filter(due__range=(today - BACK, today + ahead))
    units = _units(feed, powers)
    groups = _groups(near, is_each=units is not None and len(units) <= FEW)
    shown = sorted(groups, key=lambda one: (one.due, one.commitment, one.unit or ALL, one.first))[:MOST]
    items = tuple(_items(feed, {one: groups[one] for one in shown}, units, today, absolute))
    rest = len(groups) - len(shown)
    return Sheet(uid=str(feed.key), name=_name(feed), description=_about(rest), items=items)


def _units(feed: Feed, powers: Powers) -> Collection[int] | None:
    """The units whose verdicts are in it; None for all of an area."""
    if feed.unit_id:
        return [feed.unit_id]
    return None if is_wide(powers) else powers.scope(Right.WORK_VIEW).units


def _name(feed: Feed) -> str:
    whose = feed.unit.short if feed.unit else _("全部")
    return _("创建工作到期 · %(whose)s") % {"whose": whose}


def _about(rest: int) -> str:
    said = _("每一项站在它到期的那一天，随落实情况变化。")
    return said + (_("太多了，还有%(rest)d项没有列入。") % {"rest": rest} if rest else "")


def _groups(cells: QuerySet[Cell], *, is_each: bool) -> dict[_Group, Counter[State]]:
    rows = cells.order_by().values_list("commitment", "unit", "first", "last", "due", "state")
    found: dict[_Group, Counter[State]] = defaultdict(Counter)
    for commitment, unit, first, last, due, state in rows.iterator():
        whose = (unit if is_each else None) if unit else ALL
        found[_Group(commitment, whose, first, last, due)][State(state)] += 1
    return found


def _items(
    feed: Feed,
    groups: Mapping[_Group, Counter[State]],
    units: Collection[int] | None,
    today: date,
    absolute: Absolute,
) -> Iterator[Item]:
    commitments = _commitments({one.commitment for one in groups})
    moved, names = _moves(commitments, units), _names({one.unit for one in groups if one.unit})
    for group, counts in groups.items():
        since = moved.get(group.commitment, _Moved()) + moved.get(ALL, _Moved())
        heap = Heap(counts)
        is_over = not heap.falls_due or heap.is_done or group.due < today
        item = _item(feed.key, group, counts, commitments[group.commitment], names)
        yield replace(
            item,
            url=absolute(item.url),
            changed=max(filter(None, (item.changed, since.last))),
            sequence=item.sequence + since.times,
            rings=None if is_over else _rings(feed),
        )


def _item(
    key: UUID, group: _Group, counts: Counter[State], commitment: Commitment, names: Mapping[int | None, str]
) -> Item:
    """The event of the group, before anything has moved it."""
    heap = Heap(counts)
    mark = "✓ " if heap.is_done else ""
    number = heap.falls_due or sum(counts.values())
    return Item(
        uid=f"{_uid(group)}@{key}",
        first=_begins(group, commitment),
        last=group.due,
        summary=mark + _summary(commitment, names.get(group.unit), group, number),
        description=_description(commitment, heap),
        url=_address(group),
        changed=max(filter(None, (commitment.confirmed_at, commitment.changed_at))),  # confirmed: it binds
        sequence=commitment.revision,
        is_cancelled=not heap.falls_due,
    )


def _names(units: Collection[int]) -> dict[int | None, str]:
    return dict(Unit.objects.filter(pk__in=units).values_list("pk", "short"))


def _commitments(keys: Collection[int]) -> dict[int, Commitment]:
    rows = Commitment.objects.select_related("measure__version__plan__area")
    kept = rows.defer("measure__text", "measure__version__text", "measure__version__noise")
    return kept.in_bulk(list(keys))


def _moves(commitments: Collection[int], units: Collection[int] | None) -> dict[int, _Moved]:
    """By commitment; what excuses from everything stands under ALL. Each beginning and each end is one move."""
    found: dict[int, _Moved] = defaultdict(_Moved)
    excuses, objections = Excuse.objects.all(), Objection.objects.filter(commitment__in=list(commitments))
    if units is not None:
        excuses, objections = excuses.filter(unit__in=units), objections.filter(unit__in=units)
    for rows in (
        excuses.values_list("commitment", "given_at", "ended_at"),
        objections.values_list("commitment", "made_at", "decided_at"),
    ):
        for commitment, begun, ended in rows.order_by():
            moments = [one for one in (begun, ended) if one]
            found[commitment or ALL] += _Moved(len(moments), max(moments))
    found[ALL] += _days_moved()
    return found


def _days_moved() -> _Moved:
    """Each time the office added days or took them away: told by the log, since what was taken away is gone."""
    told = Event.objects.filter(verb__in=("work.add_days", "work.remove_days")).aggregate(Count("pk"), Max("at"))
    return _Moved(told["pk__count"], told["at__max"])


def _uid(group: _Group) -> str:
    """A unit's event keeps its name when its due day moves; that of several units is of its day."""
    if group.unit is None:
        return f"{group.commitment}-several-{group.first:%Y%m%d}-{group.due:%Y%m%d}"
    return f"{group.commitment}-{group.unit}-{group.first:%Y%m%d}"


def _begins(group: _Group, commitment: Commitment) -> date:
    """The first day of a window that the plan names (国庆期间); else the event is the due day alone."""
    has_window = bool(commitment.rule.get("window"))
    is_short = (group.due - group.first).days < LONGEST_WINDOW
    return group.first if has_window and is_short and group.first <= group.due else group.due


def _summary(commitment: Commitment, name: str | None, group: _Group, number: int) -> str:
    if group.unit is None:
        return _("%(activity)s（%(number)d个单位）") % {"activity": commitment.activity, "number": number}
    if group.unit == ALL:
        area = commitment.measure.version.plan.area.name
        return _("%(activity)s（%(area)s合计）") % {"activity": commitment.activity, "area": area}
    return f"{commitment.activity} · {name}"


def _description(commitment: Commitment, heap: Heap) -> str:
    states = pgettext("between terms", "，").join(
        f"{STATE_WORDS[state.value]} {number}"
        if len(heap.in_states) > 1 or number > 1
        else str(STATE_WORDS[state.value])
        for state, number in heap.in_states
    )
    return "\n".join(
        (commitment.measure.title, commitment.measure.version.plan.title, _("结论：%(states)s") % {"states": states})
    )


def _address(group: _Group) -> str:
    if group.unit is None:
        return reverse("papers:day", query={"on": group.due.isoformat()})
    return reverse("work:why_on", args=[group.commitment, group.unit, group.first.isoformat()])


def _rings(feed: Feed) -> int | None:
    return None if feed.alarm == Alarm.NONE else feed.alarm
