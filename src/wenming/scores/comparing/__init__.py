"""Rounds and units side by side."""
