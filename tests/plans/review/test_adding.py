"""Words of the document become a unit, a term or a measure."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from tests.plans import read
from wenming.plans.models import Duty, PlanVersion, Term

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def where(words: str) -> dict[str, int]:
    """The place of words as the page sends it."""
    start, end = read.at(words)
    return {"start": start, "end": end}


def address(version: PlanVersion, code: str) -> str:
    return reverse("plans:review_add", args=[version.pk, code])


class TestForm:
    def test_a_unit(self, office: Client, version: PlanVersion) -> None:
        page = office.get(address(version, "unit"), where("摊位"), headers=HTMX).content.decode()
        assert 'name="role"' in page
        assert "摊位" in page

    def test_without_htmx_it_stands_in_the_whole_page(self, office: Client, version: PlanVersion) -> None:
        page = office.get(address(version, "unit"), where("摊位")).content.decode()
        assert "<!doctype html>" in page
        assert "补充：单位" in page

    def test_a_term_is_filled_with_what_the_reader_makes_of_the_words(
        self, office: Client, version: PlanVersion
    ) -> None:
        page = office.get(address(version, "frequency"), where("每季度举办一次"), headers=HTMX).content.decode()
        assert 'value="quarter" selected' in page

    def test_words_may_be_given_instead_of_a_place(self, office: Client, version: PlanVersion) -> None:
        near = read.at("3.开展")[0]
        page = office.get(address(version, "unit"), {"words": "宣讲", "near": str(near)}, headers=HTMX).content.decode()
        assert f'name="start" value="{read.at("宣讲")[0]}"' in page

    @pytest.mark.parametrize("given", [{}, {"start": 3, "end": 3}, {"start": -1, "end": 5}, {"near": 7}, where("\n")])
    def test_nothing_selected(self, office: Client, version: PlanVersion, given: dict[str, int]) -> None:
        response = office.get(address(version, "unit"), given, headers=HTMX)
        assert response.status_code == 204
        assert "选中" in json.loads(response["HX-Trigger"])["toast"]["text"]

    def test_too_much_selected(self, office: Client, version: PlanVersion) -> None:
        PlanVersion.objects.update(text=version.text + "长" * 600)
        start = len(version.text)
        response = office.get(address(version, "unit"), {"start": start, "end": start + 600}, headers=HTMX)
        assert "太长" in json.loads(response["HX-Trigger"])["toast"]["text"]


class TestSave:
    def test_a_unit_is_matched(self, office: Client, version: PlanVersion) -> None:
        Duty.objects.all().delete()
        office.post(address(version, "unit"), {**where("教育局"), "role": "lead", "words": "教育局"}, headers=HTMX)
        duty = Duty.objects.get()
        assert (str(duty.unit), duty.role, duty.reason, duty.measure) == (
            "县教育局",
            "lead",
            "area",
            read.measure_of(version, 1),
        )

    def test_a_term(self, office: Client, version: PlanVersion) -> None:
        fields = {"kind": "frequency", "min": "1", "unit": "次", "every": "1", "period": "quarter"}
        page = office.post(
            address(version, "frequency"),
            {**where("每季度举办一次"), **fields, "words": "每季度举办一次"},
            headers=HTMX,
        ).content.decode()
        term = Term.objects.get(measure=read.measure_of(version, 3))
        assert term.value == {"min": 1, "max": None, "unit": "次", "every": 1, "period": "quarter"}
        assert f'data-panel="term-{term.pk}"' in page

    def test_blanks_at_the_ends_do_not_count(self, office: Client, version: PlanVersion) -> None:
        start, end = read.at("\n2.整治菜场")
        office.post(address(version, "measure"), {"start": start, "end": end}, headers=HTMX)
        assert version.measures.filter(start=start + 1, end=end).exists()

    def test_bad_input_is_kept(self, office: Client, version: PlanVersion) -> None:
        fields = {**where("统一编号"), "kind": "quantity", "min": "许多", "unit": "个", "words": "统一编号"}
        response = office.post(address(version, "quantity"), fields, headers=HTMX)
        assert response.status_code == 422
        assert 'value="许多"' in response.content.decode()

    def test_before_the_first_measure(self, office: Client, version: PlanVersion) -> None:
        response = office.post(
            address(version, "unit"), {**where("青禾县"), "role": "lead", "words": "青禾县"}, headers=HTMX
        )
        assert "还没有措施" in json.loads(response["HX-Trigger"])["toast"]["text"]
