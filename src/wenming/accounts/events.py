"""The verbs of this room in words."""

from wenming.accounts.sign_in import events as sign_in

EVENTS = {**sign_in.EVENTS}
FIELDS: dict[str, dict[str, object]] = {}
