"""What the review page shows and counts."""

import pytest

from tests.plans import read
from tests.plans.suggesting import ONCE, quantity, suggest, twice, unit
from wenming.plans.actions import marking
from wenming.plans.actions.marking import Seen
from wenming.plans.imports.queries import counted
from wenming.plans.models import Duty, MarkState, PlanVersion
from wenming.plans.review.answers import page_of
from wenming.plans.review.page import Page

pytestmark = pytest.mark.django_db


def items(page: Page) -> list[str]:
    """What to look at, without the sentences."""
    return [item.key.split("-")[0] + TEXT_AT[item.start] for item in page.items]


TEXT_AT = {
    read.at("0206年6月底")[0]: " 0206年",
    read.at("县城管局")[0]: " 县城管局",
    read.at("**镇党委")[0]: " **镇党委",
}


class TestItems:
    def test_doubts_and_unknown_names_in_the_order_of_the_document(self, version: PlanVersion) -> None:
        page = page_of(version)
        assert items(page) == ["doubt 0206年", "doubt 县城管局", "duty **镇党委"]
        assert "（2 处）" in page.items[2].sentence
        assert "0206年6月底" in page.items[0].sentence

    def test_what_was_looked_at_is_gone(self, version: PlanVersion) -> None:
        by = version.uploaded_by
        marks = [Seen("duty", duty.pk) for duty in Duty.objects.all()]
        marking.confirm(version_id=version.pk, marks=marks, by=by, at=read.NOON)
        assert items(page_of(version)) == ["doubt 0206年"]

    def test_alike_suggestions_are_one(self, version: PlanVersion) -> None:
        first, second = twice(version)
        item = page_of(version).items[1]
        assert item.key == f"doubt-{first.pk}"
        assert item.sentence == "第二读者认为“责任单位”是牵头单位，规则没有这样读。共 2 处。"
        places = [(f"doubt-{first.pk}", "1.清扫街巷"), (f"doubt-{second.pk}", "3.开展宣讲")]
        assert item.places == places
        assert len(page_of(version).items) == 4

    def test_the_plan_s_own_count_is_the_same(self, version: PlanVersion) -> None:
        twice(version)
        suggest(
            version,
            unit("责任单位", "cooperating", nth=1),
            quantity("一次", ONCE),
            quantity("一次", {**ONCE, "max": 2}, nth=1),
        )
        [shown] = counted(PlanVersion.objects.all())
        assert vars(shown)["doubt_count"] == len(page_of(version).items) == 7

    def test_names_of_removed_measures_do_not_count(self, version: PlanVersion) -> None:
        version.measures.exclude(position=1).update(state=MarkState.REMOVED)
        assert items(page_of(version)) == ["doubt 0206年", "doubt 县城管局"]


class TestConfirmable:
    def test_what_nothing_speaks_against(self, version: PlanVersion) -> None:
        found = {kind.code: kind.count for kind in page_of(version).confirmable}
        assert found == {"unit": 2, "frequency": 1, "quantity": 1, "date": 1, "measure": 2}

    def test_the_marks_of_a_kind(self, version: PlanVersion) -> None:
        names = {duty.pk: duty.name for duty in Duty.objects.all()}
        assert {names[seen.pk] for seen in page_of(version).confirmable_of("unit")} == {"教育局", "各社区"}


class TestChapters:
    def test_headings_are_said_once(self, version: PlanVersion) -> None:
        chapters = [(chapter.headings, len(chapter.measures)) for chapter in page_of(version).chapters]
        assert chapters == [(("一、环境卫生",), 2), (("二、宣传教育",), 1)]

    def test_removed_measures_wait_apart(self, version: PlanVersion) -> None:
        version.measures.filter(position=2).update(state=MarkState.REMOVED)
        page = page_of(version)
        assert [view.number for view in page.measures] == [1, 2]
        assert [measure.title for measure in page.dropped] == ["2.整治菜场"]


class TestParagraphs:
    def test_marks_are_dressed(self, version: PlanVersion) -> None:
        Duty.objects.filter(name="教育局").update(state=MarkState.CONFIRMED)
        pieces = [piece for paragraph in page_of(version).paragraphs() for cell in paragraph.cells for piece in cell]
        css = {piece.text: " ".join(sorted(piece.css.split())) for piece in pieces if piece.css}
        assert css == {
            "每月组织一次": "mark-term",
            "0206年6月底": "mark-doubt",
            "县城管局": "mark-doubt mark-unit",
            "教育局": "mark-settled mark-unit",
            "年内": "mark-term",
            "3个": "mark-term",
            "**镇党委": "mark-doubt mark-unit",
            "各社区": "mark-unit",
            "点击下载本文": "mark-noise",
        }
        assert [piece.opens[0][0] for piece in pieces if piece.opens] == [1, 2, 3]

    def test_headings_stand_out(self, version: PlanVersion) -> None:
        levels = [paragraph.level for paragraph in page_of(version).paragraphs()]
        assert levels == [1, 2, 0, 0, 0, 2, 0]

    def test_removed_marks_are_plain_text_again(self, version: PlanVersion) -> None:
        Duty.objects.filter(name="教育局").update(state=MarkState.REMOVED)
        pieces = [piece for one in page_of(version).paragraphs() for cell in one.cells for piece in cell]
        assert not any(piece.text == "教育局" for piece in pieces)
