"""The verbs of this room in words, and the fields that its events tell."""

from collections.abc import Mapping

from django.utils.functional import Promise

EVENTS: Mapping[str, str | Promise] = {}
FIELDS: Mapping[str, Mapping[str, str | Promise]] = {}
VALUES: Mapping[str, Mapping[str, Mapping[str, str | Promise]]] = {}
