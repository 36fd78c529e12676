"""What the environment says wrong is said, and how to mend it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.accounts.making import NOON, make_person
from wenming.backup.doctor.configuration import contact, debug, demo, hosts, https, secret_key
from wenming.backup.doctor.verdicts import Grade, Verdict

Look = Callable[[datetime], Verdict]
PROXY = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize(
    ("look", "wrong", "right", "mending"),
    [
        (debug, {"DEBUG": True}, {"DEBUG": False}, "WENMING_DEBUG"),
        (hosts, {"ALLOWED_HOSTS": ["*"]}, {"ALLOWED_HOSTS": ["wenming.qinghe.lan"]}, "WENMING_HOSTS"),
        (
            https,
            {"HTTPS": True, "SECURE_PROXY_SSL_HEADER": None},
            {"HTTPS": True, "SECURE_PROXY_SSL_HEADER": PROXY},
            "WENMING_BEHIND_PROXY",
        ),
        (
            https,
            {"HTTPS": False, "ALLOWED_HOSTS": ["wenming.qinghe.lan"]},
            {"HTTPS": True, "SECURE_PROXY_SSL_HEADER": PROXY},
            "WENMING_HTTPS",
        ),
        (contact, {"HANDLER_CONTACT": " "}, {"HANDLER_CONTACT": "0571-00000000"}, "WENMING_HANDLER_CONTACT"),
        (secret_key, {"SECRET_KEY": "short"}, {}, "WENMING_SECRET_KEY"),
    ],
)
def test_wrong_and_right(
    look: Look, wrong: dict[str, object], right: dict[str, object], mending: str, settings: Settings
) -> None:
    before = {name: getattr(settings, name) for name in wrong}
    for name, value in wrong.items():
        setattr(settings, name, value)
    assert (look(NOON).grade, mending in look(NOON).text) == (Grade.MEND, True)
    for name, value in (before | right).items():
        setattr(settings, name, value)
    assert look(NOON).grade == Grade.OK


def test_at_home_it_is_only_noted(settings: Settings) -> None:
    settings.ALLOWED_HOSTS, settings.HTTPS = ["127.0.0.1", "localhost"], False
    assert (hosts(NOON).grade, https(NOON).grade) == (Grade.NOTE, Grade.NOTE)


@pytest.mark.django_db
def test_demo_mode_among_real_people(settings: Settings) -> None:
    assert demo(NOON).grade == Grade.OK
    settings.DEMO = True
    make_person("sample", is_sample=True)
    assert demo(NOON).grade == Grade.NOTE
    make_person("real")
    assert (demo(NOON).grade, "WENMING_DEMO" in demo(NOON).text) == (Grade.MEND, True)


def test_a_key_that_others_may_read(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    path = tmp_path / "secret-key"
    path.write_text("x")
    path.chmod(0o644)
    assert (secret_key(NOON).grade, f"chmod 600 {path}" in secret_key(NOON).text) == (Grade.MEND, True)
    path.chmod(0o600)
    assert secret_key(NOON).grade == Grade.OK


def test_a_key_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENMING_SECRET_KEY", "x" * 60)
    assert "WENMING_SECRET_KEY" in secret_key(NOON).text
