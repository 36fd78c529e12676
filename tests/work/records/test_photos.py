"""Photos that come with the plain form."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import now
from PIL import Image

from tests.work.records.making import make_content
from tests.work.records.test_entering import NEW, typed
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.work.models import Evidence, Proof, Record
from wenming.work.records import actions
from wenming.work.records.photos import add_photos

pytestmark = pytest.mark.django_db


def photo(name: str = "现场.jpg", colour: str = "navy") -> SimpleUploadedFile:
    """A small picture."""
    made = BytesIO()
    Image.new("RGB", (60, 40), colour).save(made, "JPEG")
    return SimpleUploadedFile(name, made.getvalue(), "image/jpeg")


def test_a_plain_form_brings_its_photos(liaison: Client, unit: Unit) -> None:
    liaison.post(NEW, typed(unit, photos=[photo(), photo("会场.jpg", "olive")]))
    assert sorted(one.file_name for one in Record.objects.get().evidence.all()) == ["会场.jpg", "现场.jpg"]


def test_a_file_that_is_refused_stops_neither_the_record_nor_the_others(liaison: Client, unit: Unit) -> None:
    wrong = SimpleUploadedFile("图.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")
    page = liaison.post(NEW, typed(unit, photos=[wrong, photo()]), follow=True)
    assert "“图.svg”" in page.content.decode()
    assert Record.objects.get().evidence.get().file_name == "现场.jpg"


def test_sent_twice_they_are_once(me: User, unit: Unit) -> None:
    record = actions.record_work(key=uuid4(), content=make_content(unit), uses={}, by=me, at=now())
    for _time in range(2):
        assert add_photos(record=record, files=[photo()], by=me, at=now()) == []
    assert (Evidence.objects.count(), Proof.objects.count()) == (1, 1)
