"""Entries of the directory that may be one unit: suggested, compared, merged or told apart."""
