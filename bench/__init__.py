"""Benchmarks: ratios against rivals and limits, never times. ``python -m bench``."""
