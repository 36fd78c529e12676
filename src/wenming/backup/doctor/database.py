"""The database itself."""

from datetime import datetime

from django.db import Error, NotSupportedError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from wenming.backup import begun
from wenming.backup.doctor.verdicts import Verdict, mend, well

_MODE = {"sqlite": ("PRAGMA journal_mode", "wal"), "postgresql": ("SHOW server_encoding", "UTF8")}


def reachable(_at: datetime) -> Verdict:
    """It answers, and is new enough."""
    try:
        connection.ensure_connection()
        connection.check_database_version_supported()
        version = ".".join(map(str, connection.get_database_version()))
    except NotSupportedError as error:
        return mend(_("数据库版本太旧：%(why)s。请升级数据库。") % {"why": error})
    except Error as error:
        return mend(
            _("连不上数据库：%(why)s。请检查数据库是否在运行，WENMING_DATABASE_URL 是否正确。") % {"why": error}
        )
    return well(_("数据库 %(name)s %(version)s 正常应答。") % {"name": connection.display_name, "version": version})


def mode(_at: datetime) -> Verdict:
    """SQLite lets people read while others write; PostgreSQL can hold every character."""
    statement, wanted = _MODE[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(statement)
        found = str(cursor.fetchone()[0])
    if found.lower() == wanted.lower():
        return well(_("%(name)s 的方式正确（%(mode)s）。") % {"name": connection.display_name, "mode": found})
    if connection.vendor == "sqlite":
        return mend(
            _("SQLite 不是 WAL 方式（%(mode)s）：数据文件夹可能在网络盘上。请放到本机磁盘，或改用 PostgreSQL。")
            % {"mode": found}
        )
    return mend(
        _("PostgreSQL 的编码是 %(mode)s，存不下汉字。请备份，建一个编码为 UTF8 的空数据库，再恢复。") % {"mode": found}
    )


def migrations(_at: datetime) -> Verdict:
    """The tables are those of this version, and a restore has not left them empty."""
    if begun.is_half_done(connection):
        return mend(_("上一次恢复中途断了，表还是空的。请再运行一次 wenming restore，它会从头来过。"))
    executor = MigrationExecutor(connection)
    unknown = set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations)
    if unknown:
        names = "、".join(f"{app}.{name}" for app, name in sorted(unknown))
        return mend(_("数据库由更新的版本写成（%(names)s）。请装上那个版本。") % {"names": names})
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return mend(
            _("数据库还差 %(count)d 步更新。请先备份，再运行 wenming manage migrate。") % {"count": len(waiting)}
        )
    return well(_("数据库是最新的。"))
