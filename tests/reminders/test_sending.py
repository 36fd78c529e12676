"""A round of sending, over the hours of a day; mail and bots are real servers."""

from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import Settings

from tests.plans.making import NOON, make_unit
from tests.reading.second.serving import Reply, serve
from tests.reminders.making import (
    SECRET,
    TODAY,
    Post,
    make_bot,
    make_cell,
    make_liaison,
    make_units,
)
from wenming.jobs import clock
from wenming.jobs.models import Job
from wenming.reminders import sending
from wenming.reminders.models import Bot, BotKind, Delivery, DeliveryState
from wenming.reminders.sending import letters, send_due
from wenming.work.models import Cell

pytestmark = pytest.mark.django_db
TAKEN = Reply(b'{"errcode": 0, "errmsg": "ok"}')
HOUR = timedelta(hours=1)


def at(hour: int, *, day: int = 5) -> datetime:
    """That hour of a day in March, as the county's clock says it."""
    return datetime(2026, 3, day, hour, tzinfo=UTC) - 8 * HOUR


def ends() -> list[tuple[str, str, int]]:
    return [(row.state, row.code, row.tries) for row in Delivery.objects.order_by("pk")]


def test_one_message_a_person_and_day(post: Post) -> None:
    make_units(2)
    assert send_due(NOON) == 2
    assert send_due(NOON + HOUR) == 0
    assert sorted(one.rcpt_tos[0] for one in post.taken) == sorted(
        f"p{row.user_id}@example.org" for row in Delivery.objects.all()
    )
    assert ends() == [("sent", "", 1)] * 2
    row = Delivery.objects.order_by("pk")[0]
    assert (row.day, row.matters, row.area_id) == (TODAY, 1, make_unit("第0单位").area_id)


def test_at_the_hour_that_they_chose_and_later_where_the_program_slept(post: Post) -> None:
    unit = make_unit()
    make_liaison(unit, hour=14)
    make_cell(unit)
    assert [send_due(at(hour)) for hour in (8, 13)] == [0, 0]
    assert Delivery.objects.count() == 0
    assert send_due(at(16)) == 1


def test_not_at_night_nor_on_days_off(post: Post) -> None:
    unit = make_unit()
    make_liaison(unit, hour=7)
    make_cell(unit, TODAY + timedelta(days=1), "due_soon")
    assert [send_due(at(hour)) for hour in (6, 20)] == [0, 0]
    assert send_due(at(9, day=7)) == 0  # a Saturday
    assert send_due(at(9, day=9)) == 1  # and Monday tells it


def test_who_wants_no_mail_gets_none(post: Post) -> None:
    unit = make_unit()
    make_liaison(unit, hour=None)
    make_cell(unit)
    assert send_due(NOON) == 0
    assert Delivery.objects.count() == 0


def test_without_a_mail_server_nothing_is_begun(settings: Settings) -> None:
    settings.MAIL = {}
    make_units(1)
    assert list(letters(TODAY)) == []


def test_a_group_gets_its_area_s_counts_once(named: None) -> None:
    make_units(2)
    with serve(TAKEN) as service:
        make_bot(f"{service.url}/send?key=1")
        make_bot(f"{service.url}/stopped", name="停了的群")
        Bot.objects.filter(name="停了的群").update(is_on=False)
        assert send_due(NOON) == 1
        assert send_due(NOON + HOUR) == 0
    (request,) = service.requests
    text = request.body.decode()
    assert "第0单位：逾期 1 项" in text
    assert "联络员" not in text
    assert (Delivery.objects.get().bot_id, Delivery.objects.get().said) == (Bot.objects.get(is_on=True).pk, "ok")


def test_what_did_not_arrive_is_tried_again_after_a_longer_wait_each_time(named: None) -> None:
    make_units(1)
    with serve(Reply(b"", status=503)) as service:
        make_bot(service.url)
        moment, waits = NOON, [timedelta(0), *sending.WAITS]
        for number, wait in enumerate(waits, start=1):
            if wait:
                assert send_due(moment + wait / 2) == 0  # too soon
            moment += wait
            send_due(moment)
            assert len(service.requests) == number
        send_due(moment + HOUR)
    assert len(service.requests) == 4
    assert ends() == [("failed", "busy", 4)]


def test_the_next_try_is_put_into_the_queue_once(named: None) -> None:
    make_units(1)
    with serve(Reply(b"", status=503)) as service:
        make_bot(service.url)
        make_bot(service.url, name="另一个群")
        send_due(NOON)
    (job,) = Job.objects.filter(kind=clock.KIND)
    assert job.about["name"] == "reminders.send"
    assert job.task_id


def test_after_a_failure_it_may_still_arrive(named: None) -> None:
    make_units(1)
    with serve(Reply(b"", status=503), TAKEN) as service:
        make_bot(service.url)
        assert send_due(NOON) == 0
        assert ends() == [("waiting", "busy", 1)]
        assert send_due(NOON + HOUR) == 1
    assert ends() == [("sent", "", 2)]


@pytest.mark.parametrize(
    ("reply", "end"),
    [
        (Reply(b'{"errcode": 93000, "errmsg": "invalid"}'), ("failed", "rejected", 1)),
        (Reply(b"<html>"), ("unknown", "odd_answer", 1)),
        (Reply(b"", status=500), ("unknown", "odd_answer", 1)),
        (Reply(b"", status=302, headers={"Location": "http://10.0.0.1/"}), ("failed", "moved", 1)),
    ],
)
def test_what_is_refused_or_unsure_is_not_sent_again(reply: Reply, end: tuple[str, str, int], named: None) -> None:
    make_units(1)
    with serve(reply) as service:
        make_bot(service.url)
        send_due(NOON)
        send_due(NOON + 2 * HOUR)
    assert len(service.requests) == 1
    assert ends() == [end]


def test_one_that_cannot_be_reached_keeps_nobody_else_waiting(named: None, post: Post) -> None:
    make_units(2)
    make_bot("http://127.0.0.1:9/")
    assert send_due(NOON) == 2
    assert {row.state for row in Delivery.objects.filter(bot=None)} == {"sent"}


def test_two_rounds_at_once_send_it_once(named: None) -> None:
    make_units(1)
    with serve(Reply(TAKEN.body, meanwhile=lambda: None)) as service:
        bot = make_bot(service.url)
        (letter,) = letters(TODAY)
        row = Delivery.objects.create(day=TODAY, bot=bot, matters=1, begun=NOON)
        assert sending._claimed(row, NOON)
        assert not sending._claimed(row, NOON)  # by another worker that has read the same row
        assert not sending._sent(letter, TODAY, NOON)
    assert service.requests == []


def test_whoever_is_lost_in_between_leaves_it_unsure(named: None, monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed(BaseException):
        """The worker is no more."""

    def lost(*_given: object, **_more: object) -> str:
        raise Killed

    make_units(1)
    with serve(TAKEN) as service:
        make_bot(service.url)
        with monkeypatch.context() as patched, pytest.raises(Killed):
            patched.setattr(sending, "send_to_bot", lost)
            send_due(NOON)
        assert ends() == [("sending", "", 1)]
        send_due(NOON + timedelta(minutes=5))
        assert ends() == [("sending", "", 1)]  # it may still be at work
        send_due(NOON + HOUR)
    assert service.requests == []
    assert ends() == [("unknown", "cut_off", 1)]


def test_what_waits_past_its_day_is_over(named: None) -> None:
    make_units(1)
    make_bot("http://127.0.0.1:9/")
    send_due(at(19))
    assert ends() == [("waiting", "unreachable", 1)]
    sending.give_up_lost(at(2, day=6))
    assert ends() == [("failed", "given_up", 1)]


def test_what_was_done_meanwhile_is_not_sent(named: None) -> None:
    make_units(1)
    with serve(Reply(b"", status=503), TAKEN) as service:
        make_bot(service.url)
        send_due(NOON)
        Cell.objects.update(state="met")
        send_due(NOON + 2 * HOUR)
    assert len(service.requests) == 1
    assert ends() == [("failed", "no_longer", 1)]


def test_a_secret_sealed_with_another_key_is_said(named: None, settings: Settings) -> None:
    make_units(1)
    make_bot("http://127.0.0.1:9/", BotKind.DINGTALK, secret=SECRET)
    settings.SECRET_KEY = "another"
    send_due(NOON)
    assert ends() == [("failed", "cannot_open", 1)]


def test_nothing_odd_from_the_other_side_is_kept(named: None) -> None:
    make_units(1)
    with serve(Reply(b'{"errcode": 1, "errmsg": "a\\u0000b\\nc' + b"x" * 500 + b'"}')) as service:
        make_bot(service.url)
        send_due(NOON)
    row = Delivery.objects.get()
    assert row.state == DeliveryState.FAILED
    assert row.said.startswith("1 ab cx")
    assert len(row.said) == 200
