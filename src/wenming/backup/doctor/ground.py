"""What the program stands on: folders, disks, the clock, other programs."""

import hashlib
import os
import secrets
import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from wenming.audit.models import Event
from wenming.backup.doctor.verdicts import Verdict, mend, note, well
from wenming.reading.files import libreoffice

LEAST_FREE = 2_000_000_000  # bytes
SLACK = timedelta(minutes=2)  # between two clocks


def data_folder(_at: datetime) -> Verdict:
    """Everything that the county has is in it."""
    folder: Path = settings.DATA
    if not os.access(folder, os.W_OK | os.X_OK) or not _can_write(folder):
        return mend(
            _("写不进 %(folder)s。请让运行本程序的用户拥有它：chown -R wenming %(folder)s") % {"folder": folder}
        )
    if folder.stat().st_mode & 0o077:
        return mend(_("别人能看 %(folder)s。请运行：chmod 700 %(folder)s") % {"folder": folder})
    return well(_("%(folder)s 可写，别人看不到。") % {"folder": folder})


def _can_write(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"1")
    except OSError:
        return False
    return True


def disk(_at: datetime) -> Verdict:
    """Room for documents and for the database's journal."""
    free = shutil.disk_usage(settings.DATA).free
    said = {"folder": settings.DATA, "free": free // 1_000_000, "least": LEAST_FREE // 1_000_000}
    if free < LEAST_FREE:
        return mend(_("%(folder)s 所在的磁盘只剩 %(free)d MB，请清理到 %(least)d MB 以上；满了就什么都存不了。") % said)
    return well(_("磁盘还有 %(free)d MB。") % said)


def static_files(_at: datetime) -> Verdict:
    """Style and script of the pages."""
    if not any((settings.HERE / "web/static/build").glob("*.css")):
        return mend(_("页面的样式和脚本没有编进安装包。请用 make dist 重新做安装包再装。"))
    if not any(settings.STATIC_ROOT.glob("**/*.css")):
        return mend(
            _("页面的样式和脚本还没有收集。wenming serve 启动时会做，也可以运行 wenming manage collectstatic。")
        )
    return well(_("页面的样式和脚本齐全。"))


def old_formats(_at: datetime) -> Verdict:
    """Some formats need another program."""
    if libreoffice.is_installed():
        return well(_("已装 LibreOffice，旧格式的文件也能读。"))
    return note(_("没有装 LibreOffice：.doc、.wps、.rtf、.odt 读不了，其他格式不受影响。"))


def clock(at: datetime) -> Verdict:
    """A clock that is behind what has been told already is wrong."""
    if settings.TIME_ZONE != "Asia/Shanghai":
        return mend(_("时区是 %(zone)s，应为 Asia/Shanghai。") % {"zone": settings.TIME_ZONE})
    last = Event.objects.order_by("-at").values_list("at", flat=True).first()
    if last is not None and last > at + SLACK:
        return mend(_("电脑的时钟比日志里最后一条还早，是不是被拨慢了？请校准时钟（timedatectl）。"))
    return well(_("时钟正常，时区是 %(zone)s。") % {"zone": settings.TIME_ZONE})


def storage(_at: datetime) -> Verdict:
    """Something is stored, read back and removed."""
    content = secrets.token_bytes(32)
    try:
        name = default_storage.save(f"doctor/{hashlib.sha256(content).hexdigest()}", ContentFile(content))
        try:
            with default_storage.open(name, "rb") as file:
                same = file.read() == content
        finally:
            default_storage.delete(name)
    except OSError as error:
        return mend(_("存放文件的地方用不了：%(why)s。请检查它的权限和连接。") % {"why": error})
    if not same or default_storage.exists(name):
        return mend(_("存放文件的地方读回来的和写进去的不一样，请检查磁盘或存储服务。"))
    return well(_("文件能存、能读、能删。"))
