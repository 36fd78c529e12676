"""What this room keeps."""

from wenming.scores.models.efforts import SaidEffort
from wenming.scores.models.events import EVENT_TEXT_LENGTH, NegativeEvent
from wenming.scores.models.measurements import NAME_LENGTH, Department, Measurement
from wenming.scores.models.rounds import TITLE_LENGTH, Missing, Reader, Round, RoundKind, RoundState
from wenming.scores.models.supplies import BETTER_WORDS, FIGURE_LENGTH, TAKEN_WORDS, Period, Supply

__all__ = [
    "BETTER_WORDS",
    "EVENT_TEXT_LENGTH",
    "FIGURE_LENGTH",
    "NAME_LENGTH",
    "TAKEN_WORDS",
    "TITLE_LENGTH",
    "Department",
    "Measurement",
    "Missing",
    "NegativeEvent",
    "Period",
    "Reader",
    "Round",
    "RoundKind",
    "RoundState",
    "SaidEffort",
    "Supply",
]
