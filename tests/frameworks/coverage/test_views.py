"""Coverage both ways, as the office works with it."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.frameworks.making import item, make_edition
from tests.plans.making import Says, make_person, make_version
from tests.plans.read import measure_of
from wenming.accounts.models import PostRole, User
from wenming.frameworks.models import Backing, Edition, EditionState
from wenming.plans.models import PlanVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


@pytest.fixture
def version(office: User) -> PlanVersion:
    """A plan in force."""
    return make_version(Says("背街小巷路灯逐盏检修，完好"), Says("慰问老兵"), by=office)


@pytest.fixture
def edition(office: User) -> Edition:
    """The small framework, in force."""
    return make_edition(office, is_draft=False)


def test_a_guess_is_taken_back_again_or_waved_off(client: Client, version: PlanVersion, edition: Edition) -> None:
    row, measure = item(edition, "Ⅰ-1-1"), measure_of(version, 1)
    page, say = reverse("frameworks:standard", args=[row.pk]), reverse("frameworks:back", args=[row.pk])
    assert "文字相近的措施" in client.get(page).content.decode()
    client.post(say, {"measure": measure.pk, "serves": "yes"})
    told = client.get(page).content.decode()
    assert "还没有措施支撑" not in told
    client.post(say, {"measure": measure.pk, "serves": "open"})
    assert not Backing.objects.exists()
    client.post(say, {"measure": measure.pk, "serves": "no"})
    assert "文字相近的措施" not in client.get(page).content.decode()
    client.post(say, {"measure": measure.pk, "serves": "perhaps"})
    assert Backing.objects.get().serves is False
    assert client.post(say, {"measure": "99999999999999999999", "serves": "yes"}).status_code == 404


def test_the_page_shows_both_sides(client: Client, version: PlanVersion, edition: Edition) -> None:
    page = reverse("frameworks:coverage", args=[edition.pk])
    assert "3 条标准没有措施支撑" in client.get(page).content.decode()
    client.post(
        reverse("frameworks:back", args=[item(edition, "Ⅰ-1-1").pk]),
        {"measure": measure_of(version, 1).pk, "serves": "yes"},
    )
    bare = client.get(page + "?bare=1").content.decode()
    assert "公厕干净" in bare
    assert "路灯完好" not in bare
    idle = client.get(page + "?side=measures").content.decode()
    assert "慰问老兵" in idle
    assert "路灯逐盏检修" not in idle


def test_others_see_and_say_nothing_and_history_stays(client: Client, version: PlanVersion, edition: Edition) -> None:
    row = item(edition, "Ⅰ-1-1")
    say, given = reverse("frameworks:back", args=[row.pk]), {"measure": measure_of(version, 1).pk, "serves": "yes"}
    Edition.objects.update(state=EditionState.SUPERSEDED)
    assert "不能再改" in client.post(say, given, follow=True).content.decode()
    client.force_login(make_person("周以宁", PostRole.LIAISON))
    assert client.post(say, given).status_code == 404
    assert "文字相近" not in client.get(reverse("frameworks:standard", args=[row.pk])).content.decode()
