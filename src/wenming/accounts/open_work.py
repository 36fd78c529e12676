"""What somebody has in hand and another can take over. A model declares it in ``HANDED_OVER``: field → ``OpenWork``."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class OpenWork:
    """Rows that a person answers for as long as they are open: how they are called, and which are open."""

    words: str | Promise
    rows: Q
