"""Reads an implementation plan (实施方案) into measures, duties and terms, with their places in the text.

Knows neither Django, nor the clock, nor chance: the same bytes always give the same reading.
"""
