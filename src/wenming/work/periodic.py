"""What this room does by the clock."""

from django.utils.translation import gettext_lazy as _

from wenming.rules.periods import Every, Periodic
from wenming.work.evidence.uploading import sweep
from wenming.work.verdicts.refreshing import refresh_everything

PERIODIC = (
    Periodic("work.sweep_uploads", _("清除没有传完的文件"), Every.DAY, sweep),
    Periodic("work.refresh_verdicts", _("重新计算落实情况"), Every.DAY, refresh_everything),
)
