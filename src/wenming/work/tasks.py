"""The work of this room that is done in the background."""

from wenming.work.evidence.preparing import prepare_evidence
from wenming.work.verdicts.recalculating import recalculate_all

__all__ = ["prepare_evidence", "recalculate_all"]
