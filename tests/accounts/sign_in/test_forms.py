"""Forms of signing in."""

import pytest
from django.http import QueryDict
from pytest_django import Settings

from tests.accounts.making import PASSWORD, make_person
from wenming.accounts.models import User
from wenming.accounts.sign_in.forms import ConfirmForm, InvitationForm, NewPasswordForm, SamplePersonForm, SignInForm

pytestmark = pytest.mark.django_db

NEW = "Plum-rain-7788"


def posted(**values: str) -> QueryDict:
    """What a browser sends."""
    data = QueryDict(mutable=True)
    data.update(values)
    return data


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
    form = SignInForm(posted(**data) if data else None)
    assert [name for name, field in form.fields.items() if "autofocus" in field.widget.attrs] == focused


def test_blanks_of_a_password_stay() -> None:
    form = SignInForm(posted(username="xuqing", password=" two words "))
    assert form.is_valid()
    assert form.cleaned_data["password"] == " two words "


@pytest.mark.parametrize(
    ("new", "again", "field"),
    [
        (NEW, "plum-rain-8877", "again"),
        ("short1", "short1", "new_password"),
        ("password123", "password123", "new_password"),
    ],
)
def test_a_new_password_is_refused(new: str, again: str, field: str) -> None:
    form = NewPasswordForm(make_person(), posted(old_password=PASSWORD, new_password=new, again=again))
    assert list(form.errors) == [field]


def test_a_good_one_is_taken() -> None:
    assert NewPasswordForm(make_person(), posted(old_password=PASSWORD, new_password=NEW, again=NEW)).is_valid()


@pytest.mark.parametrize(("preset", "advice"), [("dengbao", "至少8个字符"), ("asvs", "至少12个字符")])
def test_the_advice_names_the_length_that_is_checked(settings: Settings, preset: str, advice: str) -> None:
    settings.SECURITY = preset
    assert advice in str(NewPasswordForm(make_person())["new_password"].help_text)


@pytest.mark.parametrize("name", ["", "两 个", "a/b", "x" * 151])
def test_a_user_name_is_one_word(name: str) -> None:
    form = InvitationForm(User(), posted(username=name, new_password=NEW, again=NEW))
    assert list(form.errors) == ["username"]


def test_the_name_that_is_chosen_is_no_password() -> None:
    form = InvitationForm(
        User(full_name="李敏"), posted(username="limin-1975", new_password="Limin-1975", again="Limin-1975")
    )
    assert list(form.errors) == ["new_password"]


def test_who_has_no_password_is_not_asked_for_one() -> None:
    assert list(ConfirmForm(make_person()).fields) == ["password"]
    assert list(ConfirmForm(make_person("sample", password=None)).fields) == []


@pytest.mark.parametrize("person", ["", "0", "-1", "x", "1.5", "9" * 30])
def test_a_sample_person_is_a_number(person: str) -> None:
    assert not SamplePersonForm(posted(person=person)).is_valid()
