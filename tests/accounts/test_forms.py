"""Forms of this room."""

import pytest
from django.http import QueryDict
from django.test import RequestFactory
from pytest_django import Settings

from tests.accounts.making import PASSWORD, make_person
from wenming.accounts.forms import NewPasswordForm, SamplePersonForm, SignInForm

pytestmark = pytest.mark.django_db


def posted(**values: str) -> QueryDict:
    """What a browser sends."""
    data = QueryDict(mutable=True)
    data.update(values)
    return data


def test_the_right_password_lets_in() -> None:
    person = make_person()
    form = SignInForm(RequestFactory().post("/"), posted(username="xuqing", password=PASSWORD))
    assert form.is_valid()
    assert form.get_user() == person


def test_a_wrong_password_says_what_to_do() -> None:
    make_person()
    form = SignInForm(RequestFactory().post("/"), posted(username="xuqing", password="wrong"))
    assert "请联系本县文明办" in str(form.non_field_errors())


@pytest.mark.parametrize(
    ("is_demo", "data", "focused"),
    [
        (False, None, ["username"]),
        (True, None, []),
        (False, {"username": "xuqing", "password": "wrong"}, ["password"]),
        (True, {"username": "xuqing", "password": "wrong"}, ["password"]),
    ],
)
def test_the_focus_is_where_one_goes_on(
    settings: Settings, is_demo: bool, data: dict[str, str] | None, focused: list[str]
) -> None:
    settings.DEMO = is_demo
    form = SignInForm(RequestFactory().post("/"), posted(**data) if data else None)
    assert [name for name, field in form.fields.items() if "autofocus" in field.widget.attrs] == focused


@pytest.mark.parametrize(
    ("old", "new", "again", "field"),
    [
        ("wrong", "plum-rain-7788", "plum-rain-7788", "old_password"),
        (PASSWORD, "plum-rain-7788", "plum-rain-8877", "new_password2"),
        (PASSWORD, "short1", "short1", "new_password2"),
        (PASSWORD, "20260305202603", "20260305202603", "new_password2"),
    ],
)
def test_a_new_password_is_refused(old: str, new: str, again: str, field: str) -> None:
    form = NewPasswordForm(make_person(), posted(old_password=old, new_password1=new, new_password2=again))
    assert list(form.errors) == [field]


def test_the_advice_names_the_length_that_is_checked() -> None:
    assert "至少10个字符" in str(NewPasswordForm(make_person(), None)["new_password1"].help_text)


@pytest.mark.parametrize("person", ["", "0", "-1", "x", "1.5"])
def test_a_sample_person_is_a_number(person: str) -> None:
    assert not SamplePersonForm(posted(person=person)).is_valid()
