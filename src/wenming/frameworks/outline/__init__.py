"""The outline of an edition, and the page of a standard."""
