"""Everybody chooses how they are reminded."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from pytest_django import Settings

from tests.plans.making import make_person, make_unit
from tests.reminders.making import Post, make_cell, make_liaison
from wenming.accounts.models import User
from wenming.reminders.models import Preference
from wenming.work.verdicts.days import calendar

pytestmark = pytest.mark.django_db
OWN = "/account/reminders/"


def test_chosen_by_whoever_it_is_for(client: Client, post: Post) -> None:
    user = make_person("顾兰", None)
    client.force_login(user)
    html = client.get(OWN).content.decode()
    assert "给我试发一封" not in html
    assert reverse("reminders:own") in client.get(reverse("accounts:account")).content.decode()
    answer = client.post(OWN, {"channel": "mail", "hour": "9", "email": ""})
    assert answer.status_code == 422
    assert "要发邮件，请填邮箱" in answer.content.decode()
    html = client.post(OWN, {"channel": "mail", "hour": "9", "email": "a@example.org"}, follow=True).content.decode()
    assert "给我试发一封" in html
    assert (Preference.objects.get().hour, User.objects.get().email) == (9, "a@example.org")
    assert "已试发" in client.post(reverse("reminders:try_mail"), follow=True).content.decode()
    assert post.taken[0].rcpt_tos == ["a@example.org"]


def test_a_test_that_fails_says_why(client: Client, settings: Settings) -> None:
    settings.MAIL = {}
    client.force_login(make_person("顾兰", None))
    assert "还没有配置发邮件的服务器" in client.post(reverse("reminders:try_mail"), follow=True).content.decode()


def test_what_there_is_today(client: Client) -> None:
    unit = make_unit()
    client.force_login(make_liaison(unit, hour=None))
    assert "今天没有新情况要提醒" in client.get(OWN).content.decode()
    make_cell(unit, localdate(), "due_soon")
    html = client.get(OWN).content.decode()
    assert ("民主评议" in html) == calendar().is_working(localdate())
