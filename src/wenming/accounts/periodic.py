"""What this room does by the clock."""

from django.utils.translation import gettext_lazy as _

from wenming.accounts.actions import end_posts_run_out
from wenming.accounts.personal.notice import keep_notice
from wenming.accounts.personal.retention import run_retention
from wenming.accounts.sign_in.actions import forget_failures
from wenming.rules.periods import Every, Periodic

PERIODIC = (
    Periodic("accounts.end_posts_run_out", _("结束到期的职务"), Every.DAY, end_posts_run_out),
    Periodic("accounts.forget_failures", _("清除过期的登录失败记录"), Every.HOUR, forget_failures),
    Periodic("accounts.run_retention", _("按期删除个人信息"), Every.DAY, run_retention),
    Periodic("accounts.keep_notice", _("保存个人信息处理说明的新版本"), Every.HOUR, keep_notice),
)
