"""The three administrators."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator

from tests.accounts.making import NOON, make_person
from wenming.accounts.models import Post, PostRole
from wenming.backup.doctor.people import administrators, second_factors
from wenming.backup.doctor.verdicts import Grade

pytestmark = pytest.mark.django_db


def test_each_of_the_three_is_there() -> None:
    assert administrators(NOON).grade == Grade.MEND
    for role in (PostRole.SYSTEM, PostRole.SECURITY):
        make_person(role.value, role=role)
    said = administrators(NOON)
    assert (said.grade, "没有审计管理员" in said.text) == (Grade.MEND, True)
    make_person("audit", role=PostRole.AUDIT)
    assert administrators(NOON).grade == Grade.OK


@pytest.mark.parametrize("over", [{"until": date(2026, 3, 1)}, {"ended_at": NOON}])
def test_one_whose_post_is_over_is_not(over: dict[str, object]) -> None:
    for role in (PostRole.SYSTEM, PostRole.SECURITY, PostRole.AUDIT):
        make_person(role.value, role=role)
    Post.objects.filter(role=PostRole.AUDIT).update(**over)
    assert administrators(NOON).grade == Grade.MEND


def test_each_has_a_second_factor() -> None:
    person = make_person("sysadmin", role=PostRole.SYSTEM)
    make_person("office")
    said = second_factors(NOON)
    assert (said.grade, "sysadmin" in said.text, "office" in said.text) == (Grade.MEND, True, False)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
    assert second_factors(NOON).grade == Grade.OK
