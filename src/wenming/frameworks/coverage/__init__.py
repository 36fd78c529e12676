"""Which measures of plans serve which standards, seen from both sides."""
