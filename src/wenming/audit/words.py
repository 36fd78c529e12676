"""Verbs and fields in words: each room tells its own in a module ``events``; this one only gathers them.

EVENTS = {"places.merge_units": _("合并单位")}               verb → words; required
FIELDS = {"places.unit": {"name": _("全称")}}                kind of thing → field → words
VALUES = {"plans.plan": {"act": dict(Act.choices)}}          what no field of the model has choices for
HISTORY = {"places.unit": "unit_edit"}                       kind of thing → the right to see its own history
"""

import sys
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.functional import Promise
from django.utils.module_loading import autodiscover_modules

Words = str | Promise


def discover() -> None:
    """Load what the rooms tell; once, when all models are there."""
    autodiscover_modules("events")


def verbs() -> Mapping[str, Words]:
    """Every verb with its words."""
    return _told("EVENTS")


def verbs_by_room() -> list[tuple[Words, list[tuple[str, Words]]]]:
    """Every verb with its words under the name of its room, the rooms in their order."""
    told = sorted(verbs().items(), key=lambda pair: pair[0])
    rooms = (
        (app.verbose_name, [one for one in told if one[0].startswith(f"{app.label}.")])
        for app in apps.get_app_configs()
    )
    return [(room, its) for room, its in rooms if its]


def verb_words(verb: str) -> Words:
    """What was done, in words; a verb that no room knows any more stands for itself."""
    return verbs().get(verb, verb)


def field_words(kind: str, name: str) -> Words:
    """A field of a thing in words; one that no room knows stands for itself."""
    told: Words = _told("FIELDS").get(kind, {}).get(name, name)
    return told


def in_order(kind: str, names: Iterable[str]) -> list[str]:
    """The fields in the order in which the room tells them, others after them by name: a database keeps no order."""
    places = {name: place for place, name in enumerate(_told("FIELDS").get(kind, ()))}
    return sorted(set(names), key=lambda name: (places.get(name, len(places)), name))


def choices_of(kind: str, name: str) -> Mapping[Any, Words]:
    """The words of the values that a field can have; empty where it is free."""
    told: Mapping[Any, Words] | None = _told("VALUES").get(kind, {}).get(name)
    if told is not None:
        return told
    field = field_of(kind, name)
    return dict(field.flatchoices) if field is not None else {}


def field_of(kind: str, name: str) -> models.Field[Any, Any] | None:
    """The field of the model that things of ``kind`` have; None where either is no more, or never was."""
    return _fields(kind).get(name)


@cache
def _fields(kind: str) -> Mapping[str, models.Field[Any, Any]]:
    model = model_of(kind)
    return {field.name: field for field in model._meta.fields} if model else {}


def model_of(kind: str) -> type[models.Model] | None:
    """The model of ``kind`` ("places.unit"); None where there is none."""
    try:
        return apps.get_model(kind)
    except (LookupError, ValueError):
        return None


def related_kind(kind: str, name: str) -> str:
    """The kind of the things whose keys the field holds; empty where it holds none."""
    told: str | None = _told("RELATED").get(kind, {}).get(name)
    if told is not None:
        return told
    field = field_of(kind, name)
    return field.related_model._meta.label_lower if field is not None and field.related_model else ""


def history_right(kind: str) -> str:
    """The right that one needs to see the history of a thing of this kind; empty: nobody may."""
    right: str = _told("HISTORY").get(kind, "")
    return right


@cache
def _told(what: str) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for app in apps.get_app_configs():
        for key, one in getattr(sys.modules.get(f"{app.name}.events"), what, {}).items():
            told[key] = {**told.get(key, {}), **one} if isinstance(one, Mapping) else one  # several rooms tell of ""
    return told
