"""Addresses for files in pieces."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.plans.making import make_person, make_unit
from tests.work.evidence import files
from tests.work.evidence.conftest import browser_of
from wenming.accounts.models import PostRole
from wenming.places.models import Unit
from wenming.work.models import Evidence, Record, Upload

pytestmark = pytest.mark.django_db(transaction=True)

KEY = str(UUID(int=9))
FILM = files.video(film=bytes(5000))
JSON = {"Accept": "application/json"}


def begin(client: Client, unit: Unit, **more: object) -> Any:  # noqa: ANN401  # the answers of the test client have no name of their own
    told = {"key": KEY, "unit": unit.pk, "file_name": "活动.mp4", "size": len(FILM), **more}
    return client.post("/uploads/", told)


def send(client: Client, start: object, piece: bytes) -> Any:  # noqa: ANN401  # the answers of the test client have no name of their own
    headers = {"Upload-Offset": str(start)}
    return client.post(f"/uploads/{KEY}/", piece, "application/octet-stream", headers=headers)


def test_from_the_beginning_to_the_end(liaison: Client, unit: Unit, record: Record) -> None:
    assert (begin(liaison, unit).status_code, begin(liaison, unit).json()["offset"]) == (201, 0)
    assert send(liaison, 0, FILM[:2000]).json()["offset"] == 2000
    head = liaison.head(f"/uploads/{KEY}/")
    assert (head.headers["Upload-Offset"], head.headers["Upload-Length"]) == ("2000", str(len(FILM)))
    assert (send(liaison, 0, FILM[:2000]).status_code, send(liaison, 2000, FILM[2000:]).status_code) == (409, 200)
    told = {"upload": KEY, "unit": unit.pk, "record": record.key}
    for _twice in range(2):
        answer = liaison.post("/evidence/add/", told, headers=JSON)
        assert (answer.status_code, answer.json()["state"]) == (200, "taken")
    made = Evidence.objects.get()
    assert (made.kind, made.size, str(made.key), list(made.records.all())) == ("video", len(FILM), KEY, [record])
    assert not Upload.objects.exists()


def test_not_before_its_end(liaison: Client, unit: Unit) -> None:
    begin(liaison, unit)
    answer = liaison.post("/evidence/add/", {"upload": KEY, "unit": unit.pk}, headers=JSON)
    assert (answer.status_code, answer.json()["words"]) == (422, "文件还没有传完。")
    assert Upload.objects.exists()


def test_what_never_began(liaison: Client, unit: Unit) -> None:
    answer = liaison.post("/evidence/add/", {"upload": KEY, "unit": unit.pk}, headers=JSON)
    assert (answer.status_code, "没有找到" in answer.json()["words"]) == (422, True)
    assert send(liaison, 0, b"x").status_code == 404


def test_what_turns_out_to_be_no_evidence(liaison: Client, unit: Unit) -> None:
    begin(liaison, unit, size=len(FILM) - 100)
    send(liaison, 0, FILM[:-100])
    answer = liaison.post("/evidence/add/", {"upload": KEY, "unit": unit.pk}, headers=JSON)
    assert (answer.status_code, "不完整" in answer.json()["words"]) == (422, True)
    assert not Upload.objects.exists()


@pytest.mark.parametrize(
    "more", [{"unit": ""}, {"unit": "x"}, {"unit": 999_999}, {"size": ""}, {"size": 0}, {"size": "-3"}, {"size": 2**50}]
)
def test_what_cannot_begin(liaison: Client, unit: Unit, more: dict[str, object]) -> None:
    told = {"key": KEY, "unit": unit.pk, "file_name": "活动.mp4", "size": 9, **more}
    answer = liaison.post("/uploads/", told)
    assert (answer.status_code, answer.json()["state"], bool(answer.json()["words"])) == (422, "refused", True)


@pytest.mark.parametrize("start", ["", "x", "-1", "9" * 40])
def test_a_piece_from_nowhere(liaison: Client, unit: Unit, start: str) -> None:
    begin(liaison, unit)
    assert send(liaison, start, b"x").status_code == 422


def test_it_is_theirs_alone(liaison: Client, unit: Unit) -> None:
    begin(liaison, unit)
    other = browser_of(make_person("同事", PostRole.LIAISON, unit))
    assert (send(other, 0, b"x").status_code, other.head(f"/uploads/{KEY}/").status_code) == (404, 404)
    assert begin(other, unit).status_code == 422


def test_for_a_unit_of_others_nothing_begins(liaison: Client) -> None:
    assert begin(liaison, make_unit("乙社区")).status_code == 422
