"""What an act touched, and no more."""

import pytest

from tests.plans import read
from wenming.plans.actions import marking, outlining
from wenming.plans.actions.marking import Seen
from wenming.plans.models import PlanVersion, Step
from wenming.plans.review.answers import page_of, touched
from wenming.reading.model import TermKind

pytestmark = pytest.mark.django_db


def pieces(version: PlanVersion, step: Step) -> tuple[list[str], list[int], bool]:
    """The first characters of the paragraphs, the numbers of the measures, and whether the outline is redrawn."""
    found = touched(page_of(version), [step])
    first = [version.text[paragraph.start : paragraph.start + 4] for paragraph in found["paragraphs"]]
    return first, [view.number for view in found["measures"]], found["regrouped"]


def test_a_term_touches_its_line_and_its_measure(version: PlanVersion) -> None:
    term = read.term_of(version, TermKind.QUANTITY)
    step = marking.remove(version_id=version.pk, seen=Seen("term", term.pk), by=version.uploaded_by, at=read.NOON)
    assert pieces(version, step) == (["2.整治"], [2], False)


def test_a_settled_doubt_touches_its_place(version: PlanVersion) -> None:
    doubt = read.doubt_of(version, "date_impossible")
    step = marking.settle(version_id=version.pk, doubt_id=doubt.pk, by=version.uploaded_by, at=read.NOON)
    assert pieces(version, step) == (["1.清扫"], [], False)


def test_a_new_title_touches_the_outline_only(version: PlanVersion) -> None:
    seen = Seen("measure", read.measure_of(version, 3).pk)
    step = outlining.retitle(version_id=version.pk, seen=seen, title="宣讲", by=version.uploaded_by, at=read.NOON)
    assert pieces(version, step) == ([], [3], False)


def test_measures_that_come_or_go_renumber_the_rest(version: PlanVersion) -> None:
    seen = Seen("measure", read.measure_of(version, 1).pk)
    step = marking.remove(version_id=version.pk, seen=seen, by=version.uploaded_by, at=read.NOON)
    first, measures, regrouped = pieces(version, step)
    assert (measures, regrouped) == ([], True)
    assert first == ["1.清扫", "2.整治", "3.开展"]
