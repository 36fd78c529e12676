"""The tree of areas: looking at it, and changing it."""
