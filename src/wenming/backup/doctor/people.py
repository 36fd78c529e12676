"""The three administrators (三员)."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.models import NOBODY_TWICE, Post, PostRole
from wenming.accounts.queries import in_force
from wenming.backup.doctor.verdicts import Verdict, mend, well


def administrators(at: datetime) -> Verdict:
    """Each of the three is there, and no two are one person (GB/T 22239-2019 8.1.5)."""
    held = _held(at)
    missing = [PostRole(role).label for role in NOBODY_TWICE if role not in {post.role for post in held}]
    if missing:
        names = "、".join(map(str, missing))
        return mend(_("没有%(names)s。请由三个不同的人分别担任系统、安全、审计管理员。") % {"names": names})
    people = {post.user_id: {one.role for one in held if one.user_id == post.user_id} for post in held}
    if any(len(roles) > 1 for roles in people.values()):
        return mend(_("有人同时担任两种管理员。请分给不同的人。"))
    return well(_("系统、安全、审计管理员齐全，由不同的人担任。"))


def second_factors(at: datetime) -> Verdict:
    """An administrator signs in with more than a password (GB/T 22239-2019 8.1.4.1 d)."""
    people = {post.user_id: post.user.username for post in _held(at)}
    having = Authenticator.objects.filter(type=Authenticator.Type.TOTP, user__in=people)
    without = [name for key, name in people.items() if key not in set(having.values_list("user", flat=True))]
    if without:
        names = "、".join(sorted(without))
        return mend(_("这些管理员还没有设置动态验证码：%(names)s。请他们登录后到自己的账号页设置。") % {"names": names})
    return well(_("管理员都设置了动态验证码。"))


def _held(at: datetime) -> list[Post]:
    posts = Post.objects.filter(in_force(localdate(at)), role__in=NOBODY_TWICE, user__is_active=True)
    return list(posts.select_related("user"))
