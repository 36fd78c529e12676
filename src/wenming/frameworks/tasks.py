"""The work of this room that is done in the background."""

from wenming.frameworks.filing.packing import pack_filing

__all__ = ["pack_filing"]
