"""Tests of what templates ask for."""
