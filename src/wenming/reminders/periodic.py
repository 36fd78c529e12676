"""What this room does by the clock."""

from django.utils.translation import gettext_lazy as _

from wenming.reminders.sending import NAME, send_due
from wenming.rules.periods import Every, Periodic

PERIODIC = (Periodic(NAME, _("发送提醒"), Every.HOUR, send_due),)
