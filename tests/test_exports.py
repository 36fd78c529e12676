"""No workbook that the product hands out names a person unasked: every address is asked, and what comes is read."""

import re
import zipfile
from io import BytesIO

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from tests.rights_world import World, make_world
from tests.test_rights import METHODS, TABLE, Case, session_of
from wenming.accounts.models import PostRole, User
from wenming.accounts.personal.correcting import correct

pytestmark = pytest.mark.django_db

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MARK = "张测试7f3a"
PHONE = "13900007777"


@pytest.fixture
def world() -> World:
    """A town in which everybody bears the mark, and the log tells of it."""
    made = make_world("文昌街道")
    for person in User.objects.all():
        correct(person=person, full_name=f"{MARK}{person.pk}", phone=PHONE, by=person, at=now())
    return made


def texts_of(workbook: bytes) -> str:
    """All text in all parts of a workbook."""
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
    return re.sub(r"<[^>]+>", "", " ".join(parts))


def workbooks(who: str, world: World) -> dict[str, str]:
    """The text of every workbook that the role is handed, by the name of the address."""
    client, session, found = Client(), session_of(who, world), {}
    for case in TABLE:
        for method in METHODS:
            address = reverse(case.name, args=world.keys(case.keys))
            client.cookies[settings.SESSION_COOKIE_NAME] = session  # signing out takes it away
            with transaction.atomic():
                answer = getattr(client, method)(address)
                content = bytes(answer.getvalue())
                transaction.set_rollback(True)
            if answer.headers.get("Content-Type") == WORKBOOK:
                found[_name(case, method)] = texts_of(content)
    return found


def _name(case: Case, method: str) -> str:
    return f"{method} {case.name} {case.keys}"


@pytest.mark.parametrize(
    ("who", "at_least"),
    [
        (PostRole.OFFICE, {"get places:excel_download ", "get plans:table_excel plan"}),
        (PostRole.AUDIT, {"post audit:excel "}),
    ],
)
def test_nobody_is_named(who: str, at_least: set[str], world: World) -> None:
    found = workbooks(who, world)
    assert at_least <= set(found)
    assert {name for name, text in found.items() if MARK in text or PHONE in text} == set()


def test_the_mark_would_be_seen(world: World, client: Client) -> None:
    auditor = User.objects.exclude(pk=world.colleague.pk).earliest("pk")
    auditor.posts.all().delete()
    auditor.posts.create(role=PostRole.AUDIT)
    client.force_login(auditor)
    text = texts_of(client.post(reverse("audit:excel"), {"with_people": "1"}).getvalue())
    assert MARK in text
    assert PHONE in text
