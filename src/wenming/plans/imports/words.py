"""What reading a document says to people: its stages, and why it could not be read."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.jobs import actions as jobs
from wenming.jobs.models import Job
from wenming.reading.messages import SENTENCES, say

STAGE_WORDS = {
    "open": gettext_lazy("打开文件"),
    "read": gettext_lazy("读取措施、责任和时限"),
    "match": gettext_lazy("对应单位名录"),
    "save": gettext_lazy("整理核对页"),
}


def why_unreadable(job: Job, language: str) -> str:
    """One sentence that says what happened."""
    if job.code in SENTENCES:
        return say(job.code, {key: str(value) for key, value in job.about.items()}, language)
    if job.code == jobs.LOST:
        return _("读取这份文件时后台程序中断了几次，已经停下。文件还在，可以再试一次。")
    return _("读取这份文件时出了差错，已经记入日志。文件还在，可以再试一次；还是不行，请告诉管理员。")
