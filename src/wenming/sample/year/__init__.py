"""A simulated year: what units did when, and how well; the same from the same seed.

Values first (``making``), rows after (``loading``); ``county`` invents a county as large as they come.
"""
