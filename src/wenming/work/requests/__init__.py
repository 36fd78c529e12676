"""Requests for material (材料征集): seen before they are sent, answered with what is there, and counted as a burden."""
