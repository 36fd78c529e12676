"""The verbs of signing in, in words; the room's own ``events`` takes them up."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EVENTS: Mapping[str, str | Promise] = {
    "accounts.sign_in": _("登录"),
    "accounts.fail_sign_in": _("登录失败"),
    "accounts.make_wait": _("暂停登录尝试"),
    "accounts.sign_out": _("退出登录"),
    "accounts.lapse": _("登录到时自动退出"),
    "accounts.change_password": _("更改密码"),
    "accounts.give_password": _("重设密码"),
    "accounts.set_second_factor_up": _("启用动态验证码"),
    "accounts.take_second_factor_away": _("停用动态验证码"),
    "accounts.use_recovery_code": _("使用恢复码登录"),
    "accounts.renew_recovery_codes": _("重新生成恢复码"),
    "accounts.end_sessions": _("结束登录"),
    "accounts.link_provider": _("关联统一身份认证"),
    "accounts.unlink_provider": _("取消关联统一身份认证"),
    "accounts.accept_invitation": _("接受邀请"),
}
