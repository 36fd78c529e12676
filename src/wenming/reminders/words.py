"""Digests as people read them, and how sending ended, in plain words with what to do."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from wenming.places.models import Area, Unit
from wenming.reminders.formats import Message
from wenming.rules.reminding.digests import Count, Digest, Part
from wenming.rules.reminding.matters import Level, Standing

STANDINGS: Mapping[Standing, str | Promise] = {
    Standing.LATE: gettext_lazy("逾期"),
    Standing.RETURNED: gettext_lazy("被退回"),
    Standing.ASKED: gettext_lazy("待答复"),
    Standing.DUE: gettext_lazy("快到期"),
}
LEVELS: Mapping[Level, str | Promise] = {
    Level.OWN: gettext_lazy("联络员"),
    Level.UNIT_LEADER: gettext_lazy("单位领导"),
    Level.IN_CHARGE: gettext_lazy("分管领导"),
}
SHAPES: Mapping[Standing, str] = {  # as components draw them
    Standing.LATE: "missed",
    Standing.RETURNED: "disputed",
    Standing.ASKED: "open",
    Standing.DUE: "due",
}
# Why something was not sent, and what to do. Keys are codes of Delivery.
ANSWERS: Mapping[str, str | Promise] = {
    "bad_address": gettext_lazy("机器人的地址不能用。请到群里重新复制一次。"),
    "needs_https": gettext_lazy("地址要以 https:// 开头。只有系统管理员登记过的内网主机可以用 http://。"),
    "inside": gettext_lazy("这个地址在内网里，还没有登记。请系统管理员把主机名写进 WENMING_WEBHOOK_HOSTS。"),
    "unreachable": gettext_lazy("连不上这个机器人的服务器。一直不行的，请系统管理员查网络。"),
    "busy": gettext_lazy("对方一时收不下，过一会儿就好。"),
    "moved": gettext_lazy("对方让转到别处，没有跟去。请到群里重新复制地址。"),
    "refused": gettext_lazy("对方不收。请核对地址，看机器人是不是被移出了群。"),
    "rejected": gettext_lazy("对方不收。请核对密钥、关键词和 IP 白名单，看机器人是不是被移出了群。"),
    "odd_answer": gettext_lazy("对方的回答看不懂，可能收到了，也可能没有，不再重发。请到群里看一眼。"),
    "no_answer": gettext_lazy("发出以后没有回音，可能收到了，也可能没有，不再重发。"),
    "cut_off": gettext_lazy("发送的时候程序停了，可能收到了，也可能没有，不再重发。"),
    "cannot_open": gettext_lazy("系统密钥换过，原来的地址打不开了。请重新填写地址和密钥。"),
    "no_mail_server": gettext_lazy("还没有配置发邮件的服务器。请系统管理员设置 WENMING_MAIL_URL。"),
    "mail_sign_in": gettext_lazy("邮件服务器不认账号或密码。请系统管理员核对 WENMING_MAIL_URL。"),
    "mail_unreachable": gettext_lazy("连不上邮件服务器。一直不行的，请系统管理员查网络。"),
    "mail_refused": gettext_lazy("邮件服务器不收。请本人核对邮箱。"),
    "bad_mail_address": gettext_lazy("邮箱写得不对。请本人在“提醒方式”里改一改。"),
    "given_up": gettext_lazy("当天没有轮到，过了这一天不再发。"),
    "no_longer": gettext_lazy("轮到发送时已经没有要提醒的，或者改了提醒方式。"),
}


def answer_words(code: str) -> str:
    """Why it was not sent, and what to do; empty where it was."""
    return str(ANSWERS.get(code, code)) if code else ""


def part_words(part: Part, units: Mapping[int, Unit]) -> str:
    """A matter in a line: 教育局：民主评议，逾期 3 个工作日（2026-03-05 到期）."""
    told = {"unit": units[part.line.matter.unit].short, "what": part.line.matter.what}
    return _("%(unit)s：%(what)s，%(how)s") % (told | {"how": how_words(part)})


def how_words(part: Part) -> str:
    """How the matter stands, with its day."""
    line, matter = part.line, part.line.matter
    day = (matter.due or matter.since or date.min).isoformat()
    told = {"day": day, "days": line.late}
    match line.standing:
        case Standing.LATE if line.late:
            return _("逾期 %(days)d 个工作日（%(day)s 到期）") % told
        case Standing.LATE:
            return _("刚过期（%(day)s 到期）") % told
        case Standing.RETURNED:
            return _("%(day)s 被退回，请修改") % told
        case Standing.ASKED:
            return _("材料征集，%(day)s 前答复") % told
    return _("%(day)s 到期") % told


def why_words(part: Part) -> str:
    """Why it has gone up to whoever is told; empty where it is their own."""
    told = {"days": part.line.late}
    if part.as_level is Level.UNIT_LEADER:
        return _("逾期满 %(days)d 个工作日，请单位领导过问") % told
    if part.as_level is Level.IN_CHARGE:
        return _("逾期满 %(days)d 个工作日，请分管领导过问") % told
    return ""


def sum_words(parts: Sequence[Part]) -> str:
    """How many there are of each standing: 逾期 1 项，快到期 3 项."""
    counts = {one: sum(part.line.standing is one for part in parts) for one in Standing}
    told = [_("%(what)s %(count)d 项") % {"what": STANDINGS[one], "count": n} for one, n in counts.items() if n]
    return pgettext("between terms", "，").join(told)


def digest_message(digest: Digest, units: Mapping[int, Unit], day: date) -> Message:
    """A person's digest."""
    return Message(
        title=_("文明创建提醒：%(sum)s") % {"sum": sum_words(digest.parts)},
        head=[_("%(day)s，您有 %(count)d 项：") % {"day": date_format(day), "count": len(digest.parts)}],
        lines=list(_person_lines(digest.parts, units)),
        link=link("home"),
        link_words=_("打开“我的事”"),
        more=more_words,
    )


def _person_lines(parts: Sequence[Part], units: Mapping[int, Unit]) -> Sequence[str]:
    own = [part_words(part, units) for part in parts if part.as_level is Level.OWN]
    up = [part_words(part, units) for part in parts if part.as_level is not Level.OWN]
    return [*own, *([_("需要您过问的：")] if up else []), *up]


def group_message(area: Area, counts: Sequence[Count], units: Mapping[int, Unit], day: date) -> Message:
    """What a group is told: units and counts, and nobody's name."""
    late, due = sum(one.late for one in counts), sum(one.due for one in counts)
    told = {"day": date_format(day), "units": len(counts), "late": late, "due": due}
    return Message(
        title=_("%(area)s文明创建提醒") % {"area": area.name},
        head=[_("%(day)s，%(units)d 个单位有事要办：逾期 %(late)d 项，七天内到期 %(due)d 项。") % told],
        lines=[_count_words(one, units) for one in counts],
        link=link("home"),
        link_words=_("打开“我的事”"),
        more=more_words,
    )


def _count_words(count: Count, units: Mapping[int, Unit]) -> str:
    by = {Standing.LATE: count.late, Standing.RETURNED: count.returned, Standing.ASKED: count.asked}
    by[Standing.DUE] = count.due
    told = [_("%(what)s %(count)d 项") % {"what": STANDINGS[one], "count": n} for one, n in by.items() if n]
    return _("%(unit)s：%(told)s") % {
        "unit": units[count.unit].short,
        "told": pgettext("between terms", "，").join(told),
    }


def trial_message(name: str) -> Message:
    """What a test sends."""
    return Message(
        title=_("文明创建提醒：试发"),
        head=[_("这是一条试发的消息，发给“%(name)s”。看到它，就说明设置好了。") % {"name": name}],
        lines=[],
        link=link("home"),
        link_words=_("打开“我的事”"),
        more=more_words,
    )


def more_words(left: int) -> str:
    """How many lines are left out."""
    return _("还有 %(left)d 项，请到网页上看。") % {"left": left}


def link(name: str) -> str:
    """The whole address of a page; empty where the installation does not know its own."""
    return f"{settings.SITE_ADDRESS}{reverse(name)}" if settings.SITE_ADDRESS else ""
