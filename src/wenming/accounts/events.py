"""The verbs of this room in words."""

from wenming.accounts.people import events as people
from wenming.accounts.personal import events as personal
from wenming.accounts.sign_in import events as sign_in

EVENTS = {**people.EVENTS, **sign_in.EVENTS, **personal.EVENTS}
_ROOMS = (people.FIELDS, personal.FIELDS)
_KINDS = {kind for fields in _ROOMS for kind in fields}
FIELDS: dict[str, dict[str, object]] = {
    kind: {name: words for fields in _ROOMS for name, words in fields.get(kind, {}).items()} for kind in sorted(_KINDS)
}
