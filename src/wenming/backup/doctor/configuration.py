"""What the environment says, as far as it can be wrong."""

import os
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.backup.doctor.verdicts import Verdict, mend, note, well

LOCAL = {"127.0.0.1", "localhost", "[::1]"}
SHORTEST_KEY = 50  # characters, as Django's own check asks


def debug(_at: datetime) -> Verdict:
    """Error pages for developers show settings and data to anybody."""
    if settings.DEBUG:
        return mend(_("开着调试，出错的页面会把内部信息给别人看。请去掉 WENMING_DEBUG，再重启。"))
    return well(_("没有开调试。"))


def demo(_at: datetime) -> Verdict:
    """In demo mode sample people are entered by a click: harmless only where there is nobody else."""
    if not settings.DEMO:
        return well(_("不是演示模式。"))
    if User.objects.filter(is_sample=False).exists():
        return mend(_("开着演示模式，却已有真实人员：点一下就能进来。请去掉 WENMING_DEMO，再重启。"))
    return note(_("演示模式：只有示例人员。不要在这里录入真实数据。"))


def hosts(_at: datetime) -> Verdict:
    """The names under which it is reached."""
    names = [name for name in settings.ALLOWED_HOSTS if name not in LOCAL]
    if "*" in names:
        return mend(_("WENMING_HOSTS 里有 *，任何名字都能打开。请写明大家在浏览器里输入的名字或地址。"))
    if not names:
        return note(_("没有设置 WENMING_HOSTS，只有这台电脑自己能打开。给别人用，请写上他们输入的名字或地址。"))
    return well(_("可以用这些名字打开：%(names)s。") % {"names": "、".join(names)})


def https(_at: datetime) -> Verdict:
    """Passwords cross the network."""
    if settings.HTTPS and settings.SECURE_PROXY_SSL_HEADER is None:
        return mend(
            _("设了 WENMING_HTTPS，没有设 WENMING_BEHIND_PROXY：页面会不停跳转。HTTPS 由前面的代理提供，请设为 1。")
        )
    if settings.HTTPS:
        return well(_("经 HTTPS 访问。"))
    if set(settings.ALLOWED_HOSTS) <= LOCAL:
        return note(_("没有 HTTPS；只有这台电脑自己能打开，暂时不要紧。"))
    return mend(
        _("没有 HTTPS，密码在网络上是明文。请在前面放一个有证书的代理，设 WENMING_HTTPS=1 和 WENMING_BEHIND_PROXY=1。")
    )


def contact(_at: datetime) -> Verdict:
    """The notice about personal data tells how to reach who answers for it (个人信息保护法 17)."""
    if settings.HANDLER_CONTACT.strip():
        return well(_("个人信息处理说明写明了联系方式：%(contact)s。") % {"contact": settings.HANDLER_CONTACT})
    return mend(_("个人信息处理说明没有联系方式，法律要求写明。请设 WENMING_HANDLER_CONTACT（电话或地址），再重启。"))


def secret_key(_at: datetime) -> Verdict:
    """Whoever knows the key is whoever they like."""
    if len(settings.SECRET_KEY) < SHORTEST_KEY:
        return mend(_("密钥太短。请去掉 WENMING_SECRET_KEY，让程序自己生成；动态验证码要重新设置。"))
    if os.environ.get("WENMING_SECRET_KEY"):
        return well(_("密钥来自 WENMING_SECRET_KEY。请确认它另有保管：备份里没有。"))
    path = settings.DATA / "secret-key"
    if path.stat().st_mode & 0o077:
        return mend(_("别人能读密钥文件。请运行：chmod 600 %(path)s") % {"path": path})
    return well(_("密钥在 %(path)s，只有本程序能读。请另外保管一份：备份里没有。") % {"path": path})
