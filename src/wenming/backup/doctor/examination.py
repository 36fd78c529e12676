"""All checks in their order, and going through them."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.backup.doctor import configuration, database, ground, people, work
from wenming.backup.doctor.verdicts import Check, Grade, Verdict, mend

REACHABLE = Check("database", gettext_lazy("数据库"), database.reachable)
MIGRATIONS = Check("migrations", gettext_lazy("数据库的更新"), database.migrations)
CHECKS: Sequence[Check] = (
    Check("debug", gettext_lazy("调试"), configuration.debug),
    Check("demo", gettext_lazy("演示模式"), configuration.demo, needs_database=True),
    Check("hosts", gettext_lazy("访问的名字"), configuration.hosts),
    Check("https", gettext_lazy("HTTPS"), configuration.https),
    Check("contact", gettext_lazy("个人信息的联系方式"), configuration.contact),
    Check("secret_key", gettext_lazy("密钥"), configuration.secret_key),
    Check("data_folder", gettext_lazy("数据文件夹"), ground.data_folder),
    Check("disk", gettext_lazy("磁盘"), ground.disk),
    Check("storage", gettext_lazy("文件存放"), ground.storage),
    Check("static_files", gettext_lazy("样式和脚本"), ground.static_files),
    Check("old_formats", gettext_lazy("旧格式"), ground.old_formats),
    Check("database_mode", gettext_lazy("数据库的方式"), database.mode, needs_database=True),
    Check("clock", gettext_lazy("时钟"), ground.clock, needs_database=True),
    Check("workers", gettext_lazy("后台程序"), work.workers, needs_database=True),
    Check("waiting_jobs", gettext_lazy("后台任务"), work.waiting_jobs, needs_database=True),
    Check("last_backup", gettext_lazy("备份"), work.last_backup, needs_database=True),
    Check("log_guard", gettext_lazy("日志的保护"), work.log_guard, needs_database=True),
    Check("log_tail", gettext_lazy("日志的末尾"), work.log_tail, needs_database=True),
    Check("log_head", gettext_lazy("每日封存值"), work.log_head, needs_database=True),
    Check("administrators", gettext_lazy("三员"), people.administrators, needs_database=True),
    Check("second_factors", gettext_lazy("动态验证码"), people.second_factors, needs_database=True),
)


def examine(at: datetime) -> Iterator[tuple[Check, Verdict]]:
    """What each check says; those that need the database only where it answers and is up to date."""
    is_usable = True
    for check in (REACHABLE, MIGRATIONS):
        if is_usable:
            verdict = _look(check, at)
            is_usable = verdict.grade != Grade.MEND
            yield check, verdict
    for check in CHECKS:
        if is_usable or not check.needs_database:
            yield check, _look(check, at)


def _look(check: Check, at: datetime) -> Verdict:
    """A check that cannot be made is something to mend, and no reason to leave out the others."""
    try:
        return check.look(at)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with the place, the others are still told
        return mend(_("没能检查：%(why)s") % {"why": f"{type(error).__name__}: {error}"})
