"""What a responsibility table from outside would change in the one that stands."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wenming.frameworks.actions.assigning import Whom
from wenming.frameworks.models import Assignment, AssignmentRole, Edition, Entry
from wenming.frameworks.rulings import Place

At = tuple[int, int, int]  # item, piece, column


@dataclass(frozen=True, slots=True)
class Wish:
    """What a row says of a place: who in each role that the table has, and what stands in the office's own columns."""

    place: Place
    answering: Mapping[str, Sequence[Whom]]
    entries: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Differences:
    """Who comes, who gets another role, who goes, and what stands otherwise in the office's own columns."""

    added: Sequence[tuple[Place, Whom, AssignmentRole]]
    changed: Sequence[tuple[Assignment, AssignmentRole]]
    removed: Sequence[Assignment]
    entries: Mapping[At, tuple[str, str]]  # before and after

    @property
    def count(self) -> int:
        """All of them."""
        return len(self.added) + len(self.changed) + len(self.removed) + len(self.entries)


def differences(edition: Edition, wishes: Iterable[Wish]) -> Differences:
    """Places that are not named stay as they are, and so do roles and columns that the table does not have."""
    rows: dict[Place, dict[Whom, Assignment]] = {}
    for row in standing(edition):
        rows.setdefault((row.item_id, row.wanted), {})[row.unit_id, row.unit_class_id] = row
    said = {(one.item_id, one.wanted, one.column_id): one.text for one in Entry.objects.filter(column__edition=edition)}
    added, changed, removed, entries = [], [], [], {}
    for wish in wishes:
        own = rows.get(wish.place, {})
        wanted = {whom: AssignmentRole(role) for role, named in wish.answering.items() for whom in named}
        added += [(wish.place, whom, role) for whom, role in wanted.items() if whom not in own]
        changed += [(own[whom], role) for whom, role in wanted.items() if whom in own and own[whom].role != role]
        removed += [row for whom, row in own.items() if whom not in wanted and row.role in wish.answering]
        for column, text in wish.entries.items():
            at = (*wish.place, column)
            if said.get(at, "") != text:
                entries[at] = (said.get(at, ""), text)
    return Differences(added, changed, removed, entries)


def standing(edition: Edition) -> list[Assignment]:
    """Who answers for what now."""
    rows = Assignment.objects.filter(item__edition=edition).select_related("item", "unit", "unit_class")
    return list(rows.order_by("item__position", "wanted", "pk"))


def fingerprint(edition: Edition) -> str:
    """What tells whether anybody has changed the table since."""
    rows = sorted(
        Assignment.objects.filter(item__edition=edition).values_list(
            "item", "wanted", "role", "unit", "unit_class", "pk"
        )
    )
    said = sorted(Entry.objects.filter(column__edition=edition).values_list("column", "item", "wanted", "text"))
    columns = sorted(edition.columns.values_list("pk", "kind"))
    return hashlib.sha256(repr((rows, said, columns)).encode()).hexdigest()
