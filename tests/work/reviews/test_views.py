"""The office reviews in the browser."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_person, make_unit
from tests.work.making import make_record
from tests.work.reviews.making import make_standing
from wenming.accounts.models import PostRole
from wenming.work.models import Cell, Review, Use

pytestmark = pytest.mark.django_db


def address(cell: Cell) -> str:
    return reverse("work:review", args=[cell.commitment_id, cell.unit_id or 0, cell.first.isoformat()])


def test_what_waits_is_read_and_reviewed(client: Client) -> None:
    client.force_login(make_person())
    unit = make_unit("甲镇")
    commitment = make_standing(unit)
    record = make_record(unit, words="挂了横幅，放了广播", first="2025-11-03", last="2025-11-03")
    Use.objects.create(record=record, commitment=commitment, why="kind")
    cell = Cell.objects.order_by("first")[0]
    assert address(cell) in client.get(reverse("work:reviews")).content.decode()
    html = client.get(address(cell)).content.decode()
    for words in ("氛围浓厚", "挂了横幅，放了广播", "佐证 0 件", "每季度"):
        assert words in html
    wrong = client.post(address(cell), {"finding": "not_enough"})
    assert (wrong.status_code, "请写明哪里不够" in wrong.content.decode()) == (422, True)
    assert client.post(address(cell), {"words": "好"}).status_code == 422
    done = client.post(address(cell), {"finding": "enough", "words": "横幅广播都有"}, follow=True).content.decode()
    assert "横幅广播都有" in done
    assert address(cell) not in done
    assert Cell.objects.get(pk=cell.pk).state == "met"
    assert "横幅广播都有" in client.get(address(cell)).content.decode()
    why = client.get(reverse("work:why", args=[commitment.pk, unit.pk])).content.decode()
    assert "评议这个周期" in why


def test_the_desk_says_that_something_waits(client: Client) -> None:
    client.force_login(make_person())
    make_standing(make_unit("甲镇"))
    assert reverse("work:reviews") in client.get("/").content.decode()


def test_only_the_office_reviews(client: Client) -> None:
    unit = make_unit("甲镇")
    make_standing(unit)
    client.force_login(make_person("顾兰", PostRole.LIAISON, unit))
    cell = Cell.objects.order_by("first")[0]
    assert client.get(address(cell)).status_code == 404
    assert client.post(address(cell), {"finding": "enough"}).status_code == 404
    assert not Review.objects.exists()


def test_addresses_of_nothing(client: Client) -> None:
    client.force_login(make_person())
    commitment = make_standing(make_unit("甲镇"))
    for first in ("2026-01-02", "someday"):
        assert client.get(reverse("work:review", args=[commitment.pk, 0, first])).status_code == 404


def test_queries_do_not_grow(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    client.force_login(make_person())
    make_standing(*[make_unit(f"{number}镇") for number in range(12)])
    with django_assert_max_num_queries(16):
        html = client.get(reverse("work:reviews"), {"all": ""}).content.decode()
    assert "11镇" in html
