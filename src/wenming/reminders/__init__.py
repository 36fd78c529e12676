"""Reminders: one digest a day at most, by mail or into a group, and what is late goes up by working days."""
