"""Tests of what a framework wants on paper."""
