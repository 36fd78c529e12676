"""A filing round of the small framework, and what is given in it."""

from datetime import date

from tests.frameworks.making import make_edition
from tests.plans.making import NOON
from wenming.accounts.models import User
from wenming.frameworks.actions.filing_pieces import Content, add_piece
from wenming.frameworks.actions.filing_rounds import Opening, open_filing
from wenming.frameworks.models import Edition, Filing, Piece, Want

OPENING = Opening("2026年度申报", date(2026, 1, 1), date(2026, 12, 31), date(2026, 11, 30))
REPORT = "全校建成心理辅导室12间，覆盖率98.5%。"


def make_filing(by: User, edition: Edition | None = None, opening: Opening = OPENING) -> Filing:
    """An open round of all standards that want material."""
    edition = edition or make_edition(by, is_draft=False)
    return open_filing(edition=edition, opening=opening, by=by, at=NOON)


def want(filing: Filing, number: int = 1) -> Want:
    """The n-th wanted piece: 1 is a report of at most 300 characters, 2 are two photos."""
    return filing.wants.get(position=number)


def make_piece(wanted: Want, by: User, content: Content | None = None) -> Piece:
    """A report, where nothing else is said."""
    return add_piece(want=wanted, content=content or Content("心理辅导室建设情况", text=REPORT), by=by, at=NOON)
