"""What one does with one mark, through the client: each act, its refusals, and the answer to a stale form."""

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from tests.plans import read
from tests.plans.making import make_person, make_unit
from tests.plans.suggesting import twice
from wenming.accounts.models import User
from wenming.places.models import Alias, Unit, UnitClass
from wenming.plans.actions import marking
from wenming.plans.actions.marking import Seen
from wenming.plans.models import Doubt, Duty, MarkState, Measure, PlanVersion, Step, Term
from wenming.reading.model import Role, TermKind

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


Mark = Duty | Term | Measure
if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response
else:
    from django.http import HttpResponse as Response


def do(office: Client, mark: Mark, verb: str, **fields: object) -> Response:
    """Do it, as the panel of the mark would."""
    return _post(office, mark, verb, fields, HTMX)


def do_plainly(office: Client, mark: Mark, verb: str, **fields: object) -> Response:
    """Do it without our scripts."""
    return _post(office, mark, verb, fields, {})


def _post(office: Client, mark: Mark, verb: str, fields: Mapping[str, object], headers: Mapping[str, str]) -> Response:
    version = mark.version_id if isinstance(mark, Measure) else mark.measure.version_id
    address = reverse("plans:review_act", args=[version, f"{type(mark).__name__.lower()}-{mark.pk}", verb])
    response = office.post(address, {"revision": mark.revision, **fields}, headers=headers)
    mark.refresh_from_db()
    return response


def said(response: Response) -> str:
    """The words at the edge of the page."""
    return str(json.loads(response["HX-Trigger"])["toast"]["text"])


class TestCorrect:
    def test_a_unit(self, office: Client, version: PlanVersion) -> None:
        duty = read.duty_of(version, "县城管局")
        response = do(office, duty, "correct", role="lead", words="城管局")
        assert (duty.role, duty.name, duty.state) == ("lead", "城管局", MarkState.CORRECTED)
        page = response.content.decode()
        for piece in (f'data-panel="duty-{duty.pk}"', f'id="measure-{duty.measure_id}"', 'id="bar"', 'id="presence"'):
            assert piece in page
        assert "还有 2 处需要您看" in page

    def test_only_the_touched_pieces_come(self, office: Client, version: PlanVersion) -> None:
        duty = read.duty_of(version, "教育局")
        page = do(office, duty, "correct", role="lead", words="教育局").content.decode()
        assert re.findall(r'<article[^>]* id="(measure-\d+)"', page) == [f"measure-{duty.measure_id}"]
        assert len(re.findall(r'<p class="paragraph', page)) == 1

    def test_a_term(self, office: Client, version: PlanVersion) -> None:
        term = read.term_of(version, TermKind.QUANTITY)
        do(office, term, "correct", kind="quantity", min="3", max="5", unit="个", words="3个")
        assert (term.value, term.state) == ({"min": 3, "max": 5, "unit": "个"}, MarkState.CORRECTED)

    def test_a_term_of_another_kind(self, office: Client, version: PlanVersion) -> None:
        term = read.term_of(version, TermKind.QUANTITY)
        do(office, term, "correct", kind="horizon", horizon="near", words="3个")
        assert (term.kind, term.value) == ("horizon", "near")

    def test_a_title(self, office: Client, version: PlanVersion) -> None:
        measure = read.measure_of(version, 1)
        do(office, measure, "correct", title="清扫全部街巷")
        assert (measure.title, measure.state) == ("清扫全部街巷", MarkState.CORRECTED)

    def test_the_same_title_confirms_the_measure_with_its_sure_marks(
        self, office: Client, version: PlanVersion
    ) -> None:
        measure = read.measure_of(version, 1)
        do(office, measure, "correct", title=measure.title)
        states = {duty.name: duty.state for duty in measure.duties.all()}
        assert measure.state == MarkState.CONFIRMED
        assert states == {"教育局": MarkState.CONFIRMED, "县城管局": MarkState.READ}

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({"kind": "quantity", "min": "三", "unit": "个", "words": "3个"}, "请填数字"),
            ({"kind": "quantity", "min": "3", "unit": "", "words": "3个"}, "请填写这一项"),
            ({"kind": "quantity", "min": "3", "unit": "个", "words": "别处没有的字"}, "原文附近没有这段文字"),
        ],
    )
    def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
        self, office: Client, version: PlanVersion, fields: dict[str, str], words: str
    ) -> None:
        term = read.term_of(version, TermKind.QUANTITY)
        response = do(office, term, "correct", **fields)
        page = response.content.decode()
        assert (response.status_code, term.revision) == (422, 0)
        assert words in page
        assert f'value="{fields["min"]}"' in page
        assert f'value="{fields["words"]}"' in page

    def test_without_htmx_the_page_comes_back(self, office: Client, version: PlanVersion) -> None:
        duty = read.duty_of(version, "教育局")
        response = do_plainly(office, duty, "correct", role="lead", words="教育局")
        assert response["Location"].endswith(f"/review/?mark=duty-{duty.pk}")
        assert do_plainly(office, duty, "correct", role="", words="教育局").status_code == 422


class TestDoubt:
    def test_looked_at(self, office: Client, version: PlanVersion) -> None:
        doubt = read.doubt_of(version, "date_impossible")
        for verb in ("correct", "remove"):
            address = reverse("plans:review_act", args=[version.pk, f"doubt-{doubt.pk}", verb])
            assert office.post(address, headers=HTMX).status_code == 200
        doubt.refresh_from_db()
        assert doubt.settled_by is not None


class TestRemove:
    def test_it_is_gone_and_can_be_restored(self, office: Client, version: PlanVersion) -> None:
        duty = read.duty_of(version, "教育局")
        page = do(office, duty, "remove").content.decode()
        assert duty.state == MarkState.REMOVED
        assert "恢复" in page
        do(office, duty, "restore")
        assert duty.state == MarkState.CORRECTED


class TestOutline:
    def test_split(self, office: Client, version: PlanVersion) -> None:
        measure = read.measure_of(version, 2)
        page = do(office, measure, "split", offset=read.at("摊位统一")[0]).content.decode()
        assert version.measures.count() == 4
        assert '<div id="outline" hx-swap-oob="true">' in page

    @pytest.mark.parametrize("offset", ["", "0", "x"])
    def test_split_needs_a_place(self, office: Client, version: PlanVersion, offset: str) -> None:
        response = do(office, read.measure_of(version, 2), "split", offset=offset)
        assert (response.status_code, version.measures.count()) == (204, 3)
        assert "哪一句" in said(response)

    def test_merge(self, office: Client, version: PlanVersion) -> None:
        do(office, read.measure_of(version, 1), "merge")
        assert version.measures.exclude(state=MarkState.REMOVED).count() == 2
        assert "没有措施可以并" in said(do(office, read.measure_of(version, 3), "merge"))


class TestMatch:
    def test_a_unit_everywhere(self, office: Client, version: PlanVersion) -> None:
        unit = Unit.objects.get(short="县教育局")
        page = do(office, read.duty_of(version, "**镇党委"), "match", thing=f"unit-{unit.pk}", everywhere="on")
        assert {duty.unit for duty in Duty.objects.filter(name="**镇党委")} == {unit}
        assert page.content.decode().count("<article") == 2
        assert "已对应：**镇党委 = 县教育局等 2 处" in page.content.decode()

    def test_a_class_here(self, office: Client, version: PlanVersion) -> None:
        unit_class = UnitClass.objects.get()
        do(office, read.duty_of(version, "**镇党委"), "match", thing=f"class-{unit_class.pk}")
        assert Duty.objects.filter(unit_class=unit_class).count() == 2

    def test_nothing_for_now(self, office: Client, version: PlanVersion) -> None:
        page = do(office, read.duty_of(version, "**镇党委"), "match", thing="none", everywhere="on").content.decode()
        assert "还有 2 处需要您看" in page
        assert "名录里没有，先保留：**镇党委" in page

    @pytest.mark.parametrize("thing", ["", "unit-0", "unit-x", "plan-1"])
    def test_what_is_not_there(self, office: Client, version: PlanVersion, thing: str) -> None:
        assert do(office, read.duty_of(version, "教育局"), "match", thing=thing).status_code == 404

    def test_a_new_unit(self, office: Client, version: PlanVersion) -> None:
        area = make_unit("县教育局").area
        duty = read.duty_of(version, "**镇党委")
        do(office, duty, "new-unit", name="河口镇党委", kind="town", area=area.pk, everywhere="1")
        assert str(duty.unit) == "河口镇党委"
        assert not Alias.objects.exists()

    def test_a_new_class(self, office: Client, version: PlanVersion) -> None:
        duty = read.duty_of(version, "**镇党委")
        do(office, duty, "new-class", name="各镇", kinds=["town"], everywhere="1")
        assert str(duty.unit_class) == "各镇"

    @pytest.mark.parametrize("verb", ["new-unit", "new-class"])
    def test_what_is_missing_is_said(self, office: Client, version: PlanVersion, verb: str) -> None:
        response = do(office, read.duty_of(version, "**镇党委"), verb, name="河口镇")
        assert response.status_code == 422
        assert 'value="河口镇"' in response.content.decode()

    def test_a_taken_name(self, office: Client, version: PlanVersion) -> None:
        response = do(office, read.duty_of(version, "**镇党委"), "new-class", name="各社区", kinds=["town"])
        assert "各社区" in said(response)


class TestStale:
    def test_both_readings_and_a_choice(self, office: Client, version: PlanVersion) -> None:
        duty = read.duty_of(version, "教育局")
        other = make_person("李敏")
        old = Duty.objects.get(pk=duty.pk)
        marking.correct_duty(
            version_id=version.pk,
            seen=Seen("duty", duty.pk, 0),
            role=Role.LEAD,
            span=(duty.start, duty.end),
            by=other,
            at=read.NOON,
        )
        response = do(office, old, "correct", role="cooperating", words="教育局")
        # ``do`` posted the revision that was shown
        page = response.content.decode()
        assert (response.status_code, old.role) == (409, "lead")
        assert "李敏 在 12:00 先改了这一处" in page
        assert "教育局 · 牵头" in page
        assert "教育局 · 配合" in page
        again = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
        assert again["revision"] == "1"
        address = reverse("plans:review_act", args=[version.pk, f"duty-{duty.pk}", "correct"])
        assert office.post(address, again, headers=HTMX).status_code == 200
        old.refresh_from_db()
        assert (old.role, old.changed_by) == ("cooperating", User.objects.get(username="沈知远"))

    def test_without_htmx_it_stands_in_the_whole_page(self, office: Client, version: PlanVersion) -> None:
        stale = read.duty_of(version, "教育局")
        marking.remove(version_id=version.pk, seen=Seen("duty", stale.pk), by=make_person("李敏"), at=read.NOON)
        response = do_plainly(office, stale, "remove")
        assert response.status_code == 409
        assert "<!doctype html>" in response.content.decode()

    @pytest.mark.parametrize(
        ("verb", "fields", "mine"),
        [
            ("remove", {}, "删除"),
            ("match", {"thing": "none"}, "改为对应别的单位"),
            ("correct", {"role": "nonsense", "words": "x"}, None),
        ],
    )
    def test_every_act(
        self, office: Client, version: PlanVersion, verb: str, fields: dict[str, str], mine: str | None
    ) -> None:
        duty = read.duty_of(version, "教育局")
        stale = Duty.objects.get(pk=duty.pk)
        marking.remove(version_id=version.pk, seen=Seen("duty", duty.pk), by=make_person("李敏"), at=read.NOON)
        response = do(office, stale, verb, **fields)
        assert response.status_code == (409 if mine else 422)
        assert (mine or "") in response.content.decode()

    def test_terms_and_titles_too(self, office: Client, version: PlanVersion) -> None:
        term, measure = read.term_of(version, TermKind.QUANTITY), read.measure_of(version, 1)
        Term.objects.update(revision=4, changed_by=version.uploaded_by, changed_at=read.NOON)
        Measure.objects.update(revision=4, changed_by=version.uploaded_by, changed_at=read.NOON)
        page = do(office, term, "correct", kind="quantity", min="9", unit="个", words="3个").content.decode()
        assert "3个 · 数量 不少于9个" in page
        assert "改成这样" in do(office, measure, "correct", title="改成这样").content.decode()


class TestRefusals:
    @pytest.mark.parametrize(
        ("key", "verb"), [("duty-0", "remove"), ("plan-1", "remove"), ("duty-x", "remove"), ("duty-1", "explode")]
    )
    def test_what_is_not_there(self, office: Client, version: PlanVersion, key: str, verb: str) -> None:
        assert office.post(reverse("plans:review_act", args=[version.pk, key, verb]), headers=HTMX).status_code == 404
        assert not Step.objects.exists()

    def test_only_by_post(self, office: Client, version: PlanVersion) -> None:
        assert office.get(reverse("plans:review_act", args=[version.pk, "duty-1", "remove"])).status_code == 405


class TestSuggestion:
    """What the second reader suggests, at one place or at all alike."""

    def act(self, office: Client, doubt: Doubt, verb: str, **fields: str) -> str:
        address = reverse("plans:review_act", args=[doubt.version_id, f"doubt-{doubt.pk}", verb])
        response = office.post(address, fields, headers=HTMX)
        assert response.status_code == 200
        return response.content.decode()

    @pytest.mark.parametrize(("fields", "added"), [({}, 1), ({"everywhere": "on"}, 2)])
    def test_adopted(self, office: Client, version: PlanVersion, fields: dict[str, str], added: int) -> None:
        first, _second = twice(version)
        page = self.act(office, first, "adopt", **fields)
        duties = Duty.objects.filter(name="责任单位", state=MarkState.ADDED).order_by("start")
        assert len(duties) == added
        assert f'data-panel="duty-{duties[0].pk}"' in page
        assert len(re.findall(r'<p class="paragraph', page)) == added

    @pytest.mark.parametrize(("fields", "left"), [({}, 4), ({"everywhere": "on"}, 3)])
    def test_waved_off(self, office: Client, version: PlanVersion, fields: dict[str, str], left: int) -> None:
        first, _second = twice(version)
        assert f"还有 {left} 处需要您看" in self.act(office, first, "correct", **fields)
        assert not Duty.objects.filter(name="责任单位").exists()

    def test_no_measure_is_left_for_it(self, office: Client, version: PlanVersion) -> None:
        first, _second = twice(version)
        version.measures.update(state=MarkState.REMOVED)
        address = reverse("plans:review_act", args=[version.pk, f"doubt-{first.pk}", "adopt"])
        assert "这里还没有措施" in said(office.post(address, headers=HTMX))

    def test_another_doubt_is_nothing_to_adopt(self, office: Client, version: PlanVersion) -> None:
        self.act(office, read.doubt_of(version, "date_impossible"), "adopt")
        assert not Step.objects.exists()
