"""What this room keeps."""

from wenming.scores.models.events import EVENT_TEXT_LENGTH, NegativeEvent
from wenming.scores.models.measurements import NAME_LENGTH, Department, Measurement
from wenming.scores.models.rounds import TITLE_LENGTH, Missing, Reader, Round, RoundKind, RoundState

__all__ = [
    "EVENT_TEXT_LENGTH",
    "NAME_LENGTH",
    "TITLE_LENGTH",
    "Department",
    "Measurement",
    "Missing",
    "NegativeEvent",
    "Reader",
    "Round",
    "RoundKind",
    "RoundState",
]
