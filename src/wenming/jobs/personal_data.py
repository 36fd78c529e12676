"""What is personal in this room."""

from django.utils.translation import gettext_lazy as _

from wenming.audit.personal_data import doer
from wenming.rules.personal_data import Table

TABLES = {"jobs.job": Table(_("后台任务"), {"asked_by": doer(_("谁发起的"))}, told=("pk", "kind", "state", "asked_at"))}
