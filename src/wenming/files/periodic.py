"""What this room does by the clock."""

from django.utils.translation import gettext_lazy as _

from wenming.files.keeping import sweep
from wenming.rules.periods import Every, Periodic

PERIODIC = (Periodic("files.sweep", _("清除不再用到的文件"), Every.DAY, sweep),)
