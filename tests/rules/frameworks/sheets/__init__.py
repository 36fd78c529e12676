"""Frameworks as tables."""
