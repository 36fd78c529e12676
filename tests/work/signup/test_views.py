"""A liaison opens a sign-up, shows the square, and takes the names into the record."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime, now
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_person, make_unit
from tests.work.making import make_record
from tests.work.records.making import make_asking
from tests.work.signup.making import make_sign_up, make_signing
from wenming.accounts.models import PostRole, User
from wenming.places.models import Unit
from wenming.work.models import Record, SignUp
from wenming.work.signup import views
from wenming.work.signup.views import PAGE

pytestmark = pytest.mark.django_db


def said(**fields: object) -> dict[str, object]:
    at = localtime()
    moments = {"opens": at, "closes": at + timedelta(hours=2)}
    given = {name: f"{moment:%Y-%m-%dT%H:%M}" for name, moment in moments.items()}
    return {"title": "理论宣讲", "on": "2026-03-05", "place": "礼堂", "asks": "village", **given, **fields}


def test_for_an_activity_still_to_come(liaison: Client, unit: Unit) -> None:
    asking = make_asking(unit)
    address = f"{reverse('work:open_sign_up')}?commitment={asking.pk}"
    html = liaison.get(address).content.decode()
    assert 'value="民主评议"' in html
    bad = liaison.post(address, said(closes="2020-01-01T00:00"))
    assert (bad.status_code, "要晚于" in bad.content.decode()) == (422, True)
    page = liaison.post(address, said(), follow=True).content.decode()
    made = SignUp.objects.get()
    assert (made.unit, made.commitment, made.asks) == (unit, asking, "village")
    assert made.code in page
    form = f"/records/new/?draft={made.record_key}&amp;unit={unit.pk}&amp;commitment={asking.pk}"
    assert form in page
    make_signing(made, "王敏", "幸福社区")
    filled = liaison.get(form.replace("&amp;", "&")).content.decode()
    assert "王敏\t幸福社区" in filled
    assert 'value="礼堂"' in filled


def test_for_a_record_there_is_one(liaison: Client, unit: Unit, me: User) -> None:
    record = make_record(unit, me)
    address = f"{reverse('work:open_sign_up')}?record={record.pk}"
    assert f"?record={record.pk}" in liaison.get(reverse("work:record", args=[record.pk])).content.decode()
    liaison.post(address, said())
    made = SignUp.objects.get()
    assert made.record_key == record.key
    assert liaison.get(address).headers["Location"] == reverse("work:sign_up", args=[made.pk])
    names = reverse("work:sign_up_names", args=[made.pk])
    key = make_signing(made, "王敏").pk
    assert "没有选中" in liaison.post(names, {"act": "list"}, follow=True).content.decode()
    assert "已列入名单 1 人" in liaison.post(names, {"act": "list", "name": key}, follow=True).content.decode()
    assert record.attendees.get().name == "王敏"
    assert "已从名单去掉 1 人" in liaison.post(names, {"act": "off", "name": key}, follow=True).content.decode()
    assert "已放回 1 人" in liaison.post(names, {"act": "back", "name": key}, follow=True).content.decode()
    assert "1 人不列入" in liaison.post(names, {"act": "aside", "name": key}, follow=True).content.decode()
    assert liaison.post(names, {"act": "other", "name": key}).status_code == 404


def test_without_a_record_names_wait(liaison: Client, unit: Unit, me: User) -> None:
    made = make_sign_up(unit, me)
    names = reverse("work:sign_up_names", args=[made.pk])
    answer = liaison.post(names, {"act": "list", "name": make_signing(made, "王敏").pk}, follow=True)
    assert "先登记这次活动" in answer.content.decode()


def test_closing_early_is_changing_the_time(liaison: Client, unit: Unit, me: User) -> None:
    made = make_sign_up(unit, me)
    address = reverse("work:change_sign_up", args=[made.pk])
    assert "理论宣讲" in liaison.get(address).content.decode()
    ended = f"{localtime() - timedelta(minutes=5):%Y-%m-%dT%H:%M}"
    begun = f"{localtime() - timedelta(hours=1):%Y-%m-%dT%H:%M}"
    page = liaison.post(address, said(opens=begun, closes=ended), follow=True).content.decode()
    assert "已截止" in page


def test_the_poster_has_the_square_and_the_code(liaison: Client, unit: Unit, me: User) -> None:
    made = make_sign_up(unit, me)
    html = liaison.get(reverse("work:sign_up_poster", args=[made.pk])).content.decode()
    assert made.code in html
    assert "data:image/svg+xml;base64," in html
    assert "http://testserver/s/" in html


def test_others_neither_see_it_nor_take_its_key(unit: Unit, me: User) -> None:
    made = make_sign_up(unit, me)
    other = make_unit("县团委")
    stranger = Client()
    stranger.force_login(make_person("别人", PostRole.LIAISON, other))
    assert stranger.get(reverse("work:sign_up", args=[made.pk])).status_code == 404
    assert "理论宣讲" not in stranger.get(reverse("work:sign_ups")).content.decode()
    stranger.post(f"{reverse('work:open_sign_up')}?draft={made.record_key}", said())
    assert SignUp.objects.exclude(pk=made.pk).get().unit == other
    form = stranger.get(f"/records/new/?draft={made.record_key}").content.decode()
    assert "理论宣讲" not in form


def test_a_key_that_is_none(liaison: Client, unit: Unit) -> None:
    liaison.post(f"{reverse('work:open_sign_up')}?draft=x", said())
    assert not Record.objects.filter(key=SignUp.objects.get().record_key).exists()


def test_pages_take_as_many_queries_for_many_as_for_one(
    liaison: Client, unit: Unit, me: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    assert "不用账号" in liaison.get(reverse("work:sign_ups")).content.decode()
    for number in range(PAGE + 2):
        made = make_sign_up(unit, me, title=f"第{number}场")
    made.signings.bulk_create(
        made.signings.model(sign_up=made, token=uuid4(), name=f"甲{number}", since=now()) for number in range(100)
    )
    with django_assert_max_num_queries(10):
        html = liaison.get(reverse("work:sign_ups")).content.decode()
    assert "100 人签到" in html
    with django_assert_max_num_queries(10):
        liaison.get(reverse("work:sign_up", args=[made.pk]))


def test_many_names_are_shown_page_by_page(
    liaison: Client,
    unit: Unit,
    me: User,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    monkeypatch.setattr(views, "NAMES", 2)
    made = make_sign_up(unit, me)
    for name, state in (("甲一", "proposed"), ("甲二", "proposed"), ("甲三", "proposed"), ("乙一", "set_aside")):
        made.signings.create(token=uuid4(), name=name, state=state, since=now())
    address = reverse("work:sign_up", args=[made.pk])
    html = liaison.get(address).content.decode()
    assert "待确认 3 人" in html
    assert "这里是前 2 人，共 3 人" in html
    assert [name in html for name in ("甲二", "甲三", "乙一")] == [True, False, True]
    with django_assert_max_num_queries(10):
        rest = liaison.get(address, {"part": "proposed", "page": "2"}).content.decode()
    assert [name in rest for name in ("甲二", "甲三", "乙一")] == [False, True, False]
    assert "看全部签到" in rest
    assert "乙一" in liaison.get(address, {"part": "无"}).content.decode()
