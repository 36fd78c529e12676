"""What a liaison may say, and what those who take part may write."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils.timezone import localtime, now

from wenming.work.signup.forms import SigningForm, SignUpForm, blank

SAID = {"title": "理论宣讲", "on": "2026-03-05", "asks": "office", "opens": "2026-03-05T09:00"}


@pytest.mark.parametrize(
    ("closes", "wrong"),
    [
        ("2026-03-05T11:30", ""),
        ("2026-03-05T09:00", "要晚于"),
        ("2026-05-05T09:00", "最多开放 31 天"),
        ("", "请填写"),
        ("2099-03-05T09:00", "三个月以内"),
        ("0001-01-01T00:00", "这一年不对"),
    ],
)
def test_times(closes: str, wrong: str) -> None:
    errors = [str(error) for error in SignUpForm({**SAID, "closes": closes}).errors.get("closes", [])]
    assert wrong in "".join(errors)
    assert bool(wrong) == bool(errors)


def test_a_new_one_is_open_until_the_evening() -> None:
    found = blank(None, "宣讲", now())
    assert (found["title"], found["on"]) == ("宣讲", localtime().date())
    assert found["closes"] - found["opens"] < timedelta(days=1)  # type: ignore[operator]


NAMES = [
    ("王 敏", "王敏"),
    ("John  Smith", "John Smith"),
    ("阿依古丽·买买提", "阿依古丽·买买提"),
    ("王\u202e敏", "王敏"),
    ("13900000000", ""),
    ("王敏13900000000", ""),
    ("王敏，赵兰", ""),
    ("<script>", ""),
    ("===", ""),
    ("", ""),
    ("王" * 41, ""),
    ("\0王敏", ""),
]


@pytest.mark.parametrize(("name", "kept"), NAMES)
def test_names(name: str, kept: str) -> None:
    form = SigningForm({"name": name, "token": str(uuid4())}, asks="name")
    assert (form.person.name if form.is_valid() else "") == kept


def test_nothing_else_is_asked() -> None:
    assert list(SigningForm(asks="name").fields) == ["name", "token"]
    village = SigningForm({"name": "王敏", "office": "", "token": "no"}, asks="village")
    assert str(village.fields["office"].label) == "村（社区）"
    assert set(village.errors) == {"office", "token"}
