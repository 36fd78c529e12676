"""Wenming (文明): runs a city's civilised-city programme, from the plan to the score."""
