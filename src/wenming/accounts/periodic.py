"""What this room does by the clock."""

from django.utils.translation import gettext_lazy as _

from wenming.accounts.actions import end_posts_run_out
from wenming.accounts.sign_in.actions import forget_failures
from wenming.rules.periods import Every, Periodic

PERIODIC = (
    Periodic("accounts.end_posts_run_out", _("结束到期的职务"), Every.DAY, end_posts_run_out),
    Periodic("accounts.forget_failures", _("清除过期的登录失败记录"), Every.HOUR, forget_failures),
)
