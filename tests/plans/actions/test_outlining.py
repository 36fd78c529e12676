"""Retitling, splitting, merging and adding measures."""

import pytest

from tests.plans import read
from wenming.accounts.models import User
from wenming.plans.actions import outlining, steps
from wenming.plans.actions.marking import BadSpan, Seen
from wenming.plans.actions.titles import NoTitle
from wenming.plans.models import Duty, MarkState, Measure, PlanVersion

pytestmark = pytest.mark.django_db


def seen(measure: Measure) -> Seen:
    return Seen("measure", measure.pk, measure.revision)


def alive(version: PlanVersion) -> list[tuple[str, list[str]]]:
    """The measures that stand, each with its first characters and the names of its units."""
    measures = version.measures.exclude(state=MarkState.REMOVED).order_by("position")
    return [(measure.text[:6], [duty.name for duty in measure.duties.order_by("start")]) for measure in measures]


BEFORE = [
    ("1.清扫街巷", ["县城管局", "教育局"]),
    ("2.整治菜场", ["**镇党委", "各社区"]),
    ("3.开展宣讲", ["**镇党委"]),
]


class TestRetitle:
    def test_it_works(self, version: PlanVersion, me: User) -> None:
        measure = read.measure_of(version, 1)
        outlining.retitle(version_id=version.pk, seen=seen(measure), title="  清扫 ", by=me, at=read.NOON)
        measure.refresh_from_db()
        assert (measure.title, measure.state, measure.revision) == ("清扫", MarkState.CORRECTED, 1)

    def test_a_title_is_needed(self, version: PlanVersion, me: User) -> None:
        with pytest.raises(NoTitle):
            outlining.retitle(
                version_id=version.pk, seen=seen(read.measure_of(version, 1)), title=" ", by=me, at=read.NOON
            )


class TestSplit:
    def split(self, version: PlanVersion, me: User, offset: int) -> None:
        measure = read.measure_of(version, 2)
        outlining.split(version_id=version.pk, seen=seen(measure), offset=offset, by=me, at=read.NOON)

    def test_each_half_has_its_own_marks(self, version: PlanVersion, me: User) -> None:
        self.split(version, me, read.at("摊位统一")[0])
        assert [text for text, _units in alive(version)] == ["1.清扫街巷", "2.整治菜场", "摊位统一编号", "3.开展宣讲"]
        assert alive(version)[1][1] == []
        assert alive(version)[2][1] == ["**镇党委", "各社区"]
        second = read.measure_of(version, 3)
        assert (second.title, second.state, second.path) == ("摊位统一编号", MarkState.ADDED, ["一、环境卫生"])
        assert second.start == read.at("摊位统一")[0] == read.measure_of(version, 2).end

    def test_its_own_title_is_no_chapter_of_the_second(self, version: PlanVersion, me: User) -> None:
        first = read.measure_of(version, 2)
        first.path = ["一、环境卫生", first.title]
        first.save()
        self.split(version, me, read.at("摊位统一")[0])
        assert read.measure_of(version, 3).path == ["一、环境卫生"]

    def test_undoing_brings_all_back(self, version: PlanVersion, me: User) -> None:
        assert alive(version) == BEFORE
        text = read.measure_of(version, 2).text
        self.split(version, me, read.at("摊位统一")[0])
        steps.undo(version_id=version.pk, by=me, at=read.NOON)
        assert alive(version) == BEFORE
        assert read.measure_of(version, 2).text == text

    @pytest.mark.parametrize("words", ["2.整治", "点击下载"])
    def test_only_inside(self, version: PlanVersion, me: User, words: str) -> None:
        with pytest.raises(BadSpan):
            self.split(version, me, read.at(words)[0])


class TestMerge:
    def test_the_next_becomes_part_of_it(self, version: PlanVersion, me: User) -> None:
        measure = read.measure_of(version, 2)
        outlining.merge_with_next(version_id=version.pk, seen=seen(measure), by=me, at=read.NOON)
        assert alive(version) == [BEFORE[0], ("2.整治菜场", ["**镇党委", "各社区", "**镇党委"])]
        measure.refresh_from_db()
        assert "点击下载" not in measure.text  # noise between the two is left out
        assert measure.text.endswith("每季度举办一次宣讲。（责任单位：**镇党委）")

    def test_undoing_parts_them_again(self, version: PlanVersion, me: User) -> None:
        outlining.merge_with_next(version_id=version.pk, seen=seen(read.measure_of(version, 2)), by=me, at=read.NOON)
        steps.undo(version_id=version.pk, by=me, at=read.NOON)
        assert alive(version) == BEFORE

    def test_the_last_has_no_next(self, version: PlanVersion, me: User) -> None:
        with pytest.raises(outlining.NoNext):
            outlining.merge_with_next(
                version_id=version.pk, seen=seen(read.measure_of(version, 3)), by=me, at=read.NOON
            )

    def test_a_removed_one_is_passed_over(self, version: PlanVersion, me: User) -> None:
        Measure.objects.filter(pk=read.measure_of(version, 2).pk).update(state=MarkState.REMOVED)
        outlining.merge_with_next(version_id=version.pk, seen=seen(read.measure_of(version, 1)), by=me, at=read.NOON)
        assert alive(version)[0][1] == ["县城管局", "教育局", "**镇党委"]


class TestAdd:
    def test_it_stands_where_its_words_stand(self, version: PlanVersion, me: User) -> None:
        span = read.at("二、宣传教育")
        outlining.add_measure(version_id=version.pk, span=span, by=me, at=read.NOON)
        assert [text for text, _units in alive(version)] == ["1.清扫街巷", "2.整治菜场", "二、宣传教育", "3.开展宣讲"]

    def test_the_very_first(self, me: User) -> None:
        version = read.read_version(me)
        version.measures.all().delete()
        outlining.add_measure(version_id=version.pk, span=read.at("1.清扫街巷"), by=me, at=read.NOON)
        assert alive(version) == [("1.清扫街巷", [])]

    def test_what_was_taken_for_noise(self, version: PlanVersion, me: User) -> None:
        outlining.add_measure(version_id=version.pk, span=read.at("点击下载本文"), by=me, at=read.NOON)
        assert alive(version)[2] == ("点击下载本文", [])

    @pytest.mark.parametrize("span", [(3, 3), (0, 10**6)])
    def test_words_that_are_none(self, version: PlanVersion, me: User, span: tuple[int, int]) -> None:
        with pytest.raises(BadSpan):
            outlining.add_measure(version_id=version.pk, span=span, by=me, at=read.NOON)
        assert Duty.objects.count() == 5
