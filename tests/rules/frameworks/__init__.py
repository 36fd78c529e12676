"""Tests of framework packs."""
