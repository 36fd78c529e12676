"""What is there already is proposed with its reasons, before anybody is asked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.frameworks.filing.making import OPENING, make_filing, make_piece, want
from tests.frameworks.making import PACK, hold, make_edition
from tests.plans.making import NOON, make_person, make_unit, seeing
from tests.work.evidence import files
from tests.work.evidence.making import make_evidence
from tests.work.making import make_commitment, make_measure, make_record
from wenming.accounts.models import User
from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.frameworks.actions.backing import back
from wenming.frameworks.actions.filing_pieces import Content, judge_piece, pass_over
from wenming.frameworks.actions.filing_rounds import open_filing
from wenming.frameworks.actions.linking import link
from wenming.frameworks.filing.packing import everything
from wenming.frameworks.filing.proposing import Proposal, Why, proposals, units_with
from wenming.frameworks.models import Crossing, Filing, PieceState
from wenming.places.models import Unit
from wenming.work.models import Evidence, Use

pytestmark = pytest.mark.django_db
POWERS = seeing(Right.WORK_VIEW, Right.FRAMEWORK_VIEW)


@pytest.fixture
def office() -> User:
    """Somebody of the office."""
    return make_person()


@pytest.fixture
def unit() -> Unit:
    """Who answers for it."""
    return make_unit("县教育局")


@pytest.fixture
def filing(office: User, unit: Unit) -> Filing:
    """An open round."""
    filing = make_filing(office)
    hold(filing.edition, unit, office, "Ⅰ-2-1")
    return filing


def found(filing: Filing, number: int = 2, powers: Powers = POWERS) -> list[Proposal]:
    return proposals(want(filing, number), everything(filing), powers)


def test_records_of_the_unit_that_sound_like_it_and_nothing_else(filing: Filing, unit: Unit) -> None:
    make_record(unit, title="背街小巷清扫")
    make_record(unit, title="心理辅导室照片拍摄", first=date(2024, 3, 5), last=date(2024, 3, 5))
    fitting = make_record(unit, title="心理辅导室照片拍摄")
    [one] = found(filing)
    assert (one.record, one.whys, one.fits) == (fitting, (Why.UNIT, Why.WORDS), False)
    assert "心理辅导室照片" in "".join(one.shared)
    assert found(filing, powers=seeing(Right.FRAMEWORK_VIEW)) == []
    assert units_with([one]) == {unit.pk: 1}


def test_what_counts_for_a_measure_behind_the_standard_is_proposed_whatever_it_is_called(
    filing: Filing, office: User
) -> None:
    other = make_unit("团县委")
    measure = make_measure(other, title="办好青少年之家")
    item = want(filing).item
    assert item is not None
    back(item=item, measure=measure, serves=True, by=office, at=NOON)
    record = make_record(other, title="沙龙")
    Use.objects.create(record=record, commitment=make_commitment(measure), why="chosen")
    [one] = found(filing)
    assert (one.record, one.whys) == (record, (Why.MEASURE,))
    pass_over(want=want(filing, 2), told=record, by=office, at=NOON)
    assert found(filing) == []


def test_files_whose_format_fits_come_first(filing: Filing, unit: Unit, office: User) -> None:
    record = make_record(unit, title="心理辅导室照片拍摄")
    photo = make_evidence(files.photo(), unit, office, is_prepared=False, name="心理辅导室.jpg")
    assert [one.evidence or one.record for one in found(filing)] == [photo, record]
    make_piece(want(filing, 2), office, Content("照片", evidence=photo))
    assert [one.record for one in found(filing)] == [record]
    assert Evidence.objects.count() == 1


def test_what_was_accepted_for_the_same_in_an_earlier_round(filing: Filing, office: User) -> None:
    old = make_piece(want(filing), office)
    later = replace(OPENING, title="2027年度申报", first=date(2027, 1, 1), last=date(2027, 12, 31))
    edition = make_edition(office, of=filing.edition.framework, is_draft=False)
    new = open_filing(edition=edition, opening=later, by=office, at=NOON + timedelta(days=300))
    assert found(new, 1) == []
    judge_piece(piece=old, state=PieceState.ACCEPTED, reason="", by=office, at=NOON)
    [one] = found(new, 1)
    assert (one.piece, one.whys, one.key) == (old, (Why.EARLIER,), f"piece-{old.pk}")
    make_piece(want(new), office, Content("上次的", text=old.text, earlier=old))
    assert found(new, 1) == []


@pytest.fixture
def hygiene(office: User) -> Filing:
    """A round of another framework, with an accepted report for the standard that asks for the same."""
    edition = make_edition(office, is_draft=False, text=PACK.replace("县城文明程度测评体系", "卫生"))
    other = open_filing(edition=edition, opening=OPENING, by=office, at=NOON)
    report = make_piece(want(other), office)
    judge_piece(piece=report, state=PieceState.ACCEPTED, reason="", by=office, at=NOON)
    return other


def linked(filing: Filing, hygiene: Filing, office: User, relation: Crossing) -> None:
    one, other = want(filing).item, want(hygiene).item
    assert one is not None
    assert other is not None
    link(one=one, other=other, relation=relation, by=office, at=NOON)


@pytest.mark.parametrize(
    ("relation", "why"),
    [(Crossing.EQUAL, Why.LINKED), (Crossing.SUBSET, Why.LINKED), (Crossing.SUPERSET, Why.PARTLY)],
)
def test_what_was_accepted_for_a_linked_standard_says_how_far_it_serves(
    filing: Filing, hygiene: Filing, office: User, relation: Crossing, why: Why
) -> None:
    assert found(filing, 1) == []
    linked(filing, hygiene, office, relation)
    [one] = found(filing, 1)
    assert (one.whys, one.other, one.fits) == ((why,), want(hygiene).item, True)
    assert found(filing, 1, powers=seeing(Right.WORK_VIEW)) == []
    assert one.piece is not None
    make_piece(want(filing), office, Content("一样的", text=one.piece.text, earlier=one.piece))
    assert found(filing, 1) == []


def test_a_file_that_is_there_already_is_not_proposed_by_another_way(
    filing: Filing, hygiene: Filing, unit: Unit, office: User
) -> None:
    photo = make_evidence(files.photo(), unit, office, is_prepared=False, name="心理辅导室.jpg")
    given = make_piece(want(hygiene, 2), office, Content("照片", evidence=photo))
    judge_piece(piece=given, state=PieceState.ACCEPTED, reason="", by=office, at=NOON)
    linked(filing, hygiene, office, Crossing.EQUAL)
    assert [one.whys for one in found(filing) if one.fits] == [(Why.LINKED,)]
    make_piece(want(filing, 2), office, Content("照片", evidence=photo))
    assert [one for one in found(filing) if one.fits] == []
