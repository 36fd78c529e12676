"""Decisions over small frozen values, without Django, clock or chance."""
