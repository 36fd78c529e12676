"""Sessions: how long they last and how they are told."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.backends.base import SessionBase
from hypothesis import given
from hypothesis import strategies as st

from tests.accounts.making import make_person
from wenming.accounts.sign_in import sessions
from wenming.accounts.sign_in.policy import POLICIES

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)
DENGBAO = POLICIES["dengbao"]


def session(began: timedelta, seen: timedelta) -> SessionBase:
    """A session that was begun and last used so long before noon."""
    kept = SessionBase()
    kept[sessions.BEGAN] = int((NOON - began).timestamp())
    kept[sessions.SEEN] = int((NOON - seen).timestamp())
    return kept


MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.mark.parametrize(
    ("began", "seen", "lapsed"),
    [
        (0 * MINUTE, 0 * MINUTE, False),
        (29 * MINUTE, 29 * MINUTE, False),
        (30 * MINUTE, 30 * MINUTE, True),
        (11 * HOUR, 1 * MINUTE, False),
        (12 * HOUR, 0 * MINUTE, True),  # whatever is done
    ],
)
def test_when_it_lapses(began: timedelta, seen: timedelta, lapsed: bool) -> None:
    assert sessions.has_lapsed(session(began, seen), at=NOON, policy=DENGBAO) == lapsed


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_session_does_not_come_back(began: int, later: int) -> None:
    kept = session(timedelta(seconds=began), timedelta(0))
    if sessions.has_lapsed(kept, at=NOON, policy=DENGBAO):
        assert sessions.has_lapsed(kept, at=NOON + timedelta(seconds=later), policy=DENGBAO)


@pytest.mark.parametrize(
    ("user_agent", "said"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/128.0 Safari/537.36", "Windows · Chrome"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/128.0 Safari/537.36 Edg/128.0", "Windows · Edge"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Linux · Firefox"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0.50", "iPhone · 微信"),
        ("Mozilla/5.0 (Linux; Android 14; HarmonyOS) DingTalk/7.0 Chrome/114", "鸿蒙 · 钉钉"),
        ("curl/8", "不清楚是什么设备"),
        ("", "不清楚是什么设备"),
    ],
)
def test_a_device_in_words(user_agent: str, said: str) -> None:
    assert sessions.device_in_words(user_agent) == said


@pytest.mark.django_db
def test_a_person_without_a_session_has_none() -> None:
    assert sessions.of_person(make_person(), current=None, at=NOON, policy=DENGBAO) == []
