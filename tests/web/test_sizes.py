"""How much one request may bring."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from tests.plans.making import make_person
from wenming.web.sizes import FORM_SLACK, MOST_DOCUMENTS, BoundedFile, most_bytes

IMPORT = "/plans/import/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Client:
    client = Client()
    client.force_login(make_person())
    return client


@pytest.mark.parametrize("address", ["/sign-in/", "/plans/1/rename/", "/language/"])
def test_a_form_without_files_is_small(office: Client, settings: Settings, address: str) -> None:
    answer = office.post(address, {"a": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)})
    assert (answer.status_code, "一次最多 2.0" in answer.text) == (413, True)


def test_views_that_take_files(office: Client, settings: Settings) -> None:
    settings.DOCUMENT_BYTES = 1000
    assert most_bytes("plans:import") == MOST_DOCUMENTS * 1000 + FORM_SLACK
    large = SimpleUploadedFile("方案.txt", b"x" * (MOST_DOCUMENTS * 1000 + FORM_SLACK))
    assert office.post(IMPORT, {"documents": large}).status_code == 413
    assert office.post(IMPORT, {"documents": SimpleUploadedFile("方案.txt", b"x" * 900)}).status_code == 302


@pytest.mark.parametrize("length", ["", "-1", "many", "٣"])
def test_a_length_that_is_none(office: Client, length: str) -> None:
    assert office.get("/plans/", CONTENT_LENGTH=length).status_code == 200


def test_too_many_files(office: Client, settings: Settings) -> None:
    files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FILES + 1)]
    answer = office.post(IMPORT, {"documents": files})
    assert (answer.status_code, "一次最多 100 份文件" in answer.text) == (413, True)


def test_too_many_fields(office: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    answer = office.post("/language/", {"a": ["x"] * 5})
    assert (answer.status_code, "一次最多 3 项" in answer.text) == (413, True)


def test_what_is_beyond_the_largest_document_takes_no_room(office: Client, settings: Settings) -> None:
    settings.DOCUMENT_BYTES = 100_000
    answer = office.post(IMPORT, {"documents": SimpleUploadedFile("大.txt", b"x" * 900_000)})
    assert (answer.status_code, "“大.txt”超过" in answer.text) == (422, True)
    handler = BoundedFile()
    handler.new_file("documents", "大.txt", "text/plain", None)
    for start in range(0, 900_000, 60_000):
        handler.receive_data_chunk(b"x" * 60_000, start)
    complete = handler.file_complete(900_000)
    assert complete is not None
    with complete as file:
        assert (file.size, file.seek(0, 2)) == (900_000, 60_000)
