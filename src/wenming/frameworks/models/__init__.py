"""What this room keeps."""

from wenming.frameworks.models.assignments import Assignment, AssignmentRole
from wenming.frameworks.models.backings import Backing
from wenming.frameworks.models.columns import (
    COLUMN_LENGTH,
    ENTRY_LENGTH,
    MOST_COLUMNS,
    Column,
    ColumnKind,
    Entry,
)
from wenming.frameworks.models.crosslinks import Crossing, Crosslink, Difference
from wenming.frameworks.models.disputes import DISPUTE_LENGTH, GONE, Dispute, DisputeOutcome
from wenming.frameworks.models.editions import (
    CODE_LENGTH,
    ISSUED,
    LABEL_LENGTH,
    TITLE_LENGTH,
    Edition,
    EditionState,
    Framework,
    Item,
)
from wenming.frameworks.models.filings import (
    FILING_LENGTH,
    NAME_LENGTH,
    SAID_LENGTH,
    TEXT_LENGTH,
    FigureSource,
    Filing,
    PassedOver,
    Piece,
    PieceKind,
    PieceState,
    Proving,
    Want,
)

__all__ = [
    "CODE_LENGTH",
    "COLUMN_LENGTH",
    "DISPUTE_LENGTH",
    "ENTRY_LENGTH",
    "FILING_LENGTH",
    "GONE",
    "ISSUED",
    "LABEL_LENGTH",
    "MOST_COLUMNS",
    "NAME_LENGTH",
    "SAID_LENGTH",
    "TEXT_LENGTH",
    "TITLE_LENGTH",
    "Assignment",
    "AssignmentRole",
    "Backing",
    "Column",
    "ColumnKind",
    "Crossing",
    "Crosslink",
    "Difference",
    "Dispute",
    "DisputeOutcome",
    "Edition",
    "EditionState",
    "Entry",
    "FigureSource",
    "Filing",
    "Framework",
    "Item",
    "PassedOver",
    "Piece",
    "PieceKind",
    "PieceState",
    "Proving",
    "Want",
]
