"""The verbs of this room in words."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "backup.make": _("备份"),
    "backup.restore": _("从备份恢复"),
}
