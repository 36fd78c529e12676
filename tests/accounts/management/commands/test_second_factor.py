"""``wenming manage second_factor``."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from tests.accounts.making import make_person
from wenming.accounts.sign_in import second_factor
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db


def test_a_lost_phone(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    person = make_person()
    second_factor.set_up(person, secret=second_factor.new_secret(), counter=0)
    client.force_login(person)
    call_command("second_factor", "xuqing")
    call_command("second_factor", "xuqing", "--remove")
    call_command("second_factor", "xuqing")
    assert capsys.readouterr().out.splitlines() == [
        "xuqing先生 已启用动态验证码。",
        "xuqing先生 的动态验证码已停用，登录都已结束。",
        "xuqing先生 没有启用动态验证码。",
    ]
    assert client.get("/account/").status_code == 302
    assert Event.objects.filter(verb="accounts.take_second_factor_away", by=None).count() == 1


@pytest.mark.parametrize("name", ["nobody", "xuqing"])
def test_it_says_what_stands_in_the_way(name: str) -> None:
    make_person()
    with pytest.raises(CommandError, match=name):
        call_command("second_factor", name, "--remove")
