"""How wanted pieces stand, as values for pages."""

import pytest

from tests.frameworks.filing.making import OPENING, make_filing, make_piece, want
from tests.frameworks.making import hold
from tests.plans.making import NOON, make_class, make_person, make_unit
from tests.reading.files.making import docx, paragraph
from tests.work.evidence import files
from tests.work.evidence.making import make_evidence
from tests.work.making import make_record
from wenming.accounts.models import User
from wenming.frameworks.actions.filing_pieces import Content
from wenming.frameworks.filing.bars import WIDTH, bar_of
from wenming.frameworks.filing.packing import everything
from wenming.frameworks.filing.standings import counts_of, groups_of, lines_of, shares_of
from wenming.frameworks.models import Assignment, Filing
from wenming.rules.filing.judging import Fault, Verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    """Somebody of the office."""
    return make_person()


@pytest.fixture
def filing(office: User) -> Filing:
    """A round with a report and a record with a photo."""
    filing, unit = make_filing(office), make_unit()
    make_piece(want(filing), office)
    record = make_record(unit)
    make_evidence(files.photo(), unit, office, proves=record, is_prepared=False)
    make_piece(want(filing, 2), office, Content("照片", record=record, first=record.first))
    return filing


def test_a_record_counts_as_many_files_as_prove_it(filing: Filing) -> None:
    lines = lines_of(filing, everything(filing))
    assert [line.standing.verdict for line in lines] == [Verdict.NOT_REVIEWED, Verdict.SHORT]
    assert (lines[1].standing.have, lines[1].standing.missing) == (1, 1)
    assert [len(line.acceptable) for line in lines] == [1, 1]
    [group] = groups_of(lines)
    assert (group.code, group.has_gap) == ("Ⅰ-2-1", True)


def test_an_uploaded_report_is_counted_like_one_that_was_written_here(office: User) -> None:
    filing, unit = make_filing(office), make_unit()
    for number, words in (1, 300), (2, 301):
        paper = make_evidence(docx(paragraph("字" * words)), unit, office, name=f"报告{number}.docx")
        make_piece(want(filing), office, Content(f"报告{number}", evidence=paper, first=OPENING.first))
    [line, _other] = lines_of(filing, everything(filing))
    assert [one.faults for one in line.standing.looked] == [(), (Fault.LENGTH,)]


def test_each_unit_that_answers_itself_or_through_a_class_has_its_share(filing: Filing, office: User) -> None:
    school, bureau = make_unit("县中学"), make_unit("县教育局")
    hold(filing.edition, bureau, office, "Ⅰ-2-1")
    row = hold(filing.edition, school, office, "Ⅰ-2-1")
    made = {"item": row.item, "wanted": 2, "role": "lead", "made_by": office, "made_at": NOON}
    row.delete()
    Assignment.objects.create(unit_class=make_class("各学校", members=[school]), **made)
    lines = lines_of(filing, everything(filing))
    assert [[one.name for one in line.holders] for line in lines] == [["县教育局"], ["各学校"]]
    shares = shares_of(lines)
    told = {one.unit.short: (one.total, one.done, one.waiting, one.gaps) for one in shares}
    assert told == {"县教育局": (2, 0, 1, 1), "县中学": (1, 0, 0, 1)}


def test_the_bar_is_filled_by_its_parts(filing: Filing) -> None:
    counts = counts_of(lines_of(filing, everything(filing)))
    bar = bar_of(counts)
    assert [one.shape for one in bar] == ["due", "late"]
    assert sum(one.width for one in bar) == WIDTH
    assert bar_of({}) == []
