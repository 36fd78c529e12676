"""What no page of ours sends: each request is answered or refused, and none is an error of the server."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.plans import read
from tests.plans.making import make_person
from wenming.plans.models import PlanVersion, Step
from wenming.reading.model import TermKind

pytestmark = pytest.mark.django_db

ODD = ["a\0b", "9" * 30, "9" * 5000, "-1", "NaN", "x"]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def office(client: Client) -> Client:
    """Somebody of the office."""
    client.force_login(make_person("沈知远"))
    return client


@pytest.fixture
def version(office: Client) -> PlanVersion:
    """A version under review."""
    return read.read_version(make_person("李敏"))


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("address", ["/search", "/plans/", "/units/", "/units/classes/", "/sign-in/"])
def test_questions(office: Client, address: str, odd: str) -> None:
    asked = dict.fromkeys(["q", "page", "state", "kind", "next"], odd)
    assert office.get(address, asked).status_code < 500


@pytest.mark.parametrize("odd", ODD)
def test_where_to_go_after_signing_in(client: Client, odd: str) -> None:
    assert client.get("/sign-in/", {"next": odd}).status_code in {200, 400}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("name", ["review", "review_news", "review_undo", "review_units", "review_add", "table"])
def test_the_review(office: Client, version: PlanVersion, name: str, odd: str) -> None:
    more = {"review_units": [f"duty-{read.duty_of(version, '教育局').pk}"], "review_add": ["unit"]}.get(name, [])
    given = dict.fromkeys(["mark", "since", "step", "q", "start", "end", "near", "words"], odd)
    address = reverse(f"plans:{name}", args=[version.pk, *more])
    assert office.get(address, given).status_code < 500
    assert office.post(address, given, query_params=given).status_code < 500


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("verb", ["correct", "remove", "restore", "split", "merge", "match", "new-unit", "new-class"])
def test_acts(office: Client, version: PlanVersion, verb: str, odd: str) -> None:
    marks = [read.duty_of(version, "教育局"), read.term_of(version, TermKind.DATE), read.measure_of(version, 1)]
    keys = [f"{type(mark).__name__.lower()}-{mark.pk}" for mark in [*marks, version.doubts.all()[0]]]
    given = dict.fromkeys(["revision", "offset", "start", "end", "words", "from", "title", "role", "name"], odd)
    for key in [*keys, f"duty-{'9' * 30}", f"duty-{'9' * 5000}"]:
        address = reverse("plans:review_act", args=[version.pk, key, verb])
        for thing in (odd, f"unit-{odd}"):
            assert office.post(address, given | {"thing": thing}, headers=HTMX).status_code < 500


@pytest.mark.parametrize("verb", ["restore", "split", "merge", "match", "new-unit", "new-class"])
def test_an_act_is_done_with_its_own_kind_of_mark(office: Client, version: PlanVersion, verb: str) -> None:
    doubt = f"doubt-{version.doubts.all()[0].pk}"
    assert office.post(reverse("plans:review_act", args=[version.pk, doubt, verb])).status_code == 404
    if verb in {"match", "new-unit", "new-class"}:
        term = f"term-{read.term_of(version, TermKind.DATE).pk}"
        given = {"thing": "none", "name": "某局", "kind": "government"}
        assert office.post(reverse("plans:review_act", args=[version.pk, term, verb]), given).status_code == 404
    assert not Step.objects.exists()


def test_too_many_words_for_a_unit(office: Client, version: PlanVersion) -> None:
    version.text = read.TEXT + "很长的名称" * 60
    version.save()
    given = {"role": "lead", "words": "很长的名称" * 60, "start": len(read.TEXT), "end": len(version.text)}
    address = reverse("plans:review_act", args=[version.pk, f"duty-{read.duty_of(version, '教育局').pk}", "correct"])
    answer = office.post(address, given, headers=HTMX)
    assert answer.status_code == 204
    assert "HX-Trigger" in answer
    assert not Step.objects.exists()


@pytest.mark.parametrize("odd", ODD)
def test_a_title(office: Client, version: PlanVersion, odd: str) -> None:
    assert office.post(reverse("plans:rename", args=[version.plan_id]), {"title": odd}).status_code == 302
