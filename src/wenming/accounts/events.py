"""The verbs of this room in words."""

from wenming.accounts.people import events as people
from wenming.accounts.sign_in import events as sign_in

EVENTS = {**people.EVENTS, **sign_in.EVENTS}
FIELDS: dict[str, dict[str, object]] = {**people.FIELDS}
