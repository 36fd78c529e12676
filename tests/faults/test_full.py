"""No room left for the database: one clear sentence, nothing half-written, and on it goes when there is room again."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client

from tests.plans.making import make_area, make_person
from wenming.audit.models import Event
from wenming.places.models import Unit

pytestmark = pytest.mark.django_db(transaction=True)

NUMBERS = range(40)
ANY = 2**30  # pages: more than there can be


@pytest.fixture
def full() -> Iterator[None]:
    """A database file that may not grow any more."""
    if connection.vendor != "sqlite":
        pytest.skip("a server's disk cannot be filled from here")
    limit(0)
    yield
    limit(ANY)


def limit(pages: int) -> None:
    """How many pages the database file may have; never fewer than it has."""
    with connection.cursor() as cursor:
        there = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {max(pages, there)}")


def add(client: Client, number: int) -> tuple[int, str]:
    """Ask for a new unit with a long list of other names."""
    aliases = "\n".join(f"{number}号学校的第{at}个叫法" for at in range(60))
    form = {"name": f"第{number}小学", "kind": "school", "area": make_area().pk, "aliases": aliases}
    answer = client.post("/units/new/", form)
    return answer.status_code, answer.text


def test_the_database_has_no_room(client: Client, full: None) -> None:
    make_area()
    client.force_login(make_person("沈知远"))
    client.raise_request_exception = False
    answers = {number: add(client, number) for number in NUMBERS}
    kept = {number for number, (status, _text) in answers.items() if status == 302}
    refused = [text for status, text in answers.values() if status == 507]
    assert len(kept) + len(refused) == len(NUMBERS)
    assert refused
    assert all("磁盘空间不够" in text for text in refused)
    assert set(Unit.objects.filter(name__endswith="小学").values_list("name", flat=True)) == {
        f"第{number}小学" for number in kept
    }
    assert all(unit.aliases.count() == 60 for unit in Unit.objects.filter(name__endswith="小学"))
    assert Event.objects.filter(verb="places.add_unit", thing_name__endswith="小学").count() == len(kept)
    assert client.get("/units/").status_code == 200
    limit(ANY)
    again = [add(client, number)[0] for number in NUMBERS if number not in kept]
    assert set(again) == {302}
