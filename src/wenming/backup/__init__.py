"""Backups: one file that holds everything, putting it back into an empty place, and what is wrong with a place."""
