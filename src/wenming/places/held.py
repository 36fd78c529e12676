"""What hangs on a unit: how each room tells of its rows that point at one, and how they are handed over.

A model that points at a unit declares ``HELD``: the name of its field → ``Held``. What it does not declare moves too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models
from django.utils.functional import Promise

EVERYTHING = models.Q()


@dataclass(frozen=True, slots=True)
class Held:
    """How the rows of one field are handed over when a unit goes."""

    word: str | Promise  # what they are called on the page
    told: tuple[str, ...] = ()  # paths of fields that tell one row from another
    past: models.Q | None = None  # rows that tell of what was: they stay with a unit that is dissolved
    locked_first: str = ""  # path of the row that their room locks before it changes them
    ended: str = ""  # field that says when a row ended: what was folded into it does not come back after that


@dataclass(frozen=True, slots=True)
class Pointer:
    """A field that points at the model in question."""

    model: type[models.Model]
    field: str
    held: Held
    is_own: bool  # a row in which the thing speaks of itself (its parents), rather than others of it

    @property
    def key(self) -> str:
        """What the log calls it."""
        return f"{self.model._meta.label_lower}.{self.field}"

    def rows(self, *targets: int) -> models.QuerySet[Any]:
        """All rows that point at one of these keys."""
        return self.model._base_manager.filter(**{f"{self.field}__in": targets})

    def open_rows(self, *targets: int) -> models.QuerySet[Any]:
        """Those of them that do not merely tell of what was."""
        rows = self.rows(*targets)
        if self.is_own:
            return rows.none()
        return rows if self.held.past is None else rows.exclude(pk__in=rows.filter(self.held.past).values("pk"))


@cache
def pointers(model: type[models.Model]) -> tuple[Pointer, ...]:
    """Every field of every room that points at ``model``, those of tables between two models as well."""
    fields = model._meta.get_fields(include_hidden=True)
    relations = [field for field in fields if isinstance(field, models.ManyToOneRel)]
    return tuple(sorted(map(_pointer, relations), key=lambda pointer: pointer.key))


def _pointer(relation: models.ManyToOneRel) -> Pointer:
    model, name = relation.related_model, relation.field.name
    owner, field, is_own = model, name, False
    between = _between(model)
    if between is not None:
        owner, field, is_own = between.model, between.name, name == between.m2m_field_name()
    declared: Mapping[str, Held] = getattr(owner, "HELD", {})
    default = Held(owner._meta.verbose_name_plural or "")
    return Pointer(model, name, default if is_own else declared.get(field, default), is_own)


def _between(model: type[models.Model]) -> Any:  # noqa: ANN401 - Django's many-to-many fields are untyped here
    """The field whose table between two models this is, if it is one."""
    owner: Any = model._meta.auto_created
    if not owner:
        return None
    return next(field for field in owner._meta.many_to_many if field.remote_field.through is model)


def undeclared(model: type[models.Model]) -> Iterator[str]:
    """The fields pointing at ``model`` that no room has said anything about."""
    for pointer in pointers(model):
        between = _between(pointer.model)
        owner, field = (between.model, between.name) if between is not None else (pointer.model, pointer.field)
        if not pointer.is_own and field not in getattr(owner, "HELD", {}):
            yield pointer.key
