"""The tables that every room tells in its module ``personal_data``, and the rows that are about a person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.module_loading import module_has_submodule

from wenming.accounts.models import User
from wenming.rules.personal_data import Table

Rows = QuerySet[models.Model]


@dataclass(frozen=True, slots=True)
class Declared:
    """A table that holds something about people, with its model."""

    name: str  # "accounts.user"
    model: type[models.Model]
    table: Table

    def rows(self) -> Rows:
        """All rows, in the order in which they were made."""
        return self.model._base_manager.order_by("pk")

    def about(self, person: User) -> Rows:
        """The rows that are about the person; none where the table is about things."""
        if not self.table.whose:
            return self.rows().none()
        is_theirs = Q(**{self.table.whose: self.table.value(person)})
        own = {name: getattr(person, name) for name in self.table.known_by}
        return self.rows().filter(is_theirs | Q(**own) if own and all(own.values()) else is_theirs)

    def acts(self) -> list[str]:
        """The fields that name a person in a row about something, or about somebody, else."""
        return [name for name in self.table.fields if self._names_account(name) and name != self.table.whose]

    def _names_account(self, name: str) -> bool:
        field: models.Field[Any, Any] = self.model._meta.get_field(name)  # type: ignore[assignment]
        return field.related_model is User

    def done_by(self, person: User, field: str) -> Rows:
        """The rows in which the field names the person."""
        return self.rows().filter(Q(**{field: person}))


@cache
def tables() -> Mapping[str, Table]:
    """All tables of all rooms that hold something about people, by name."""
    rooms = [room for room in apps.get_app_configs() if room.name.startswith("wenming.")]
    found: dict[str, Table] = {}
    for room in rooms:
        if module_has_submodule(room.module, "personal_data"):
            found |= import_module(f"{room.name}.personal_data").TABLES
    return found


def declared() -> Iterator[Declared]:
    """The same with their models, those of sessions before what leads to them."""
    for name, table in tables().items():
        yield Declared(name, apps.get_model(name), table)
