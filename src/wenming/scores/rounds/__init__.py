"""The list of rounds; making one, its settings, its course, who may see it."""
