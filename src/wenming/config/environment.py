"""What the environment says, turned into plain values; each variable is described in docs/settings.md."""

import hashlib
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


class BadEnvironment(ValueError):
    """A variable of the environment cannot be used; the text says which and how to mend it."""


def flag(name: str, *, default: bool = False) -> bool:
    """A yes-or-no variable: 1, true, yes, on count as yes."""
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in {"1", "true", "yes", "on"}


def words(name: str) -> list[str]:
    """A comma-separated variable as a list without empty entries."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def one_of(name: str, choices: Sequence[str]) -> str:
    """A variable that is one of ``choices``, the first where it is not set. Raises BadEnvironment."""
    value = os.environ.get(name, "") or choices[0]
    if value not in choices:
        raise BadEnvironment(f"{name} is {value!r}; use {' or '.join(choices)}, or leave it out.")
    return value


def seconds(name: str, *, default: int) -> int:
    """A variable that is a time of 1 to 3600 seconds. Raises BadEnvironment."""
    value = os.environ.get(name, "") or str(default)
    if not (value.isascii() and value.isdigit() and len(value) < 5 and 1 <= int(value) <= 3600):
        raise BadEnvironment(f"{name} is {value!r}; use whole seconds from 1 to 3600, or leave it out.")
    return int(value)


def days(name: str, *, default: int, least: int = 1) -> int:
    """A variable that is a number of days from ``least`` to 36500. Raises BadEnvironment."""
    value = os.environ.get(name, "") or str(default)
    if not (value.isascii() and value.isdigit() and len(value) < 6 and least <= int(value) <= 36500):
        raise BadEnvironment(f"{name} is {value!r}; use whole days from {least} to 36500, or leave it out.")
    return int(value)


def secret_key(data: Path) -> str:
    """WENMING_SECRET_KEY, or the key made in the data folder on the first start (readable by its owner only)."""
    if key := os.environ.get("WENMING_SECRET_KEY"):
        return key
    path = data / "secret-key"
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return path.read_text(encoding="ascii")


@dataclass(frozen=True, slots=True)
class Oidc:
    """An OpenID Connect provider through which people may sign in."""

    issuer: str
    client_id: str
    secret: str
    name: str  # as the button says it
    claim: str  # that is the user name here; empty: people link their account themselves

    @property
    def origin(self) -> str:
        """Scheme, host and port of the provider."""
        parts = urlsplit(self.issuer)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def provider_id(self) -> str:
        """Whose links these are: with another issuer the same number is another person."""
        return f"oidc-{hashlib.sha256(self.issuer.encode()).hexdigest()[:16]}"

    @property
    def app(self) -> dict[str, Any]:
        """The provider as allauth takes it."""
        given = {"server_url": self.issuer, "oauth_pkce_enabled": True, "scope": ["openid", "profile"]}
        return {
            "provider_id": self.provider_id,
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.secret,
            "settings": given,
        }


def oidc() -> Oidc | None:
    """The provider of ``WENMING_OIDC_ISSUER`` and its companions; None where none is named. Raises BadEnvironment."""
    issuer = os.environ.get("WENMING_OIDC_ISSUER", "").rstrip("/")
    if not issuer:
        return None
    client_id = os.environ.get("WENMING_OIDC_CLIENT_ID", "")
    if urlsplit(issuer).scheme not in {"http", "https"} or not client_id:
        raise BadEnvironment(
            "WENMING_OIDC_ISSUER is an address (https://…) and needs WENMING_OIDC_CLIENT_ID beside it."
        )
    return Oidc(
        issuer=issuer,
        client_id=client_id,
        secret=os.environ.get("WENMING_OIDC_CLIENT_SECRET", ""),
        name=os.environ.get("WENMING_OIDC_NAME", "") or "统一身份认证",
        claim=os.environ.get("WENMING_OIDC_CLAIM", ""),
    )


def mail(url: str) -> dict[str, Any]:
    """Django's mail settings from ``WENMING_MAIL_URL``; empty where none is named. Raises BadEnvironment.

    ``smtp://USER:PASSWORD@host:port`` without TLS, ``smtp+starttls://`` with STARTTLS,
    ``smtps://`` with TLS from the start.
    """
    if not url:
        return {}
    parts = urlsplit(url)
    if parts.scheme not in _SMTP or not parts.hostname:
        raise BadEnvironment(
            "WENMING_MAIL_URL has to read smtp+starttls://USER:PASSWORD@host:port (smtps:// for TLS throughout, "
            "smtp:// without; / + @ : in user and password as %2F %2B %40 %3A), or be left out: then nothing is mailed."
        )
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or _SMTP[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+starttls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }


_SMTP = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


def files(url: str) -> dict[str, Any]:
    """The store of ``WENMING_FILES_URL`` (``s3://key:secret@host:port/bucket?region=…``), else the data folder's disk.

    Raises BadEnvironment.
    """
    if not url:
        return {"BACKEND": "wenming.files.disk.DiskStorage"}
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    bucket = parts.path.strip("/")
    is_known = parts.scheme in _S3 and options.keys() <= {"region", "style"}
    if not (is_known and parts.hostname and bucket and "/" not in bucket and parts.username and parts.password):
        raise BadEnvironment(
            "WENMING_FILES_URL has to read s3://KEY:SECRET@host:port/bucket?region=… (s3+http:// without TLS, "
            "&style=virtual for a bucket in the host name; / + @ : in key and secret as %2F %2B %40 %3A), "
            "or be left out for files in the data folder."
        )
    if find_spec("boto3") is None:
        raise BadEnvironment("WENMING_FILES_URL needs boto3, which is not installed: pip install 'wenming[s3]'.")
    given = {
        "endpoint": f"{_S3[parts.scheme]}://{parts.netloc.rpartition('@')[2]}",
        "bucket": bucket,
        "key": unquote(parts.username),
        "secret": unquote(parts.password),
        "region": options.get("region", "us-east-1"),
        "style": options.get("style", "path"),
    }
    return {"BACKEND": "wenming.files.s3.S3Storage", "OPTIONS": given}


_S3 = {"s3": "https", "s3+http": "http"}


def database(url: str, data: Path) -> dict[str, Any]:
    """The database of ``WENMING_DATABASE_URL`` (``postgresql://user:password@host/name``), else SQLite in ``data``."""
    if not url:
        return _sqlite(data / "wenming.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path.removeprefix("/"))))
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgresql(url)
    raise BadEnvironment(
        f"WENMING_DATABASE_URL starts with {parts.scheme!r}; use postgresql://user:password@host:port/name, "
        "sqlite:////path, or leave it out for SQLite in the data folder."
    )


def _sqlite(path: Path) -> dict[str, Any]:
    # Under the default, deferred transactions two writers lose to "database is locked"; see docs/decisions/0001.
    pragmas = ("journal_mode=WAL", "synchronous=NORMAL", "mmap_size=134217728", "cache_size=-20000")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "".join(f"PRAGMA {pragma};" for pragma in pragmas),
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or options.pop("host", ""),
        "PORT": str(parts.port or ""),
        # A page waits no longer than 5 s for a database that is away; once back, it is found again within 10 s.
        "OPTIONS": options | {"pool": {"timeout": 5, "reconnect_timeout": 10}},
        "CONN_HEALTH_CHECKS": True,  # connections that broke while nobody used them are not given to a page
        "CONN_MAX_AGE": 0,  # the pool keeps the connections
    }
