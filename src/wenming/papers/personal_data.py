"""What is personal in this room."""

from django.utils.translation import gettext_lazy as _

from wenming.audit.personal_data import RESPONSIBILITY, doer
from wenming.rules.personal_data import Keeping, Kind, Personal, Table

TABLES = {
    "papers.feed": Table(
        _("日历订阅"),
        {
            "made_by": doer(_("谁设的")),
            "revoked_by": doer(_("谁停用的")),
            "used_on": Personal(_("日历程序最近一次读取是哪一天"), Kind.ACT, RESPONSIBILITY, Keeping.WORK),
        },
        told=("name",),
        secret=frozenset({"secret_digest", "body_digest"}),
    ),
}
