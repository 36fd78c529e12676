"""All that is kept about a person, as plain values: what they may ask to see and to take along (查阅、复制)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise

from wenming.accounts.models import User
from wenming.accounts.personal.tables import Declared, declared
from wenming.audit.recording import plain
from wenming.audit.words import choices_of, verb_words
from wenming.rules.chain import Json

_AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one table: about the person (``field`` empty), or in which ``field`` names them."""

    table: str
    words: object
    field: str
    field_words: object
    rows: Iterator[Mapping[str, Json]]


def parts_of(person: User) -> Iterator[Part]:
    """Every table in turn; rows are fetched as they are asked for. Secrets and other people's accounts are left out.

    Of a row that only names the person as its doer, it is said which one it is and when it was done.
    """
    for one in declared():
        if one.table.whose:
            yield Part(one.name, one.table.words, "", "", _own(one, person))
        for field in one.acts():
            words = one.table.fields[field].words
            yield Part(one.name, one.table.words, field, words, _acts(one, person, field))


def _own(one: Declared, person: User) -> Iterator[Mapping[str, Json]]:
    rows = one.about(person)
    if one.name == "audit.detail":
        rows = rows.filter(is_sealed=False)
    for row in rows.iterator(chunk_size=_AT_A_TIME):
        yield {field.name: _value(row, field) for field in _shown(one)}


def _shown(one: Declared) -> list[models.Field[object, object]]:
    """The fields that are no secret, and name nobody else."""
    secret, acts = one.table.secret, one.acts()
    return [field for field in one.model._meta.concrete_fields if field.name not in {*secret, *acts}]


def _value(row: models.Model, field: "models.Field[object, object]") -> Json:
    """A value; a key of another row with that row's text, a choice with its word."""
    value = plain(getattr(row, field.attname))
    if value is None or field.related_model is User:
        return value
    if field.is_relation:
        there = getattr(row, field.name)
        is_nameless = str(there) == f"{type(there).__name__} object ({there.pk})"  # Django's own words
        return value if is_nameless else {"number": value, "text": str(there)}
    return value


def _acts(one: Declared, person: User, field: str) -> Iterator[Mapping[str, Json]]:
    rows, told = one.done_by(person, field), one.table.told
    at = f"{field.removesuffix('_by')}_at"
    has_at = any(one.name == at for one in one.model._meta.concrete_fields)
    for row in rows.select_related(*_joins(told)).iterator(chunk_size=_AT_A_TIME):
        which = {name: plain(_reached(row, name)) for name in told} if told else {"text": str(row)}
        yield {"number": plain(row.pk), **which, **({"at": plain(getattr(row, at))} if has_at else {})}


def _joins(told: tuple[str, ...]) -> list[str]:
    return [path.rpartition("__")[0] for path in told if "__" in path]


def _reached(row: object, path: str) -> object:
    """What stands at the end of ``plan__title``."""
    for name in path.split("__"):
        row = getattr(row, name)
    return row


def shown_words(table: str, field: str, value: Json) -> str | Promise:
    """A value as a person reads it."""
    if (table, field) == ("audit.event", "verb"):
        return verb_words(str(value))
    if isinstance(value, Mapping):
        return str(value.get("text", value))
    if isinstance(value, str | int):
        return str(choices_of(table, field).get(value, value))
    return "" if value is None else str(value)
