"""What this room does by the clock."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from wenming.audit.actions import fix_heads
from wenming.rules.periods import Every, Periodic


def _fix(at: datetime) -> int:
    return fix_heads(at=at)


PERIODIC = (Periodic("audit.fix_heads", _("登记每日封存值"), Every.DAY, _fix),)
