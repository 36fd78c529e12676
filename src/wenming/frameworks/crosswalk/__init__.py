"""Standards of two frameworks that ask for the same (六城联创)."""
