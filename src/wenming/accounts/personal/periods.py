"""How long each sort of personal data is kept, in days and in words."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.accounts.sign_in.actions import KEPT_FAILURES
from wenming.rules.personal_data import LEAST_LOG_DAYS, MEMBER_DAYS, SIGN_UP_DAYS, Keeping

_A_DAY = 1  # longer than any session may last
_UNCOUNTED: Mapping[Keeping, str | Promise] = {
    Keeping.ACCOUNT: gettext_lazy("到账号注销为止，注销时清空"),
    Keeping.WORK: gettext_lazy("与所办的事一起保存；账号注销后，只显示为“已注销人员”和编号"),
}


def days_of(keeping: Keeping) -> int | None:
    """For how many days something is kept; None where its end is no matter of days."""
    return {
        Keeping.LOG: settings.KEEP_LOG_DAYS,
        Keeping.SEALED: min(LEAST_LOG_DAYS, settings.KEEP_LOG_DAYS),
        Keeping.INVITATIONS: settings.KEEP_INVITATION_DAYS,
        Keeping.SIGN_UPS: SIGN_UP_DAYS,
        Keeping.MEMBERS: MEMBER_DAYS,
        Keeping.SESSIONS: _A_DAY,
        Keeping.PRESENCE: _A_DAY,
        Keeping.FAILURES: KEPT_FAILURES.days,
    }.get(keeping)


def kept_since(keeping: Keeping, at: datetime) -> datetime:
    """What is older than this is no longer kept; raises KeyError where it is no matter of days."""
    days = days_of(keeping)
    if days is None:
        raise KeyError(keeping)
    return at - timedelta(days=days)


def period_words(keeping: Keeping) -> str:
    """How long, and what comes after it, in a sentence."""
    match keeping:
        case Keeping.LOG:
            told = {"days": days_of(keeping), "least": days_of(Keeping.SEALED)}
            return _("%(days)s 天，到期删除；账号注销后封存、不再使用，满 %(least)s 天删除") % told
        case Keeping.INVITATIONS:
            return _("链接到期后 %(days)s 天，到期删除") % {"days": days_of(keeping)}
        case Keeping.SIGN_UPS:
            return _("签到截止后 %(days)s 天，到期删除；列入名单的，随工作记录保存") % {"days": days_of(keeping)}
        case Keeping.MEMBERS:
            return _("离开名册后 %(days)s 天，到期删除") % {"days": days_of(keeping)}
        case Keeping.SESSIONS | Keeping.PRESENCE:
            return _("退出登录时删除；没有退出的，最迟 %(days)s 天后删除") % {"days": days_of(keeping)}
    days = days_of(keeping)
    return str(_UNCOUNTED[keeping]) if days is None else _("%(days)s 天，到期删除") % {"days": days}
