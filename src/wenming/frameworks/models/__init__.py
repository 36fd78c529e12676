"""What this room keeps."""

from wenming.frameworks.models.assignments import Assignment, AssignmentRole
from wenming.frameworks.models.backings import Backing
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

__all__ = [
    "CODE_LENGTH",
    "ISSUED",
    "LABEL_LENGTH",
    "TITLE_LENGTH",
    "Assignment",
    "AssignmentRole",
    "Backing",
    "Edition",
    "EditionState",
    "Framework",
    "Item",
]
