"""The work of this room that is done in the background."""

from wenming.work.evidence.preparing import prepare_evidence

__all__ = ["prepare_evidence"]
