"""What is typed about reminders."""

import pytest

from tests.plans.making import make_area
from tests.reminders.making import SECRET, make_bot
from wenming.places.models import Area
from wenming.reminders.forms import BotForm, StepsForm, WishForm
from wenming.reminders.models import BotKind, Channel
from wenming.rules.reminding.matters import Steps


def test_mail_needs_an_address() -> None:
    form = WishForm({"channel": "mail", "hour": "8", "email": ""})
    assert form.errors == {"email": ["要发邮件，请填邮箱。"]}
    assert list(WishForm({"channel": "mail", "hour": "8", "email": "x"}).errors) == ["email"]
    assert WishForm({"channel": "desk", "hour": "8", "email": ""}).is_valid()


def test_only_hours_of_the_day() -> None:
    assert "hour" in WishForm({"channel": "desk", "hour": "3"}).errors
    form = WishForm({"channel": "mail", "hour": "19", "email": "a@example.org"})
    assert form.is_valid()
    assert (form.wish().channel, form.wish().hour) == (Channel.MAIL, 19)


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("3", "5", []),
        ("", "5", []),
        ("3", "", []),
        ("5", "3", ["in_charge"]),
        ("0", "61", ["unit_leader", "in_charge"]),
    ],
)
def test_steps(first: str, second: str, wrong: list[str]) -> None:
    form = StepsForm({"unit_leader": first, "in_charge": second})
    assert list(form.errors) == wrong


def test_a_step_left_empty_is_none() -> None:
    form = StepsForm({"unit_leader": "3", "in_charge": ""})
    assert form.is_valid()
    assert form.steps() == Steps(3, None)


@pytest.mark.django_db
def test_a_new_bot_needs_an_address_one_that_is_there_does_not() -> None:
    areas, area = Area.objects.all(), make_area()
    given = {"area": area.pk, "name": "群", "kind": "wecom", "hour": "8", "is_on": "on"}
    assert list(BotForm(given, areas=areas).errors) == ["address"]
    bot = make_bot("https://bot.example/", BotKind.DINGTALK, secret=SECRET)
    form = BotForm(given, areas=areas, bot=bot)
    assert form.is_valid()
    assert (form.new().address, form.new().secret) == (None, None)
    without = BotForm({**given, "no_secret": "on", "secret": "x"}, areas=areas, bot=bot)
    assert without.is_valid()
    assert without.new().secret == ""


@pytest.mark.django_db
def test_nothing_sealed_is_in_the_form() -> None:
    bot = make_bot("https://bot.example/key", BotKind.DINGTALK, secret=SECRET)
    html = BotForm(areas=Area.objects.all(), bot=bot).as_p()
    assert "bot.example/key" not in html
    assert SECRET not in html
    assert "no_secret" in html


@pytest.mark.django_db
def test_only_areas_in_reach() -> None:
    area = make_area()
    form = BotForm({"area": area.pk, "name": "群", "kind": "wecom"}, areas=Area.objects.none())
    assert "area" in form.errors
