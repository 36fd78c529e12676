"""Having the pack made and taking it."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from tests.frameworks.filing.making import make_filing, make_piece, want
from tests.plans.making import make_person
from wenming.accounts.models import PostRole, User
from wenming.frameworks.filing.packing import pack_filing
from wenming.frameworks.models import Filing
from wenming.jobs.models import Job

pytestmark = pytest.mark.django_db


@pytest.fixture
def filing(client: Client) -> Filing:
    """An open round; somebody of the office is signed in."""
    office = make_person()
    client.force_login(office)
    return make_filing(office)


def to(name: str, filing: Filing) -> str:
    return reverse(f"frameworks:{name}", args=[filing.pk])


def test_it_is_asked_for_made_and_taken(client: Client, filing: Filing) -> None:
    make_piece(want(filing), User.objects.get(username="沈知远"))
    assert client.get(to("pack", filing)).status_code == 404
    assert "正在排队" in client.post(to("make_pack", filing), follow=True).content.decode()
    assert "材料包正在打" in client.post(to("make_pack", filing), follow=True).content.decode()
    pack_filing.call(Job.objects.get(kind="pack_filing").pk)
    piece = client.get(to("pack_progress", filing), headers={"HX-Request": "true"}).content.decode()
    assert "下载材料包" in piece
    assert "<html" not in piece
    answer = client.get(to("pack", filing))
    assert "2026" in answer.headers["Content-Disposition"]
    assert len(ZipFile(BytesIO(answer.getvalue())).namelist()) == 3


def test_it_is_cancelled(client: Client, filing: Filing) -> None:
    client.post(to("make_pack", filing))
    assert "已经取消" in client.post(to("cancel_pack", filing), follow=True).content.decode()


def test_a_unit_takes_no_pack(client: Client, filing: Filing) -> None:
    client.force_login(make_person("周以宁", PostRole.LIAISON))
    for name in ("make_pack", "cancel_pack"):
        assert client.post(to(name, filing)).status_code == 404
    assert client.get(to("pack_progress", filing)).status_code == 404
