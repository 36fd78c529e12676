"""The rules of signing in as people read them: one sentence each, with the clause it comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from wenming.accounts.models import PostRole
from wenming.accounts.sign_in.policy import EVERYBODY, Policy


@dataclass(frozen=True, slots=True)
class Line:
    """A rule in words."""

    title: str
    sentence: str
    clause: str


def in_words(policy: Policy) -> list[Line]:
    """Every rule of the preset, in the order in which a person meets them."""
    titles: Mapping[str, str] = {
        "password_length": _("密码长度"),
        "password_classes": _("密码组成"),
        "password_days": _("更换密码"),
        "former_passwords": _("旧密码"),
        "delays": _("连续输错"),
        "address_delays": _("同一网络"),
        "second_factor": _("动态验证码"),
        "idle": _("无操作退出"),
        "lifetime": _("最长登录时间"),
    }
    sentences = dict(_sentences(policy))
    return [Line(title, sentences[name], policy.clauses[name]) for name, title in titles.items()]


def _sentences(policy: Policy) -> Iterator[tuple[str, str]]:
    yield "password_length", password_length(policy)
    yield "password_classes", password_classes(policy)
    yield "password_days", _days(policy)
    yield "former_passwords", _former(policy)
    yield "delays", _delays(policy)
    yield "address_delays", _address(policy)
    yield "second_factor", _second_factor(policy)
    idle = _("%(time)s没有操作，自动退出；退出前会在页面上提醒。")
    yield "idle", idle % {"time": duration(policy.idle)}
    lifetime = _("登录满%(time)s，要重新登录。")
    yield "lifetime", lifetime % {"time": duration(policy.lifetime)}


def password_length(policy: Policy) -> str:
    """How long a password has to be."""
    return _("至少%(count)d个字符。") % {"count": policy.password_length}


def password_classes(policy: Policy) -> str:
    """Of which kinds of characters a password has to be."""
    if not policy.password_classes:
        return _("用什么字符都可以，也可以用一句话；但不能是常见的密码，也不要用姓名、用户名、单位或本县的名字。")
    words = _(
        "大写字母、小写字母、数字、其他符号，四类中至少用%(count)d类；不能是常见的密码，也不要用姓名、用户名或本县的名字。"
    )
    return words % {"count": policy.password_classes}


def _days(policy: Policy) -> str:
    if policy.password_days is None:
        return _("不要求定期更换；怀疑被别人知道了，请马上更换。")
    return _("每%(count)d天要更换一次。") % {"count": policy.password_days}


def _former(policy: Policy) -> str:
    if not policy.former_passwords:
        return _("不查以前用过的密码。")
    return _("不能与最近%(count)d次用过的密码相同。") % {"count": policy.former_passwords}


def _delays(policy: Policy) -> str:
    words = _(
        "连续输错%(count)d次，要等%(first)s；再错，等的时间加倍，最长%(longest)s。用过的电脑单独计数，别人乱试不会把您锁在外面。"
    )
    delays = policy.delays
    return words % {
        "count": delays.free + 1,
        "first": duration(delays.first),
        "longest": duration(delays.longest),
    }


def _address(policy: Policy) -> str:
    words = _("没有登录过的电脑，同一网络地址连续输错%(count)d次，要等%(first)s。登录过的电脑不受影响。")
    delays = policy.address_delays
    return words % {"count": delays.free + 1, "first": duration(delays.first)}


def _second_factor(policy: Policy) -> str:
    if policy.second_factor == EVERYBODY:
        return _("所有人员登录时，除密码外还要输入手机上的动态验证码。")
    if not policy.second_factor:
        return _("可以自愿启用：登录时除密码外，再输入手机上的动态验证码。")
    roles = pgettext("between terms", "，").join(str(one.label) for one in PostRole if one in policy.second_factor)
    return _("必须启用的人员：%(roles)s。其他人员可以自愿启用。") % {"roles": roles}


def duration(time: timedelta) -> str:
    """A time in the largest unit that says it without a rest: 30 分钟, 1 小时; seconds are rounded up."""
    seconds = -(-int(time.total_seconds() * 1000) // 1000)
    if seconds % 3600 == 0 and seconds:
        return ngettext("%(count)d 小时", "%(count)d 小时", seconds // 3600) % {"count": seconds // 3600}
    if seconds > 90 or (seconds % 60 == 0 and seconds):
        minutes = -(-seconds // 60)
        return ngettext("%(count)d 分钟", "%(count)d 分钟", minutes) % {"count": minutes}
    return ngettext("%(count)d 秒", "%(count)d 秒", seconds) % {"count": seconds}
