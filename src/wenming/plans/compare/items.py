"""A version's measures as the items that ``rules.amendment`` compares."""

from collections.abc import Iterable

from wenming.plans.models import READABLE, PlanVersion
from wenming.plans.table.filters import Filters
from wenming.plans.table.rows import Row, rows_of
from wenming.plans.table.selection import select
from wenming.rules.amendment import Item


def with_earlier(versions: Iterable[PlanVersion]) -> list[tuple[PlanVersion, PlanVersion | None]]:
    """Each version of a plan, the newest first, with the one before it that it can be compared with."""
    newest_first = list(versions)
    found: list[tuple[PlanVersion, PlanVersion | None]] = []
    for at, version in enumerate(newest_first):
        earlier = (one for one in newest_first[at + 1 :] if one.state in READABLE)
        found.append((version, next(earlier, None) if version.state in READABLE else None))
    return found


def items_of(version: PlanVersion) -> list[Item]:
    """The live measures in the order of the document, with who answers and what binds as their facts."""
    selection = select(version, Filters())
    return [_item(row) for row in rows_of(selection, selection.measures)]


def _item(row: Row) -> Item:
    facts = {
        "lead": [duty.name for duty in row.leads],
        "responsible": [duty.name for duty in row.responsible],
        "cooperating": [duty.name for duty in row.cooperating],
        "supervising": [duty.name for duty in row.supervising],
        "frequency": row.frequencies,
        "target": row.targets,
        "due": row.deadlines,
        "coverage": row.coverages,
    }
    return Item(
        key=row.measure.pk,
        title=row.measure.title,
        text=row.measure.text,
        path=row.path,
        facts=tuple((field, tuple(words)) for field, words in facts.items()),
    )
