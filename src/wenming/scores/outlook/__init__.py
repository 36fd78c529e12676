"""What to do next, and how likely a score is."""
