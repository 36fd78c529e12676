"""What reading a document says to people: its stages, and why it could not be read."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.jobs import actions as jobs
from wenming.jobs.models import Job, JobState
from wenming.plans.tasks import SECOND
from wenming.reading.messages import SENTENCES, say

STAGE_WORDS = {
    "open": gettext_lazy("打开文件"),
    "read": gettext_lazy("读取措施、责任和时限"),
    "match": gettext_lazy("对应单位名录"),
    "save": gettext_lazy("整理核对页"),
    SECOND: gettext_lazy("请第二读者看一遍"),
}
# What kept the second reader from seeing all; ``left`` counts the measures it said nothing usable about.
SHORTFALL_WORDS: Mapping[str, str | Promise] = {
    "second_not_local": gettext_lazy("第二读者的地址“%(host)s”不在本地网络内，所以没有请它看，什么也没有发出。"),
    "second_bad_address": gettext_lazy("第二读者的地址“%(url)s”写得不完整，所以没有请它看。"),
    "second_unreachable": gettext_lazy("连不上第二读者（%(host)s），有 %(left)s 条措施没有请它看。"),
    "second_refused": gettext_lazy("第二读者没有接受请求（状态 %(status)s），有 %(left)s 条措施没有得到它的回答。"),
    "second_slow": gettext_lazy("第二读者 %(seconds)s 秒内没有答完一条，有 %(left)s 条措施没有得到它的回答。"),
    "second_broken": gettext_lazy("第二读者的回答不合约定的格式，有 %(left)s 条措施没有采用它的话。"),
}


def why_unreadable(job: Job, language: str) -> str:
    """One sentence that says what happened."""
    if job.code in SENTENCES:
        return say(job.code, {key: str(value) for key, value in job.about.items()}, language)
    if job.code == jobs.LOST:
        return _("读取这份文件时后台程序中断了几次，已经停下。文件还在，可以再试一次。")
    return _("读取这份文件时出了差错，已经记入日志。文件还在，可以再试一次；还是不行，请告诉管理员。")


def why_not_seen(job: Job) -> str:
    """One sentence that says why the second reader did not see all of a plan that was read; empty where it did."""
    if job.state == JobState.CANCELLED:
        return _("已经不再请第二读者看，它没有看完。")
    if job.state == JobState.FAILED:
        return _("请第二读者看的时候出了差错，它没有看完；差错已经记入日志。")
    words = SHORTFALL_WORDS.get(job.code, "") if job.state == JobState.DONE else ""
    return str(words) % job.about if words else ""
