"""What should happen by itself: background work, backups, the log."""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.audit import checking
from wenming.audit.models import Event, Head
from wenming.audit.recording import content_of
from wenming.backup.doctor.verdicts import Verdict, mend, note, well
from wenming.jobs.actions import is_anyone_working
from wenming.jobs.models import Job, JobState
from wenming.rules.chain import is_seal_of

LONGEST_WAIT = timedelta(minutes=10)
OLDEST_BACKUP = timedelta(days=3)  # a weekend with the computer off
OLDEST_HEAD = timedelta(days=3)
TAIL = 200  # events at the end of the log that are judged here; wenming audit verify judges all


def workers(at: datetime) -> Verdict:
    """Somebody takes up what is asked for."""
    if is_anyone_working(at, within=timedelta(seconds=settings.WORKER_DEAD)):
        return well(_("后台程序在运行。"))
    return mend(_("后台程序没有运行，导入的方案不会被读取。请启动：systemctl start wenming（或 wenming serve）。"))


def waiting_jobs(at: datetime) -> Verdict:
    """What is asked for is taken up soon."""
    count = Job.objects.filter(state=JobState.WAITING, asked_at__lt=at - LONGEST_WAIT).count()
    if count:
        return mend(
            _("有 %(count)d 件后台任务等了十分钟以上。请看后台程序是否在运行、是否卡在一件大任务上。")
            % {"count": count}
        )
    return well(_("没有等得太久的后台任务。"))


def last_backup(at: datetime) -> Verdict:
    """As the log tells of it."""
    last = Event.objects.filter(verb="backup.make").order_by("-number").first()
    if last is None:
        return mend(_("还没有备份过。请运行 wenming backup --to 文件夹 --keep 30，并设成每天自动运行。"))
    path, days = Path(last.after["file"]), (at - last.at).days
    said = {"path": path, "days": days}
    if at - last.at > OLDEST_BACKUP:
        return mend(_("最近一次备份已是 %(days)d 天前（%(path)s）。请检查每天的自动备份。") % said)
    if path.exists() and path.stat().st_dev == settings.DATA.stat().st_dev:
        return note(_("最近的备份 %(path)s 和数据在同一块磁盘上，磁盘坏了会一起丢。请另存一份到别处。") % said)
    return well(_("最近的备份在 %(path)s，%(days)d 天前。") % said)


def log_guard(_at: datetime) -> Verdict:
    """The database itself refuses to change the log."""
    if checking.is_guarded():
        return well(_("数据库拒绝改动日志。"))
    return mend(_("数据库里防止改动日志的触发器不见了，请查明是谁去掉的，并运行 wenming audit verify。"))


def log_tail(_at: datetime) -> Verdict:
    """The last events are as they were sealed, each after the one before it."""
    tail = list(Event.objects.order_by("-number")[:TAIL])[::-1]
    broken = [
        event.number
        for before, event in zip([None, *tail], tail, strict=False)
        if not is_seal_of(event.digest, content_of(event), previous=event.previous)
        or (before is not None and (before.digest, before.number + 1) != (event.previous, event.number))
    ]
    if broken:
        return mend(
            _("日志第 %(number)d 条与封存的不符。请告诉审计管理员，并运行 wenming audit verify。")
            % {"number": broken[0]}
        )
    return well(_("日志的最后 %(count)d 条完整。全部核对请运行 wenming audit verify。") % {"count": len(tail)})


def log_head(at: datetime) -> Verdict:
    """The head of each day is fixed soon after it."""
    first, newest = Event.objects.order_by("number").first(), Head.objects.order_by("-day").first()
    since = newest.day if newest else (localdate(first.at) - timedelta(days=1) if first else localdate(at))
    if localdate(at) - since > OLDEST_HEAD:
        return mend(_("日志每天的封存值从 %(day)s 起没有再登记。请看后台程序是否在运行。") % {"day": since.isoformat()})
    return well(_("日志每天的封存值登记及时。"))
