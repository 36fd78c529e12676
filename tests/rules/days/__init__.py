"""Tests of the rules about days."""
