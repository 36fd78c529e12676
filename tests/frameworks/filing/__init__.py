"""Tests of filing rounds."""
