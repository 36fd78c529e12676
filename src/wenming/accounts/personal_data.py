"""What is personal in this room, and in the tables of Django and allauth by which people sign in."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.utils.translation import gettext_lazy as _

from wenming.accounts.sign_in.attempts import digest_of_name
from wenming.audit.personal_data import SECURITY_LOG, doer
from wenming.rules.personal_data import Keeping, Kind, Personal, Purpose, Removal, Table

WHO = Purpose(
    _("登录时确认是本人，同事之间知道谁负责什么"),
    _("履行法定职责所必需（个人信息保护法第十三条第一款第三项、第三十四条）；身份鉴别（GB/T 22239-2019）"),
)
REACH = Purpose(_("工作上联系得到本人"), _("履行法定职责所必需（个人信息保护法第十三条第一款第三项、第三十四条）"))
ENTER = Purpose(_("防止别人冒用账号"), _("履行法定义务：身份鉴别、登录失败处理（网络安全法，GB/T 22239-2019）"))


def _account(words: object, kind: Kind = Kind.ACCOUNT) -> Personal:
    return Personal(words, kind, ENTER, Keeping.ACCOUNT)


def _of_session(words: object) -> Personal:
    return Personal(words, Kind.ACCOUNT, ENTER, Keeping.SESSIONS)


def _session_keys(person: Any) -> list[str]:  # noqa: ANN401 - an account of the room, or of a test's own
    return list(UserSession.objects.filter(user=person).values_list("session_key", flat=True))


def _name_digest(person: Any) -> str:  # noqa: ANN401
    return digest_of_name(person.username)


_NAME = Personal(_("姓名"), Kind.IDENTITY, WHO, Keeping.ACCOUNT)
_MAIL = Personal(_("邮箱"), Kind.CONTACT, REACH, Keeping.ACCOUNT)
_POST_OF = Personal(_("谁的职务"), Kind.IDENTITY, WHO, Keeping.WORK)

_OURS = {
    "accounts.user": Table(
        _("账号"),
        {
            "username": Personal(_("用户名"), Kind.ACCOUNT, WHO, Keeping.ACCOUNT),
            "full_name": _NAME,
            "first_name": _NAME,
            "last_name": _NAME,
            "phone": Personal(_("手机"), Kind.CONTACT, REACH, Keeping.ACCOUNT),
            "email": _MAIL,
            "password": _account(_("密码（只存加密后的摘要）")),
            "last_login": _account(_("上次登录的时间")),
            "added_by": doer(_("谁建立的账号")),
        },
        whose="pk",
        secret=frozenset({"password"}),
    ),
    "accounts.post": Table(
        _("职务"),
        {"user": _POST_OF, "given_by": doer(_("谁安排的")), "ended_by": doer(_("谁结束的"))},
        whose="user",
    ),
    "accounts.invitation": Table(
        _("邀请"),
        {
            "full_name": Personal(_("姓名"), Kind.IDENTITY, WHO, Keeping.INVITATIONS),
            "phone": Personal(_("手机"), Kind.CONTACT, REACH, Keeping.INVITATIONS),
            "invited_by": Personal(_("谁邀请的"), Kind.ACT, WHO, Keeping.INVITATIONS),
            "accepted_by": Personal(_("谁接受的"), Kind.IDENTITY, WHO, Keeping.INVITATIONS),
        },
        whose="accepted_by",
        known_by=("full_name", "phone"),  # those that nobody accepted
        secret=frozenset({"secret_digest"}),
        goes=True,
        removals=(Removal(Keeping.INVITATIONS, "expires"),),
    ),
    "accounts.failedsignin": Table(
        _("登录失败"),
        {
            "name_digest": Personal(_("输入的用户名（只存摘要）"), Kind.ACCOUNT, SECURITY_LOG, Keeping.FAILURES),
            "device": Personal(_("浏览器（只存摘要）"), Kind.ACCOUNT, SECURITY_LOG, Keeping.FAILURES),
            "address": Personal(_("来自地址"), Kind.ACCOUNT, SECURITY_LOG, Keeping.FAILURES),
        },
        whose="name_digest",
        value=_name_digest,
        secret=frozenset({"name_digest", "device"}),
        goes=True,
    ),
    "accounts.formerpassword": Table(
        _("用过的密码"),
        {"user": _account(_("谁的")), "password": _account(_("密码（只存加密后的摘要）"))},
        whose="user",
        secret=frozenset({"password"}),
        goes=True,
    ),
}

_OTHERS = {  # what hangs on another row stands before it
    "account.emailconfirmation": Table(
        _("邮箱验证"),
        {"email_address": _MAIL},
        whose="email_address__user",
        secret=frozenset({"key"}),
        goes=True,
    ),
    "account.emailaddress": Table(_("邮箱"), {"user": _account(_("谁的")), "email": _MAIL}, whose="user", goes=True),
    "mfa.authenticator": Table(
        _("动态验证码"),
        {"user": _account(_("谁的")), "data": _account(_("密钥（加密保存）"))},
        whose="user",
        secret=frozenset({"data"}),
        goes=True,
    ),
    "socialaccount.socialtoken": Table(
        _("统一身份认证的凭据"),
        {"account": _account(_("谁的")), "token": _account(_("凭据"))},
        whose="account__user",
        secret=frozenset({"token", "token_secret"}),
        goes=True,
    ),
    "socialaccount.socialaccount": Table(
        _("统一身份认证"),
        {
            "user": _account(_("谁的")),
            "uid": _account(_("在统一身份认证中的编号")),
            "extra_data": _account(_("统一身份认证告知的信息")),
        },
        whose="user",
        goes=True,
    ),
    "sessions.session": Table(
        _("会话"),
        {"session_data": _of_session(_("登录状态"))},
        whose="session_key__in",
        value=_session_keys,
        secret=frozenset({"session_key", "session_data"}),
        goes=True,
        removals=(Removal(Keeping.SESSIONS, "expire_date"),),
    ),
    "usersessions.usersession": Table(
        _("登录"),
        {
            "user": _of_session(_("谁的")),
            "ip": _of_session(_("来自地址")),
            "user_agent": _of_session(_("浏览器和系统")),
        },
        whose="user",
        secret=frozenset({"session_key"}),
        goes=True,
        removals=(Removal(Keeping.SESSIONS, "last_seen_at"),),
    ),
}

TABLES = {**_OURS, **_OTHERS}

# Tables of other packages that hold nothing about people, each with its reason.
NOT_PERSONAL = {
    "auth.permission": "names of Django's own permissions",
    "auth.group": "Django's groups, which nothing here uses",
    "contenttypes.contenttype": "names of models",
    "django_tasks_database.dbtaskresult": "numbers of jobs",
    "socialaccount.socialapp": "who the provider knows us as",
}
