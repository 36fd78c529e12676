"""What the environment says."""

import stat
from pathlib import Path

import pytest

from wenming.config import environment


@pytest.mark.parametrize(("value", "meant"), [("1", True), ("on", True), (" True ", True), ("0", False), ("", False)])
def test_flag(monkeypatch: pytest.MonkeyPatch, value: str, meant: bool) -> None:
    monkeypatch.setenv("WENMING_DEMO", value)
    assert environment.flag("WENMING_DEMO") is meant


def test_flag_left_out_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WENMING_DEMO", raising=False)
    assert environment.flag("WENMING_DEMO", default=True)


def test_words_leave_empty_ones_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENMING_HOSTS", "a.example, b.example,,")
    assert environment.words("WENMING_HOSTS") == ["a.example", "b.example"]


@pytest.mark.parametrize(("value", "meant"), [("", 30), ("1", 1), ("3600", 3600)])
def test_seconds(monkeypatch: pytest.MonkeyPatch, value: str, meant: int) -> None:
    monkeypatch.setenv("WENMING_SECOND_READER_SECONDS", value)
    assert environment.seconds("WENMING_SECOND_READER_SECONDS", default=30) == meant


@pytest.mark.parametrize("value", ["0", "3601", "-5", "1.5", "三十", "9" * 5000])
def test_other_seconds_are_refused_with_advice(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("WENMING_SECOND_READER_SECONDS", value)
    with pytest.raises(environment.BadEnvironment, match="whole seconds"):
        environment.seconds("WENMING_SECOND_READER_SECONDS", default=30)


def test_the_secret_key_is_made_once_and_for_its_owner_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WENMING_SECRET_KEY", raising=False)
    first = environment.secret_key(tmp_path)
    assert first == environment.secret_key(tmp_path)
    assert len(first) > 60
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_the_secret_key_of_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENMING_SECRET_KEY", "given")
    assert environment.secret_key(tmp_path) == "given"
    assert list(tmp_path.iterdir()) == []


def test_sqlite_is_the_default(tmp_path: Path) -> None:
    database = environment.database("", tmp_path)
    assert database["NAME"] == tmp_path / "wenming.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_sqlite_by_address(tmp_path: Path) -> None:
    assert environment.database("sqlite:////var/lib/wenming/db", tmp_path)["NAME"] == Path("/var/lib/wenming/db")


def test_postgresql_by_address(tmp_path: Path) -> None:
    database = environment.database("postgresql://li%40office:p%2Fw@db.example:5433/city?sslmode=require", tmp_path)
    assert database["ENGINE"].endswith("postgresql")
    assert (database["USER"], database["PASSWORD"]) == ("li@office", "p/w")
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example", "5433", "city")
    assert database["OPTIONS"] == {"sslmode": "require", "pool": {"timeout": 5, "reconnect_timeout": 10}}
    assert database["CONN_MAX_AGE"] == 0


def test_another_database_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(environment.BadEnvironment, match="use postgresql://"):
        environment.database("mysql://x@y/z", tmp_path)


class TestFiles:
    def test_left_out_it_is_the_disk(self) -> None:
        assert environment.files("") == {"BACKEND": "wenming.files.disk.DiskStorage"}

    @pytest.mark.parametrize(
        ("url", "endpoint", "region", "style"),
        [
            ("s3://k%3A1:s%2F%2B%40@s3.example/b", "https://s3.example", "us-east-1", "path"),
            ("s3+http://k%3A1:s%2F%2B%40@10.0.0.8:9000/b/?region=cn-1", "http://10.0.0.8:9000", "cn-1", "path"),
            ("s3://k%3A1:s%2F%2B%40@[::1]:9/b?style=virtual", "https://[::1]:9", "us-east-1", "virtual"),
        ],
    )
    def test_a_bucket(self, url: str, endpoint: str, region: str, style: str) -> None:
        given = {"bucket": "b", "key": "k:1", "secret": "s/+@", "endpoint": endpoint, "region": region, "style": style}
        assert environment.files(url) == {"BACKEND": "wenming.files.s3.S3Storage", "OPTIONS": given}

    @pytest.mark.parametrize(
        "url",
        [
            "http://k:s@host/b",
            "s3://host/b",
            "s3://k@host/b",
            "s3://k:s@host",
            "s3://k:s@host/b/c",
            "s3://k:s@/b",
            "s3://k:s@host/b?regoin=x",
        ],
    )
    def test_what_cannot_be_used_is_refused_without_telling_the_secret(self, url: str) -> None:
        with pytest.raises(environment.BadEnvironment, match="WENMING_FILES_URL") as caught:
            environment.files(url)
        assert url not in str(caught.value)

    def test_without_boto3(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(environment, "find_spec", lambda _name: None)
        with pytest.raises(environment.BadEnvironment, match=r"wenming\[s3\]"):
            environment.files("s3://k:s@host/b")


@pytest.mark.parametrize(
    ("url", "port", "starttls", "tls"),
    [
        ("smtp+starttls://a%40b:p%2Fw@mail.example", 587, True, False),
        ("smtps://a%40b:p%2Fw@mail.example", 465, False, True),
        ("smtp://a%40b:p%2Fw@mail.example:2525", 2525, False, False),
    ],
)
def test_mail_by_address(url: str, port: int, starttls: bool, tls: bool) -> None:
    assert environment.mail(url) == {
        "EMAIL_HOST": "mail.example",
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": "a@b",
        "EMAIL_HOST_PASSWORD": "p/w",
        "EMAIL_USE_TLS": starttls,
        "EMAIL_USE_SSL": tls,
    }


def test_without_a_mail_server_nothing_is_set() -> None:
    assert environment.mail("") == {}


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://"])
def test_another_mail_server_is_refused_with_advice(url: str) -> None:
    with pytest.raises(environment.BadEnvironment, match="WENMING_MAIL_URL has to read"):
        environment.mail(url)
