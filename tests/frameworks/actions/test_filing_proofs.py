"""What proves it, and where figures come from."""

import pytest

from tests.frameworks.filing.making import make_filing, make_piece, want
from tests.plans.making import NOON, make_person
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.frameworks.actions import filing_proofs as proofs
from wenming.frameworks.actions.filing_pieces import Content, replace_piece
from wenming.frameworks.models import Piece

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    """Somebody of the office."""
    return make_person()


@pytest.fixture
def piece(office: User) -> Piece:
    """A report with two figures."""
    return make_piece(want(make_filing(office)), office)


def test_words_of_a_report_stand_in_it_and_those_of_a_file_are_believed(office: User, piece: Piece) -> None:
    with pytest.raises(proofs.NotInText):
        proofs.mark_proving(piece=piece, words="没有写的话", page=None, by=office, at=NOON)
    proofs.mark_proving(piece=piece, words=" 覆盖率98.5% ", page=None, by=office, at=NOON)
    assert piece.provings.get().words == "覆盖率98.5%"
    link = make_piece(piece.want, office, Content("链接", link="https://example.com/"))
    made = proofs.mark_proving(piece=link, words="县教育局建成12间", page=3, by=office, at=NOON)
    proofs.unmark_proving(proving=made, by=office, at=NOON)
    assert not link.provings.exists()
    assert Event.objects.filter(verb="frameworks.unmark_proving").count() == 1


def test_only_figures_of_the_report_have_a_source_and_it_can_be_taken_away(office: User, piece: Piece) -> None:
    said = {"12间": "县教育局台账", "98.5%": " 统计公报 ", "7个": "不在正文里"}
    assert proofs.source_figures(piece=piece, sources=said, by=office, at=NOON) == 2
    assert dict(piece.sources.values_list("figure", "source")) == {"12间": "县教育局台账", "98.5%": "统计公报"}
    assert proofs.source_figures(piece=piece, sources=said, by=office, at=NOON) == 0
    assert proofs.source_figures(piece=piece, sources={"12间": ""}, by=office, at=NOON) == 1
    assert piece.sources.get().figure == "98.5%"


def test_what_still_stands_is_marked_in_the_next_version_too(office: User, piece: Piece) -> None:
    proofs.mark_proving(piece=piece, words="覆盖率98.5%", page=None, by=office, at=NOON)
    proofs.mark_proving(piece=piece, words="全校建成", page=None, by=office, at=NOON)
    proofs.source_figures(piece=piece, sources={"12间": "台账", "98.5%": "公报"}, by=office, at=NOON)
    content = Content("新", text="建成心理辅导室15间，覆盖率98.5%。")
    new = replace_piece(piece=piece, content=content, by=office, at=NOON)
    assert [one.words for one in new.provings.all()] == ["覆盖率98.5%"]
    assert [one.figure for one in new.sources.all()] == ["98.5%"]
    assert piece.provings.count() == 2


def test_a_version_that_was_replaced_meanwhile_bears_no_new_marks(office: User, piece: Piece) -> None:
    mark = proofs.mark_proving(piece=piece, words="98.5%", page=None, by=office, at=NOON)
    replace_piece(piece=piece, content=Content("新", text="覆盖率98.5%。"), by=office, at=NOON)
    with pytest.raises(proofs.NotCurrent):
        proofs.mark_proving(piece=piece, words="12间", page=None, by=office, at=NOON)
    with pytest.raises(proofs.NotCurrent):
        proofs.unmark_proving(proving=mark, by=office, at=NOON)
    with pytest.raises(proofs.NotCurrent):
        proofs.source_figures(piece=piece, sources={"12间": "台账"}, by=office, at=NOON)


def test_a_source_is_one_line_of_what_can_be_seen(office: User, piece: Piece) -> None:
    proofs.source_figures(piece=piece, sources={"12间": "台\0账\n第二页\u202e"}, by=office, at=NOON)
    assert piece.sources.get().source == "台账 第二页"
