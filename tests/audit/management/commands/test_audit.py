"""``wenming audit``: what it says and with which status it ends."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.utils.timezone import now

from tests.audit.making import NOON, tell
from wenming.audit import triggers
from wenming.audit.head_text import line
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def printed(db: None) -> str:
    """The head of two events, in a database that keeps them."""
    del db
    triggers.make(connection)
    tell("一县", "二县")
    return line(NOON.date(), 2, Event.objects.get(number=2).digest)


def change() -> None:
    """The first event says something else, and no trigger stands any more."""
    connection.check_constraints()
    triggers.remove(connection)
    Event.objects.filter(number=1).update(verb="x")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The exit status, and what was printed."""
    try:
        call_command("audit", *arguments)
    except SystemExit as end:
        return int(str(end.code)), capsys.readouterr().out
    return 0, capsys.readouterr().out


def test_a_whole_log(printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = said(capsys, "verify", "--head", printed)
    assert status == 0
    assert "看过 2 条记录" in out
    assert "日志完整" in out


def test_a_fault_is_named(printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    change()
    status, out = said(capsys, "verify")
    assert status == 1
    assert "第 1 条：内容被改过" in out
    assert "触发器被去掉了" in out


def test_the_same_as_json(printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    change()
    status, out = said(capsys, "verify", "--json", "--lang", "en")
    told = json.loads(out)
    assert (status, told["whole"], told["guarded"], told["events"]) == (1, False, False, 2)
    assert [(one["fault"], one["number"], one["until"]) for one in told["findings"]] == [("changed", 1, 1)]


def test_a_head_that_does_not_agree(printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = said(capsys, "verify", "--head", printed[:-4] + "0000")
    assert status == 1
    assert "2026-11-22" in out


def test_what_is_no_head_is_told(printed: str) -> None:
    with pytest.raises(CommandError, match="not a head"):
        call_command("audit", "verify", "--head", "yesterday")


def test_the_head_of_a_day(printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = said(capsys, "head", "2026-11-22")
    first, zone, *_rest = out.splitlines()
    assert (status, first) == (0, printed)
    assert "Asia/Shanghai" in zone


def test_before_anything_happened_there_is_none(printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "head", "2026-11-21")[0] == 1


def test_today_is_not_over(capsys: pytest.CaptureFixture[str]) -> None:
    tell("一县", at=now() - timedelta(minutes=5))
    assert "还没有过完" in said(capsys, "head")[1]
