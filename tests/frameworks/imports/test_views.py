"""Bringing frameworks in, as people do it."""

import json

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.making import PACK, hold, make_edition, pack
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import User
from wenming.frameworks.models import Edition, Framework
from wenming.rules.frameworks.pack import read_pack

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


def send(client: Client, content: bytes, **more: object) -> int:
    file = SimpleUploadedFile("体系.yaml", content)
    return client.post(reverse("frameworks:bring_in"), {"file": file, **more}).status_code


def test_from_nothing_to_in_force(client: Client, office: User) -> None:
    assert "还没有测评体系" in client.get(reverse("frameworks:list")).content.decode()
    assert "未成年人思想道德建设" in client.get(reverse("frameworks:bring_in")).content.decode()
    assert send(client, b"items: [") == 422
    assert not Framework.objects.exists()
    assert send(client, PACK.encode()) == 302
    edition = Edition.objects.get()
    page = client.get(reverse("frameworks:edition", args=[edition.pk])).content.decode()
    assert "这一版是草稿" in page
    client.post(reverse("frameworks:put_in_force", args=[edition.pk]))
    assert "使用中" in client.get(reverse("frameworks:list")).content.decode()
    again = client.post(reverse("frameworks:discard", args=[edition.pk]), follow=True).content.decode()
    assert "已经启用" in again


def test_a_new_edition_says_what_came_over(client: Client, office: User) -> None:
    edition = make_edition(office, is_draft=False)
    hold(edition, make_unit("甲镇"), office)
    assert send(client, PACK.replace("公厕干净", "厕所革命").encode(), framework=edition.framework_id) == 302
    draft = Edition.objects.get(state="draft")
    compared = client.get(reverse("frameworks:compare", args=[draft.pk])).content.decode()
    assert "没变 4 · 改了 0 · 新增 1 · 去掉 1" in compared
    told = client.post(reverse("frameworks:put_in_force", args=[draft.pk]), follow=True).content.decode()
    assert "沿用了 1 条责任" in told


def test_a_draft_is_given_up_and_a_title_changed(client: Client, office: User) -> None:
    draft = make_edition(office)
    client.post(reverse("frameworks:rename", args=[draft.framework_id]), {"title": "县城测评"})
    assert Framework.objects.get().title == "县城测评"
    client.post(reverse("frameworks:rename", args=[draft.framework_id]), {"title": ""})
    assert client.post(reverse("frameworks:discard", args=[draft.pk])).status_code == 302
    assert not Framework.objects.exists()


def test_what_goes_out_is_what_came_in(client: Client, office: User) -> None:
    edition = make_edition(office)

    def taken(form: str) -> str:
        answer = client.get(reverse("frameworks:download", args=[edition.pk, form]))
        assert "attachment" in answer["Content-Disposition"]
        return answer.content.decode()

    assert read_pack(taken("yaml")) == pack()
    assert "catalog" in json.loads(taken("oscal"))
    assert "framework" in yaml.safe_load(taken("ciso"))["objects"]
    assert client.get(reverse("frameworks:download", args=[edition.pk, "exe"])).status_code == 404


def test_queries_do_not_grow(
    client: Client, office: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(5):
        make_edition(office)
    with django_assert_max_num_queries(12):
        client.get(reverse("frameworks:list"))
