"""Reading a framework: its outline, a search, a standard."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.making import hold, item, make_edition
from tests.plans.making import NOON, make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.frameworks.actions.bringing import bring_in
from wenming.frameworks.models import Edition, EditionState
from wenming.rules.frameworks.pack import read_pack

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


@pytest.fixture
def edition(office: User) -> Edition:
    """The small framework, in force."""
    return make_edition(office, is_draft=False)


def seen(client: Client, edition: Edition, query: str = "") -> str:
    return client.get(reverse("frameworks:edition", args=[edition.pk]) + query).content.decode()


def test_one_part_at_a_time(client: Client, edition: Edition) -> None:
    first = seen(client, edition)
    assert "路灯完好" in first
    assert "心理辅导室" not in first
    assert "学校有心理辅导室" in seen(client, edition, "?part=4")
    assert "路灯完好" in seen(client, edition, "?part=99999999999999999999")


def test_a_search_looks_everywhere(client: Client, edition: Edition) -> None:
    found = seen(client, edition, "?q=心理老师")
    assert "学校有心理辅导室" in found
    assert "公厕" not in found
    assert "没有找到" in seen(client, edition, "?q=卫生间")


def test_a_standard_tells_all_that_the_framework_says(client: Client, office: User, edition: Edition) -> None:
    hold(edition, make_unit("县城管局"), office)
    page = client.get(reverse("frameworks:standard", args=[item(edition, "Ⅰ-1-1").pk])).content.decode()
    for words in (
        "亮灯率不低于95%",
        "实地考察",
        "县城管局",
        "背街小巷：路灯亮",
        "抽到的各点位",
        "公共环境",
        'value="2.5"',
    ):
        assert words in page
    asked = client.get(reverse("frameworks:standard", args=[item(edition, "Ⅰ-2-1").pk])).content.decode()
    for words in ("心理辅导室照片", "不超过 300 字", "孩子的学校有心理老师吗", "上一条"):
        assert words in asked
    above = client.get(reverse("frameworks:standard", args=[item(edition, "Ⅰ-1").pk])).content.decode()
    assert "公厕干净" in above


def test_points_are_set_by_the_office_and_only_read_by_others(client: Client, edition: Edition) -> None:
    row = item(edition, "Ⅰ-1-2")
    address = reverse("frameworks:points", args=[row.pk])
    wrong = client.post(address, {"points": "很多"})
    assert (wrong.status_code, "请填 0 到 10000" in wrong.content.decode()) == (422, True)
    client.post(address, {"points": "0.66"})
    assert item(edition, "Ⅰ-1-2").body["points"] == "0.66"
    client.force_login(make_person("周以宁", PostRole.LIAISON))
    page = client.get(reverse("frameworks:standard", args=[row.pk])).content.decode()
    assert "0.66" in page
    assert 'name="points"' not in page
    Edition.objects.update(state=EditionState.SUPERSEDED)
    client.force_login(User.objects.get(username="沈知远"))
    assert "不能再改" in client.post(address, {"points": "1"}, follow=True).content.decode()


def test_without_an_earlier_edition_there_is_nothing_to_compare(client: Client, edition: Edition) -> None:
    assert client.get(reverse("frameworks:compare", args=[edition.pk])).status_code == 404


def test_a_long_framework_costs_no_more_queries(
    client: Client, office: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    items = "\n".join(f"  - {{code: 1-{number}, title: 第{number}条}}" for number in range(300))
    pack = read_pack(f"title: 长\nitems:\n- code: '1'\n  items:\n{items}\n")
    edition = bring_in(pack=pack, framework=None, by=office, at=NOON)
    with django_assert_max_num_queries(16):
        page = seen(client, edition)
    assert "第 1–100 项，共 301 项" in page
