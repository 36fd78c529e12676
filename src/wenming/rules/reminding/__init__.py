"""Reminders: what is to be said to whom on a day, from what is due, late, returned and asked; no clock, no database."""
