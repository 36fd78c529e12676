"""The responsibility table: which unit answers for which standard."""
