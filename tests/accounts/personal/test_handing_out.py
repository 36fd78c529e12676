"""The ZIP that somebody takes along: for people and for machines."""

import json
import zipfile
from io import BytesIO

import pytest

from tests.accounts.making import NOON, make_person
from tests.accounts.personal.everything import ADDRESS, MARK, make_everything
from wenming.accounts.models import PostRole, User
from wenming.accounts.personal import handing_out
from wenming.accounts.personal.handing_out import DATA_NAME, hand_out
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db

PAGE = "个人信息.html"


def handed_out(person: User, *, reason: str = "", by: User | None = None) -> dict[str, str]:
    file = BytesIO()
    hand_out(file, person=person, reason=reason, by=by or person, at=NOON)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_both_files_hold_all_that_is_kept() -> None:
    files = handed_out(make_everything())
    data = json.loads(files[DATA_NAME])
    tables = {(one["table"], one["names_as"]): one["rows"] for one in data["tables"]}
    assert tables["accounts.user", ""][0]["phone"] == MARK
    assert tables["usersessions.usersession", ""][0]["ip"] == ADDRESS
    assert len(tables["plans.plan", "created_by"]) == 1
    assert MARK in files[PAGE]
    assert "hash of" not in files[DATA_NAME]
    for words in ("用户名", "职务", "方案", "谁建立的", "来自地址"):
        assert words in files[PAGE]


def test_somebody_with_next_to_nothing_gets_whole_files() -> None:
    files = handed_out(make_person(role=None))
    assert [one["table"] for one in json.loads(files[DATA_NAME])["tables"]] == ["accounts.user"]


def test_the_page_stops_somewhere_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing_out, "READ", 1)
    person = make_person()
    for _time in range(3):
        handed_out(person)
    files = handed_out(person)
    assert "这里列出前 1 条" in files[PAGE]
    events = next(one for one in json.loads(files[DATA_NAME])["tables"] if one["table"] == "audit.event")
    assert len(events["rows"]) == 3


def test_what_people_typed_is_no_markup() -> None:
    person = make_person(role=None)
    person.full_name = "<script>alert(1)</script>"
    person.save()
    assert "<script" not in handed_out(person)[PAGE]


def test_it_is_told_with_the_reason_beside_the_event() -> None:
    person, security = make_person(), make_person("anquan", role=PostRole.SECURITY)
    handed_out(person, reason="本人书面申请", by=security)
    told = Event.objects.first()
    assert told is not None
    assert (told.verb, told.by, told.thing_id, set(told.after)) == (
        "accounts.hand_out_data", security, str(person.pk), {"count"},
    )  # fmt: skip
    assert told.kept_details.get(name="after.reason").value == "本人书面申请"
