"""The tables of this room: what must be, what was done, what is asked, and how it stands."""

from wenming.work.models.commitments import (
    ACTIVITY_LENGTH,
    CHAPTER_LENGTH,
    REASON_LENGTH,
    Commitment,
    CommitmentState,
    Excuse,
    ExcuseKind,
    Objection,
    ObjectionKind,
    Outcome,
    Review,
    Whom,
)
from wenming.work.models.days import DAYS_NAME_LENGTH, LocalDays, LocalDaysKind
from wenming.work.models.evidence import (
    Band,
    Evidence,
    EvidenceKind,
    Likeness,
    LikenessKind,
    LikenessState,
    Proof,
    Upload,
)
from wenming.work.models.records import Attendee, Figure, Output, Record, RecordKind, RecordState, RecordVersion, Use
from wenming.work.models.requests import Answer, AnswerState, Request, RequestState
from wenming.work.models.verdicts import Cell

__all__ = [
    "ACTIVITY_LENGTH",
    "CHAPTER_LENGTH",
    "DAYS_NAME_LENGTH",
    "REASON_LENGTH",
    "Answer",
    "AnswerState",
    "Attendee",
    "Band",
    "Cell",
    "Commitment",
    "CommitmentState",
    "Evidence",
    "EvidenceKind",
    "Excuse",
    "ExcuseKind",
    "Figure",
    "Likeness",
    "LikenessKind",
    "LikenessState",
    "LocalDays",
    "LocalDaysKind",
    "Objection",
    "ObjectionKind",
    "Outcome",
    "Output",
    "Proof",
    "Record",
    "RecordKind",
    "RecordState",
    "RecordVersion",
    "Request",
    "RequestState",
    "Review",
    "Upload",
    "Use",
    "Whom",
]
