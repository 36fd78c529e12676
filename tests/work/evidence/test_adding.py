"""The address that takes evidence in."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from tests.plans.making import make_unit
from tests.work.evidence import files
from tests.work.making import make_record
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.work.models import Evidence, Record

pytestmark = pytest.mark.django_db

JSON, HTMX = {"Accept": "application/json"}, {"HX-Request": "true", "Accept": "*/*"}
KEYS = [str(UUID(int=number)) for number in (1, 2)]
PHOTO = files.photo()


def photo(data: bytes = PHOTO, name: str = "照片.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "image/jpeg")


def add(client: Client, headers: dict[str, str] | None = None, **told: object) -> Any:  # noqa: ANN401  # the answers of the test client have no name of their own
    return client.post("/evidence/add/", told, headers=headers)


def test_the_queue_of_a_phone(liaison: Client, unit: Unit, record: Record) -> None:
    for _twice in range(2):
        answer = add(liaison, JSON, unit=unit.pk, record=record.key, key=KEYS[0], files=photo())
        assert (answer.status_code, answer.json()["key"], answer.json()["state"]) == (200, KEYS[0], "taken")
    assert [str(one.key) for one in record.evidence.all()] == [KEYS[0]]


def test_several_with_keys_of_their_own(liaison: Client, unit: Unit) -> None:
    told = {"unit": unit.pk, "key": KEYS, "files": [photo(), photo(files.word(), "总结.docx")]}
    for _twice in range(2):
        assert [one["state"] for one in add(liaison, JSON, **told).json()["evidence"]] == ["taken", "taken"]
        told["files"] = [photo(), photo(files.word(), "总结.docx")]
    assert {str(one.key): one.kind for one in Evidence.objects.all()} == dict(zip(KEYS, ("photo", "word"), strict=True))


def test_one_key_for_several(liaison: Client, unit: Unit) -> None:
    for _twice in range(2):
        add(liaison, JSON, unit=unit.pk, key=KEYS[0], files=[photo(), photo(), photo()])
    assert Evidence.objects.count() == 3


def test_a_plain_form(liaison: Client, unit: Unit, record: Record) -> None:
    answer = add(liaison, unit=unit.pk, record=record.key, files=photo())
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/records/{record.pk}/")
    assert add(liaison, unit=unit.pk, files=photo()).headers["Location"] == "/evidence/"


def test_one_that_is_refused_stops_no_other(liaison: Client, unit: Unit) -> None:
    both = [photo(b"<svg></svg>", "图.svg"), photo()]
    answer = add(liaison, HTMX, unit=unit.pk, files=both)
    assert answer.status_code == 200
    assert "“图.svg”是网页或者矢量图" in answer.text
    assert "收到 1 份佐证材料" in answer.text
    assert "正在做预览" in answer.text


def test_a_unit_is_known_by_the_record(liaison: Client, unit: Unit, record: Record) -> None:
    add(liaison, JSON, record=record.key, files=photo())
    assert Evidence.objects.get().unit == unit


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "请先选择照片或文件"),
        ({"link": "javascript:alert(1)"}, "链接要写完整"),
        ({"link": "ftp://example.com/"}, "链接要写完整"),
        ({"unit": ""}, "请先选择单位"),
        ({"unit": "999999", "words": "县报"}, ""),
        ({"record": "no key", "words": "县报"}, "UUID"),
        ({"files": SimpleUploadedFile("空.jpg", b"")}, "是空的"),
    ],
)
def test_what_is_not_enough(liaison: Client, unit: Unit, told: dict[str, object], words: str) -> None:
    answer = add(liaison, JSON, **{"unit": unit.pk, "key": KEYS[0], **told})
    assert (answer.status_code, answer.json()["state"], answer.json()["key"]) == (422, "refused", KEYS[0])
    assert words in answer.json()["words"]
    assert not Evidence.objects.exists()


def test_beyond_reach(liaison: Client, unit: Unit, office: User) -> None:
    foreign = make_record(make_unit("乙社区"), office)
    assert add(liaison, JSON, unit=unit.pk, record=foreign.key, files=photo()).status_code == 404
    assert add(liaison, JSON, unit=unit.pk, record=uuid4(), files=photo()).status_code == 404
    assert add(liaison, JSON, unit=foreign.unit_id, files=photo()).status_code == 422
    assert not Evidence.objects.exists()


def test_too_large(liaison: Client, unit: Unit, settings: Settings) -> None:
    settings.DOCUMENT_BYTES = 3000
    answer = add(liaison, JSON, unit=unit.pk, files=photo())
    assert (answer.status_code, "超过 2.9" in answer.json()["words"]) == (422, True)


def test_the_same_key_for_something_else(liaison: Client, at_office: Client, unit: Unit) -> None:
    add(liaison, JSON, unit=unit.pk, key=KEYS[0], files=photo())
    answer = add(at_office, JSON, unit=unit.pk, key=KEYS[0], files=photo())
    assert (answer.status_code, "编号已经用过" in answer.json()["words"]) == (422, True)
