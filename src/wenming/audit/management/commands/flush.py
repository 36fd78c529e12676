"""``wenming manage flush``: refused where there is a log, for the log cannot be emptied."""

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import flush
from django.db import connections

from wenming.audit import triggers


class Command(flush.Command):
    """Django's own, once nothing keeps the events any more."""

    def handle(self, **options: Any) -> None:  # noqa: ANN401  # what Django hands on
        """Empty all tables, or say why not and what to do instead."""
        if triggers.is_guarded(connections[options["database"]]):
            raise CommandError(
                "Nothing was removed: the log only grows, so this database cannot be emptied. "
                "To begin anew, take another data folder (WENMING_DATA) or another database (WENMING_DATABASE_URL)."
            )
        super().handle(**options)
