"""Making a feed and stopping it."""

import pytest

from tests.plans.making import NOON, make_person, make_unit
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.papers.feeds import actions
from wenming.papers.models import Alarm, Feed

pytestmark = pytest.mark.django_db


def make(by: User, name: str = "我的手机") -> tuple[Feed, str]:
    return actions.make(name=name, unit=make_unit("甲镇"), alarm=Alarm.DAY_BEFORE, by=by, at=NOON)


def test_the_secret_is_long_and_kept_nowhere() -> None:
    feed, secret = make(make_person())
    other, another = make(make_person("另一人"))
    assert len(secret) >= 22  # 128 bits and more
    assert secret != another
    assert secret not in str(Feed.objects.filter(pk=feed.pk).values().get())
    assert feed.secret_digest == actions.digest_of(secret) != other.secret_digest
    assert feed.key != other.key


def test_it_is_told_and_the_secret_is_not() -> None:
    feed, secret = make(make_person())
    event = Event.objects.get(verb="papers.make_feed")
    assert (event.thing_kind, event.thing_id) == ("papers.feed", str(feed.pk))
    assert secret not in str(Event.objects.filter(pk=event.pk).values().get())
    assert feed.secret_digest not in str(Event.objects.filter(pk=event.pk).values().get())


def test_stopping_once() -> None:
    by = make_person()
    feed, _secret = make(by)
    stopped = actions.revoke(feed=feed, by=by, at=NOON)
    assert (stopped.revoked_by, stopped.revoked_at) == (by, NOON)
    with pytest.raises(actions.Revoked):
        actions.revoke(feed=feed, by=by, at=NOON)
    assert Event.objects.filter(verb="papers.revoke_feed").count() == 1


def test_one_has_so_many_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST", 1)
    by = make_person()
    feed, _secret = make(by)
    with pytest.raises(actions.TooMany):
        make(by)
    make(make_person("另一人"))
    actions.revoke(feed=feed, by=by, at=NOON)
    make(by, "新手机")
